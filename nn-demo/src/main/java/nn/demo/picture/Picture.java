package nn.demo.picture;

/**
 * A drawing with what is said about it.
 *
 * @param name of its files: the chapter in two digits, then a word, {@code 07-squares}
 * @param alt what is to be seen, for who cannot see it
 * @param caption what to look at
 * @param drawing the picture itself
 * @param sheet its numbers as a table
 */
record Picture(String name, String alt, String caption, Drawing drawing, Sheet sheet) {
  /** Which chapter it belongs to. */
  int chapter() {
    return Integer.parseInt(name.substring(0, 2));
  }
}
