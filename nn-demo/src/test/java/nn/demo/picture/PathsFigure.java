package nn.demo.picture;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import nn.demo.essay.Land;
import nn.demo.story.Classroom;
import nn.demo.story.Numerals;

/** Three optimizers on their way down one canyon. */
final class PathsFigure {
  private static final int STEPS = 40;
  private static final List<Double> LEVELS = List.of(0.1, 0.5, 1.5, 4.0, 9.0);
  private static final List<String> SHOWN =
      List.of(
          "sgd(learning-rate=0.19)",
          "momentum(learning-rate=0.1, momentum=0.8)",
          "adam(learning-rate=0.3)");
  private static final Ink[] INKS = {Ink.DATA, Ink.MODEL, Ink.OTHER};
  private static final Symbol[] SYMBOLS = {Symbol.DOT, Symbol.SQUARE, Symbol.TRIANGLE};

  private final Land land;
  private final Drawing drawing = new Drawing(940, 470, "One canyon, three ways down");

  private PathsFigure(Classroom room) {
    land = new Land(room);
  }

  static Picture of(Classroom room) {
    PathsFigure figure = new PathsFigure(room);
    for (int i = 0; i < SHOWN.size(); i++) {
      figure.panel(i);
    }
    figure.levels();
    return new Picture(
        "paths",
        "Three maps of the same long narrow valley with contours. Plain descent jumps from wall to wall, momentum swings from side to side and arrives, adam walks along the floor in curves.",
        "The same number of steps each from the same start; a point a step.",
        figure.drawing,
        Sheet.of());
  }

  private void levels() {
    String all = LEVELS.stream().map(v -> Numerals.decimal(v, 1)).collect(Collectors.joining(", "));
    drawing.text(
        60,
        456,
        "Contours: mean squared error %s (hundred thousand dollars, squared); a point a step, %d steps"
            .formatted(all, STEPS),
        Type.TICK);
  }

  private void panel(int i) {
    Frame frame = new Frame(60 + 305 * i, 110, 240, 280);
    Axis across = Axis.of("weight ($100 per square foot)", -1, 4, 1, v -> Numerals.decimal(v, 0));
    Axis up = Axis.of("bias (hundred thousand dollars)", -2, 5, 1, v -> Numerals.decimal(v, 0));
    Plot plot = Plot.on(drawing, frame, across, up);
    for (double level : LEVELS) {
      joined(plot, land.contour(level), Look.line(Ink.QUIET, 1));
    }
    path(plot, land.walk(SHOWN.get(i), STEPS), i);
    List<String> words = List.of(SHOWN.get(i).split("\\(", -1));
    drawing.text(frame.x(), 62, words.get(0), Type.LABEL.thick());
    drawing.text(frame.x(), 80, words.get(1).replace(")", ""), Type.TICK);
  }

  private static void path(Plot plot, ImmutableList<Land.Place> places, int i) {
    joined(plot, places, Look.line(INKS[i], 1.4));
    plot.points(weights(places), biases(places), SYMBOLS[i], INKS[i]);
    Land.Place start = places.get(0);
    plot.label(plot.at(start.weight(), start.bias()), -4, 22, "start", Type.LABEL.thick().end());
    Symbol.CROSS.draw(plot.drawing(), plot.at(Land.WEIGHT, Land.BIAS), Ink.TEXT);
    Point bottom = plot.at(Land.WEIGHT, Land.BIAS);
    Point words = new Point(bottom.x() + 36, bottom.y() - 40);
    plot.drawing().pointed(words, bottom, "bottom", Type.LABEL.thick());
  }

  private static void joined(Plot plot, List<Land.Place> places, Look look) {
    plot.joined(weights(places), biases(places), look);
  }

  private static double[] weights(List<Land.Place> places) {
    return places.stream().mapToDouble(Land.Place::weight).toArray();
  }

  private static double[] biases(List<Land.Place> places) {
    return places.stream().mapToDouble(Land.Place::bias).toArray();
  }
}
