package nn.demo.picture;

/**
 * A rectangle on a drawing, in pixels.
 *
 * @param x left edge
 * @param y upper edge
 * @param width to the right edge
 * @param height to the lower edge
 */
record Frame(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double middle() {
    return x + width / 2;
  }
}
