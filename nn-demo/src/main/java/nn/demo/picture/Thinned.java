package nn.demo.picture;

import java.util.ArrayList;
import java.util.List;

/** A line without the points that nobody would miss (Ramer, Douglas and Peucker). */
final class Thinned {
  private final List<Point> points;
  private final double most;
  private final List<Point> kept = new ArrayList<>();

  private Thinned(List<Point> points, double most) {
    this.points = points;
    this.most = most;
  }

  /** No point that is left out lies farther than so many pixels from the line that remains. */
  static List<Point> of(List<Point> points, double most) {
    if (points.size() < 3) {
      return points;
    }
    Thinned thinned = new Thinned(points, most);
    thinned.kept.add(points.get(0));
    thinned.keep(0, points.size() - 1);
    return thinned.kept;
  }

  /** Keeps what is needed after one point, up to and with another. */
  private void keep(int from, int to) {
    int farthest = farthest(from, to);
    if (distance(farthest, from, to) > most) {
      keep(from, farthest);
      keep(farthest, to);
    } else {
      kept.add(points.get(to));
    }
  }

  private int farthest(int from, int to) {
    int farthest = from;
    for (int i = from + 1; i < to; i++) {
      farthest = distance(i, from, to) > distance(farthest, from, to) ? i : farthest;
    }
    return farthest;
  }

  /** From a point to the straight line through two others; to the first, if they are the same. */
  private double distance(int point, int from, int to) {
    Point p = points.get(point);
    Point a = points.get(from);
    double dx = points.get(to).x() - a.x();
    double dy = points.get(to).y() - a.y();
    double length = StrictMath.hypot(dx, dy);
    return length == 0
        ? StrictMath.hypot(p.x() - a.x(), p.y() - a.y())
        : Math.abs(dx * (p.y() - a.y()) - dy * (p.x() - a.x())) / length;
  }
}
