package nn.demo.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** A function of two numbers, known at the points of a grid over a chart: contours and regions. */
final class Grid {
  private final int steps;
  private final Frame frame;
  private final double[][] values;

  private Grid(int steps, Frame frame, double[][] values) {
    this.steps = steps;
    this.frame = frame;
    this.values = values;
  }

  /** The function on so many steps from each end of the axes to the other. */
  static Grid of(Frame frame, Axis across, Axis up, int steps, DoubleBinaryOperator f) {
    double[][] values = new double[steps + 1][steps + 1];
    for (int i = 0; i <= steps; i++) {
      double x = across.from() + (across.to() - across.from()) * i / steps;
      for (int j = 0; j <= steps; j++) {
        double y = up.from() + (up.to() - up.from()) * j / steps;
        values[i][j] = f.applyAsDouble(x, y);
      }
    }
    return new Grid(steps, frame, values);
  }

  /**
   * Where the function has a value: two points a line. In each triangle of half a cell the contour
   * is straight.
   */
  List<Point> contour(double level) {
    List<Point> ends = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      for (int j = 0; j < steps; j++) {
        triangle(ends, level, new int[] {i, j, i + 1, j, i + 1, j + 1});
        triangle(ends, level, new int[] {i, j, i, j + 1, i + 1, j + 1});
      }
    }
    return ends;
  }

  private void triangle(List<Point> ends, double level, int[] corners) {
    for (int side = 0; side < 3; side++) {
      int a = 2 * side;
      int b = 2 * ((side + 1) % 3);
      double from = values[corners[a]][corners[a + 1]] - level;
      double to = values[corners[b]][corners[b + 1]] - level;
      if (from < 0 != to < 0) {
        double share = from / (from - to);
        ends.add(
            place(
                corners[a] + share * (corners[b] - corners[a]),
                corners[a + 1] + share * (corners[b + 1] - corners[a + 1])));
      }
    }
  }

  /** Slanted lines over where the function is above a value, every so many pixels. */
  List<Point> hatching(double level, double every) {
    List<Point> ends = new ArrayList<>();
    double size = frame.width() + frame.height();
    for (double offset = every / 2; offset < size; offset += every) {
      stripe(ends, level, offset);
    }
    return ends;
  }

  /** One line from the left or lower edge up to the right, where it lies above the level. */
  private void stripe(List<Point> ends, double level, double offset) {
    boolean drawing = false;
    Point last = new Point(0, 0);
    for (double t = 0; t <= frame.width(); t++) {
      double down = offset - t;
      boolean inside =
          down >= 0 && down <= frame.height() && value(t, frame.height() - down) > level;
      Point here = new Point(frame.x() + t, frame.y() + down);
      if (inside && !drawing) {
        ends.add(here);
      } else if (!inside && drawing) {
        ends.add(last);
      }
      drawing = inside;
      last = here;
    }
    if (drawing) {
      ends.add(last);
    }
  }

  /** The value at the nearest point of the grid; pixels from the left and from below. */
  private double value(double right, double high) {
    int i = (int) Math.rint(right / frame.width() * steps);
    int j = (int) Math.rint(high / frame.height() * steps);
    return values[i][j];
  }

  private Point place(double i, double j) {
    return new Point(
        frame.x() + frame.width() * i / steps, frame.bottom() - frame.height() * j / steps);
  }
}
