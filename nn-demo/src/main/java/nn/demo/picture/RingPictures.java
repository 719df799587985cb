package nn.demo.picture;

import java.util.function.DoubleBinaryOperator;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.network.Neuron;
import nn.core.network.Predictor;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;
import nn.demo.story.Numerals;
import nn.demo.story.Ring;

/** RING: what networks of several sizes call fraud, and what each hidden neuron sees. */
final class RingPictures {
  private static final double REACH = 2.2;
  private static final int STEPS = 1500;
  private static final int CELLS = 110;
  private static final int MOST = 8;
  private static final Look HATCH = Look.line(Ink.MODEL, 0.8);
  private static final Look BORDER = Look.line(Ink.TEXT, 2.2);

  private final Classroom room;
  private final Dataset ring = Fixtures.ring();

  RingPictures(Classroom room) {
    this.room = room;
  }

  /** The regions of a line and of 2, 3 and 8 hidden neurons. */
  Picture regions() {
    Drawing drawing = new Drawing(820, 760, "What the network calls fraud");
    Legend legend = new Legend(drawing, 350, 30);
    legend.point(Symbol.DOT, Ink.DATA, "normal");
    Legend second = new Legend(drawing, 460, 30);
    second.point(Symbol.CROSS, Ink.MODEL, "fraud");
    drawing.text(570, 30, "hatched: the network says fraud", Type.LABEL);
    int[] sizes = {0, 2, 3, MOST};
    double most = 0;
    Sheet sheet = Sheet.of("network", "right");
    for (int i = 0; i < sizes.length; i++) {
      Network network = learn(sizes[i]);
      Frame frame = new Frame(64 + 400 * (i % 2), 110 + 345 * (i / 2), 330, 240);
      Predictor predictor = new Predictor(network, room.arithmetic());
      region(drawing, frame, (x, y) -> says(predictor, x, y) - 0.5, 9, true);
      most = Ring.right(network);
      String name = sizes[i] == 0 ? "no hidden neuron" : sizes[i] + " hidden ReLUs";
      sheet = sheet.row(name, Numerals.percent(most, 1));
      drawing.text(
          frame.x() - 20,
          frame.y() - 36,
          "%s: %s right".formatted(name, Numerals.percent(most, 1)),
          Type.LABEL.thick());
    }
    return new Picture(
        "12-regions",
        "Four maps of 200 points: normal ones in the middle, fraud in a ring around them. A line cuts the plane in two; two neurons make a strip or a corner; three or more a fence around the middle.",
        "No straight line separates a ring from its middle. Each ReLU adds one bend to the border; three are the fewest that can close a fence around the middle, and %d make it round: %s of the points are right. Each network is shown from one start, that of seed %d; the chapter says how far luck with the start matters."
            .formatted(MOST, Numerals.percent(most, 1), room.seed()),
        drawing,
        sheet);
  }

  /** Where each of the eight hidden neurons fires. */
  Picture views() {
    Network network = learn(MOST);
    Drawing drawing = new Drawing(900, 560, "What each hidden neuron sees");
    drawing.text(390, 30, "hatched: the neuron fires", Type.LABEL);
    Sheet sheet = Sheet.of("neuron", "fires where", "weight in the output");
    for (int n = 0; n < MOST; n++) {
      Frame frame = new Frame(56 + 214 * (n % 4), 106 + 240 * (n / 4), 160, 130);
      Neuron neuron = network.neuron(0, n, 0, 0);
      region(drawing, frame, (x, y) -> sum(neuron, x, y), 6, false);
      double weight = network.neuron(1, 0, 0, 0).weight(n);
      drawing.text(
          frame.x() - 20,
          frame.y() - 34,
          "%d votes %s (%s)"
              .formatted(n + 1, weight > 0 ? "fraud" : "normal", Numerals.decimal(weight, 1)),
          Type.LABEL.thick());
      sheet = sheet.row("" + (n + 1), half(neuron), Numerals.decimal(weight, 1));
    }
    return new Picture(
        "12-views",
        "Eight small maps, one for each hidden neuron; in each a straight border divides the plane, and one side of it is hatched.",
        "A neuron of the first layer sees half of the plane: it fires on one side of a straight border and is silent on the other. In brackets its weight in the output: above 0 it votes for fraud, below 0 for normal. Eight such halves, added up, make the round fence.",
        drawing,
        sheet);
  }

  private static String half(Neuron neuron) {
    return "%s x + (%s) y + (%s) > 0"
        .formatted(
            Numerals.decimal(neuron.weight(0), 2),
            Numerals.decimal(neuron.weight(1), 2),
            Numerals.decimal(neuron.bias(), 2));
  }

  private Network learn(int hidden) {
    return Ring.learn(room, hidden == 0 ? "" : hidden + " relu", room.seed(), STEPS);
  }

  private void region(
      Drawing drawing, Frame frame, DoubleBinaryOperator f, double every, boolean points) {
    double tick = points ? 1 : 2;
    Axis across = Axis.of("x (no unit)", -REACH, REACH, tick, v -> Numerals.decimal(v, 0));
    Axis up = Axis.of("y (no unit)", -REACH, REACH, tick, v -> Numerals.decimal(v, 0));
    Plot plot = Plot.on(drawing, frame, across, up);
    Grid grid = Grid.of(frame, across, up, CELLS, f);
    drawing.strokes(grid.hatching(0, every), HATCH);
    drawing.strokes(grid.contour(0), BORDER);
    for (int i = 0; points && i < ring.count(); i++) {
      boolean fraud = ring.targets().get(i, 0) > 0.5;
      Point at = plot.at(ring.features().get(i, 0), ring.features().get(i, 1));
      (fraud ? Symbol.CROSS : Symbol.DOT).draw(drawing, at, fraud ? Ink.MODEL : Ink.DATA);
    }
  }

  private static double says(Predictor predictor, double x, double y) {
    float[] result = new float[1];
    predictor.predict(new float[] {(float) x, (float) y}, result);
    return result[0];
  }

  private static double sum(Neuron neuron, double x, double y) {
    return neuron.weight(0) * x + neuron.weight(1) * y + neuron.bias();
  }
}
