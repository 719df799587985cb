package nn.demo.picture;

/**
 * A colour by what it is for, on light and on dark ground. Colour never tells anything alone:
 * words, dashes, hatching or the form of a point say the same.
 */
enum Ink {
  /** The ground. */
  PAPER("#ffffff", "#0d1117"),
  /** Words and frames. */
  TEXT("#1f2328", "#f0f6fc"),
  /** What should stay behind. */
  QUIET("#59636e", "#9da7b3"),
  /** Lines of the grid. */
  GRID("#d8dee4", "#30363d"),
  /** What was given: houses, targets. */
  DATA("#0550ae", "#79c0ff"),
  /** What the network makes of it. */
  MODEL("#bc4c00", "#ffa657"),
  /** A second thing to compare with. */
  OTHER("#116329", "#7ee787");

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** Hexadecimal, {@code #rrggbb}. */
  String on(Ground ground) {
    return ground == Ground.LIGHT ? light : dark;
  }
}
