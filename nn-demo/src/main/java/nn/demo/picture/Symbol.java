package nn.demo.picture;

import com.google.common.collect.ImmutableList;

/** The form of a point, so that points differ in print too. */
enum Symbol {
  /** A filled circle. */
  DOT,
  /** A filled square. */
  SQUARE,
  /** A filled triangle. */
  TRIANGLE,
  /** Two crossed lines. */
  CROSS;

  private static final double SIZE = 4.5;

  /** Puts one on a drawing. */
  void draw(Drawing drawing, Point at, Ink ink) {
    Look rim = Look.line(Ink.PAPER, 1).filled(ink, 1);
    switch (this) {
      case DOT -> drawing.circle(at, SIZE, rim);
      case SQUARE -> drawing.area(around(at, -1, -1, 1, -1, 1, 1, -1, 1), rim);
      case TRIANGLE -> drawing.area(around(at, 0, -1.2, 1.2, 1, -1.2, 1), rim);
      case CROSS ->
          drawing.strokes(around(at, -0.8, -0.8, 0.8, 0.8, -0.8, 0.8, 0.8, -0.8), cross(ink));
    }
  }

  private static Look cross(Ink ink) {
    return Look.line(ink, 1.8);
  }

  private static ImmutableList<Point> around(Point at, double... offsets) {
    ImmutableList.Builder<Point> points = ImmutableList.builder();
    for (int i = 0; i < offsets.length; i += 2) {
      points.add(new Point(at.x() + SIZE * offsets[i], at.y() + SIZE * offsets[i + 1]));
    }
    return points.build();
  }
}
