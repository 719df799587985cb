package nn.demo.picture;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import nn.demo.essay.Land;
import nn.demo.story.Classroom;
import nn.demo.story.Numerals;

/** Three optimizers on their way down one canyon. */
final class PathsFigure {
  private static final int CELLS = 60;
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
        "Three maps of the same long narrow valley with contours. Plain descent jumps from wall to wall, momentum swings past the bottom and back, adam walks in a curve along the floor.",
        "The same number of steps each from the same start; a point a step.",
        figure.drawing);
  }

  private void levels() {
    String all = LEVELS.stream().map(v -> Numerals.decimal(v, 1)).collect(Collectors.joining(", "));
    drawing.text(
        60,
        456,
        "Contours: mean squared error %s (hundred thousand dollars, squared); a point a step"
            .formatted(all),
        Type.TICK);
  }

  private void panel(int i) {
    Frame frame = new Frame(60 + 305 * i, 110, 240, 280);
    Axis across =
        Axis.of("weight ($100 per square foot)", -1, 4, 1, v -> Numerals.decimal(v, 0));
    Axis up = Axis.of("bias (hundred thousand dollars)", -2, 5, 1, v -> Numerals.decimal(v, 0));
    Plot plot = Plot.on(drawing, frame, across, up);
    Grid grid = Grid.of(frame, across, up, CELLS, land::loss);
    for (double level : LEVELS) {
      drawing.strokes(grid.contour(level), Look.line(Ink.QUIET, 1));
    }
    path(plot, land.walk(SHOWN.get(i), STEPS), i);
    List<String> words = List.of(SHOWN.get(i).split("\\(", -1));
    drawing.text(frame.x(), 62, words.get(0), Type.LABEL.thick());
    drawing.text(frame.x(), 80, words.get(1).replace(")", ""), Type.TICK);
  }

  private static void path(Plot plot, ImmutableList<Land.Place> places, int i) {
    double[] weights = places.stream().mapToDouble(Land.Place::weight).toArray();
    double[] biases = places.stream().mapToDouble(Land.Place::bias).toArray();
    plot.joined(weights, biases, Look.line(INKS[i], 1.4));
    plot.points(weights, biases, SYMBOLS[i], INKS[i]);
    plot.label(plot.at(weights[0], biases[0]), 6, 22, "start", Type.LABEL.thick().end());
    Symbol.CROSS.draw(plot.drawing(), plot.at(Land.WEIGHT, Land.BIAS), Ink.TEXT);
    plot.label(plot.at(Land.WEIGHT, Land.BIAS), 36, 4, "bottom", Type.LABEL.thick());
  }
}
