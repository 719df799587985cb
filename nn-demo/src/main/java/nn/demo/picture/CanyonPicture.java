package nn.demo.picture;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import nn.api.Loss;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;
import nn.demo.story.Houses;
import nn.demo.story.Numerals;

/** The valley of LAND for weight and bias: a canyon in raw units, a bowl in scaled ones. */
final class CanyonPicture {
  /** Typical misses, in dollars, whose contours are drawn. */
  private static final ImmutableList<Double> LEVELS =
      ImmutableList.of(20_000.0, 50_000.0, 100_000.0);

  private static final int CELLS = 100;
  private static final double GUESSED_WEIGHT = 170;
  private static final double GUESSED_BIAS = -20_000;
  private static final double RAW_RATE = 2e-7;
  private static final double SCALED_RATE = 0.1;
  private static final int STEPS = 40;

  private final Classroom room;
  private final Houses land = Fixtures.land();
  private final Drawing drawing =
      new Drawing(900, 520, "Canyon and bowl: the same houses, the same guess");

  private CanyonPicture(Classroom room) {
    this.room = room;
  }

  static Picture of(Classroom room) {
    CanyonPicture p = new CanyonPicture(room);
    double[][] raw = p.raw();
    double[][] scaled = p.scaled();
    return new Picture(
        "09-canyon",
        "Two maps of the loss with contours. Left a long narrow canyon whose path zigzags across it and then stands almost still; right a round bowl whose path leads straight to the bottom.",
        "Contours join weights and biases of the same typical miss. In square feet and dollars the valley is a canyon: %d steps jump from wall to wall, and the bias has moved by %s of the $70,000 it lacks. Scaled to mean 0 and spread 1, the same houses make a round bowl, and as many steps reach the bottom. That is why numbers are scaled before training. (The chapter's tables begin at 0, this guess elsewhere.)"
            .formatted(STEPS, Numerals.cents(Math.abs(raw[STEPS][1] - raw[0][1]))),
        p.drawing,
        sheet(raw, scaled));
  }

  private static Sheet sheet(double[][] raw, double[][] scaled) {
    Sheet sheet =
        Sheet.of("step", "weight", "bias (dollars)", "scaled weight", "scaled bias (no unit)");
    for (int step : new int[] {0, 1, 2, 3, STEPS}) {
      sheet =
          sheet.row(
              step == 0 ? "guess" : "" + step,
              Numerals.cents(raw[step][0]),
              Numerals.cents(raw[step][1]),
              Numerals.decimal(scaled[step][0], 4),
              Numerals.decimal(scaled[step][1], 4));
    }
    return sheet;
  }

  /** The path in square feet and dollars. */
  private double[][] raw() {
    Axis across = Axes.perFoot(140, 300, 40);
    Axis up = Axis.of("bias (dollars)", -100_000, 150_000, 50_000, Numerals::dollars);
    Frame frame = new Frame(90, 100, 320, 340);
    Dataset houses = land.unscaled();
    double[][] path = descend(houses, GUESSED_WEIGHT, GUESSED_BIAS, RAW_RATE);
    panel(frame, across, up, houses, 1);
    Plot plot = way(frame, across, up, path);
    for (int i = 1; i <= 3; i++) {
      plot.label(plot.at(path[i][0], path[i][1]), 0, 20, "" + i, Type.LABEL.middle());
    }
    arrived(plot.at(path[STEPS][0], path[STEPS][1]), -70, 81, Type.LABEL.end());
    drawing.text(
        frame.middle(),
        frame.bottom() + 62,
        "in square feet and dollars",
        Type.LABEL.thick().middle());
    return path;
  }

  private double[][] scaled() {
    Axis across = Axis.of("weight (scaled, no unit)", 0, 2, 0.5, v -> Numerals.decimal(v, 1));
    Axis up = Axis.of("bias (scaled, no unit)", -1.2, 1, 0.4, v -> Numerals.decimal(v, 1));
    Frame frame = new Frame(530, 100, 340, 340);
    double spread = land.target().deviation();
    double weight = GUESSED_WEIGHT * land.size().deviation() / spread;
    double bias =
        (GUESSED_BIAS + GUESSED_WEIGHT * land.size().mean() - land.target().mean()) / spread;
    panel(frame, across, up, land.data(), spread);
    double[][] path = descend(land.data(), weight, bias, SCALED_RATE);
    Plot plot = way(frame, across, up, path);
    for (int i = 1; i <= 3; i++) {
      plot.label(plot.at(path[i][0], path[i][1]), 11, 12, "" + i, Type.LABEL);
    }
    arrived(plot.at(path[STEPS][0], path[STEPS][1]), 66, 143, Type.LABEL);
    drawing.text(frame.middle(), frame.bottom() + 62, "scaled", Type.LABEL.thick().middle());
    return path;
  }

  /** The words stand outside of all contours: between two of them there is no room. */
  private void arrived(Point at, double right, double down, Type type) {
    Point words = new Point(at.x() + right, at.y() + down);
    drawing.pointed(words, at, "after " + STEPS + " steps", type);
  }

  /** Contours of the typical miss in dollars. */
  private void panel(Frame frame, Axis across, Axis up, Dataset houses, double dollars) {
    Plot.on(drawing, frame, across, up);
    Network network = Fixtures.neuron(room.plugins(), 0, 0);
    Loss mse = room.mse();
    Grid grid =
        Grid.of(
            frame,
            across,
            up,
            CELLS,
            (w, b) -> {
              network.parameters()[0] = (float) w;
              network.parameters()[1] = (float) b;
              return dollars * dollars * room.loss(network, mse, houses);
            });
    for (double level : LEVELS) {
      List<Point> ends = grid.contour(level * level);
      drawing.strokes(ends, Look.line(Ink.QUIET, 1.3));
      ends.stream()
          .min(Comparator.comparingDouble(e -> e.y() - e.x() / 1e3))
          .ifPresent(e -> name(frame, e, level));
    }
  }

  private void name(Frame frame, Point at, double level) {
    boolean leaves = at.y() < frame.y() + 12;
    String words = Numerals.dollars(level);
    if (leaves) {
      drawing.text(at.x() + 14, frame.y() + 16, words, Type.TICK);
    } else {
      drawing.text(at.x(), at.y() - 6, words, Type.TICK.middle());
    }
  }

  private Plot way(Frame frame, Axis across, Axis up, double[][] path) {
    Plot plot = Plot.over(drawing, frame, across, up);
    double[] weights = new double[path.length];
    double[] biases = new double[path.length];
    for (int i = 0; i < path.length; i++) {
      weights[i] = path[i][0];
      biases[i] = path[i][1];
    }
    plot.joined(weights, biases, Look.line(Ink.MODEL, 1.4));
    plot.points(weights, biases, Symbol.DOT, Ink.MODEL);
    plot.label(plot.at(weights[0], biases[0]), -8, 20, "guess", Type.LABEL.thick().middle());
    return plot;
  }

  /** Weight and bias, the guess first. */
  private double[][] descend(Dataset houses, double weight, double bias, double rate) {
    Network network = Fixtures.neuron(room.plugins(), weight, bias);
    double[][] places = new double[STEPS + 1][];
    places[0] = new double[] {weight, bias};
    room.learn(
        network,
        room.mse(),
        houses,
        room.sgd(rate),
        STEPS,
        step ->
            places[(int) step] = new double[] {network.parameters()[0], network.parameters()[1]});
    return places;
  }
}
