package nn.demo.picture;

/**
 * A place on a drawing, in pixels.
 *
 * @param x from the left
 * @param y from the top
 */
record Point(double x, double y) {}
