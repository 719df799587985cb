package nn.demo.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A chart on a drawing: two axes, and what is drawn between them. */
final class Plot {
  /** Pixels beyond which a line is not followed any further. */
  private static final double FAR = 20_000;

  private static final int SAMPLES = 1200;

  /** Pixels by which a curve may be left, to spare points. */
  private static final double UNSEEN = 0.04;

  private static final Look GRID = Look.line(Ink.GRID, 1);

  private final Drawing drawing;
  private final Frame frame;
  private final Axis across;
  private final Axis up;

  private Plot(Drawing drawing, Frame frame, Axis across, Axis up) {
    this.drawing = drawing;
    this.frame = frame;
    this.across = across;
    this.up = up;
  }

  /** A chart with its grid, its axes and their titles. */
  static Plot on(Drawing drawing, Frame frame, Axis across, Axis up) {
    Plot plot = new Plot(drawing, frame, across, up);
    plot.across();
    plot.up();
    drawing.box(frame, Look.line(Ink.QUIET, 1));
    return plot;
  }

  /** A chart whose axes are there already. */
  static Plot over(Drawing drawing, Frame frame, Axis across, Axis up) {
    return new Plot(drawing, frame, across, up);
  }

  private void across() {
    for (double tick : across.ticks()) {
      drawing.line(x(tick), frame.y(), x(tick), frame.bottom(), GRID);
      drawing.text(x(tick), frame.bottom() + 17, across.words().apply(tick), Type.TICK.middle());
    }
    drawing.text(frame.middle(), frame.bottom() + 37, across.title(), Type.LABEL.middle());
  }

  /** Its title lies flat above the axis, where it can be read without turning the head. */
  private void up() {
    double widest = 0;
    for (double tick : up.ticks()) {
      String words = up.words().apply(tick);
      widest = Math.max(widest, words.length());
      drawing.line(frame.x(), y(tick), frame.right(), y(tick), GRID);
      drawing.text(frame.x() - 7, y(tick) + 4, words, Type.TICK.end());
    }
    double left = frame.x() - 7 - 6.5 * widest;
    drawing.text(left, frame.y() - 12, up.title(), Type.LABEL);
  }

  Drawing drawing() {
    return drawing;
  }

  Frame frame() {
    return frame;
  }

  /** Where a value lies from left to right, in pixels. */
  double x(double value) {
    return near(frame.x() + frame.width() * across.share(value));
  }

  /** Where a value lies from top to bottom, in pixels. */
  double y(double value) {
    return near(frame.bottom() - frame.height() * up.share(value));
  }

  Point at(double x, double y) {
    return new Point(x(x), y(y));
  }

  private static double near(double pixels) {
    return Math.max(-FAR, Math.min(FAR, pixels));
  }

  /** The graph of a function over the whole axis. */
  void curve(DoubleUnaryOperator f, Look look) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= SAMPLES; i++) {
      double x = across.from() + (across.to() - across.from()) * i / SAMPLES;
      points.add(at(x, f.applyAsDouble(x)));
    }
    drawing.outline(Thinned.of(points, UNSEEN), look, frame);
  }

  /** Points joined by straight lines, as far as they lie inside. */
  void joined(double[] xs, double[] ys, Look look) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      points.add(at(xs[i], ys[i]));
    }
    drawing.outline(points, look, frame);
  }

  /** A symbol at every point that lies inside. */
  void points(double[] xs, double[] ys, Symbol symbol, Ink ink) {
    for (int i = 0; i < xs.length; i++) {
      if (isInside(xs[i], ys[i])) {
        symbol.draw(drawing, at(xs[i], ys[i]), ink);
      }
    }
  }

  /** Whether a point lies between the axes. */
  boolean isInside(double x, double y) {
    double right = across.share(x);
    double high = up.share(y);
    return right >= 0 && right <= 1 && high >= 0 && high <= 1;
  }

  /** Words near a point, so many pixels to the right and down. */
  void label(Point at, double right, double down, String text, Type type) {
    drawing.text(at.x() + right, at.y() + down, text, type);
  }
}
