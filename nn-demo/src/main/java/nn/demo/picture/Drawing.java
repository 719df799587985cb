package nn.demo.picture;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen, as a list of marks from back to front; it knows no file format. Lengths are
 * pixels of a screen.
 */
final class Drawing {
  private static final double HEAD = 9;

  /** Between the head of an arrow and the middle of what it points to. */
  private static final double GAP = 9;

  private static final Look POINTER = Look.line(Ink.TEXT, 1.2);

  private final int width;
  private final int height;
  private final String title;
  private final List<Mark> marks = new ArrayList<>();

  /** A drawing with a title at the top. */
  Drawing(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
    text(20, 30, title, Type.TITLE);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  String title() {
    return title;
  }

  /** Everything, from back to front. */
  ImmutableList<Mark> marks() {
    return ImmutableList.copyOf(marks);
  }

  void line(double x1, double y1, double x2, double y2, Look look) {
    outline(List.of(new Point(x1, y1), new Point(x2, y2)), look, null);
  }

  /** A line with a head at its end. */
  void arrow(Point from, Point to, Look look) {
    line(from.x(), from.y(), to.x(), to.y(), look);
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = Math.sqrt(dx * dx + dy * dy);
    if (length < HEAD) {
      return;
    }
    double ux = dx / length * HEAD;
    double uy = dy / length * HEAD;
    outline(
        List.of(
            new Point(to.x() - ux - uy / 2, to.y() - uy + ux / 2),
            to,
            new Point(to.x() - ux + uy / 2, to.y() - uy - ux / 2)),
        look.broken(Dash.SOLID),
        null);
  }

  void outline(List<Point> points, Look look, @Nullable Frame clip) {
    marks.add(new Mark.Outline(ImmutableList.copyOf(points), false, look, clip));
  }

  void area(List<Point> points, Look look) {
    marks.add(new Mark.Outline(ImmutableList.copyOf(points), true, look, null));
  }

  void box(Frame f, Look look) {
    area(
        List.of(
            new Point(f.x(), f.y()),
            new Point(f.right(), f.y()),
            new Point(f.right(), f.bottom()),
            new Point(f.x(), f.bottom())),
        look);
  }

  void strokes(List<Point> ends, Look look) {
    marks.add(new Mark.Strokes(ImmutableList.copyOf(ends), look));
  }

  void circle(Point centre, double radius, Look look) {
    marks.add(new Mark.Circle(centre, radius, look));
  }

  /** Words with an arrow that ends a little before a point; it begins where they are anchored. */
  void pointed(Point words, Point at, String text, Type type) {
    double dx = at.x() - words.x();
    double dy = at.y() - words.y();
    double share = 1 - GAP / StrictMath.hypot(dx, dy);
    arrow(words, new Point(words.x() + share * dx, words.y() + share * dy), POINTER);
    switch (type.anchor()) {
      case START -> text(words.x() + 5, words.y() + 4, text, type);
      case MIDDLE -> text(words.x(), words.y() - 6, text, type);
      case END -> text(words.x() - 5, words.y() + 4, text, type);
    }
  }

  void text(double x, double y, String text, Type type) {
    marks.add(new Mark.Words(new Point(x, y), text, type));
  }
}
