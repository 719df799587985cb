package nn.demo.picture;

/** What a picture lies on. */
enum Ground {
  /** Paper, and screens by day. */
  LIGHT,
  /** Screens by night. */
  DARK
}
