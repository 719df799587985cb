package nn.demo.picture;

import org.jspecify.annotations.Nullable;

/**
 * How a shape looks.
 *
 * @param fill colour inside; null for none
 * @param opacity of the inside, 0 to 1
 * @param stroke colour of the line; null for none
 * @param width of the line, in pixels
 * @param dash how the line is broken
 */
record Look(@Nullable Ink fill, double opacity, @Nullable Ink stroke, double width, Dash dash) {
  /** A line and nothing inside. */
  static Look line(Ink ink, double width) {
    return new Look(null, 1, ink, width, Dash.SOLID);
  }

  /** The inside and no line. */
  static Look inside(Ink ink) {
    return new Look(ink, 1, null, 0, Dash.SOLID);
  }

  /** The same, broken. */
  Look broken(Dash as) {
    return new Look(fill, opacity, stroke, width, as);
  }

  /** The same with another inside. */
  Look filled(Ink ink, double by) {
    return new Look(ink, by, stroke, width, dash);
  }
}
