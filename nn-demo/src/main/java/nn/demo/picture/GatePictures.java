package nn.demo.picture;

import nn.core.network.Network;
import nn.core.network.Neuron;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;
import nn.demo.story.Houses;
import nn.demo.story.Numerals;

/** Which gate is open for which house: a row for each hidden neuron, a column for each house. */
final class GatePictures {
  private static final double CELL = 42;
  private static final double ROW = 32;
  private static final double LEFT = 96;
  private static final double TOP = 92;

  private final Houses houses;
  private final Network network;
  private final Drawing drawing;
  private final int neurons;
  private int open;
  private Sheet sheet = Sheet.of("neuron", "hinge (square feet)", "gate open");

  private GatePictures(String title, Houses houses, Network network) {
    this.houses = houses;
    this.network = network;
    neurons = network.layers().get(0).outputs();
    drawing = new Drawing(820, (int) (TOP + neurons * ROW + 74), title);
    head();
    for (int n = 0; n < neurons; n++) {
      row(n);
    }
    foot();
  }

  /** The eight neurons that learned BEND. */
  static Picture open(Bend bend) {
    GatePictures p =
        new GatePictures("Gates: which neuron fires for which house", bend.houses(), bend.bent());
    return new Picture(
        "06-gates",
        "A grid of eight neurons and twelve houses: a filled disc where the gate is open, a cross where it is closed; each row changes from one to the other at most once.",
        "A ReLU is a gate: it lets its sum pass where the sum is above 0 (a disc) and sends 0 where it is not (a cross). Every neuron changes its mind at one size, its hinge; between hinges the network is a straight line, and at a hinge that line bends. Here %d of %d gates are open."
            .formatted(p.open, p.neurons * bend.houses().count()),
        p.drawing,
        p.sheet);
  }

  /** DEAD: no gate is ever open. */
  static Picture dead(Classroom room) {
    Network network = Fixtures.dead(room.plugins(), "relu", Fixtures.DEAD_BIAS);
    GatePictures p =
        new GatePictures("Born dead: no gate opens for any house", Fixtures.bend(), network);
    return new Picture(
        "11-dead",
        "A grid of four neurons and twelve houses with a cross in every place.",
        "Every bias is %s, so every sum is below 0 for every house: %d of %d gates are open. A closed gate passes no blame back, so every slope of these neurons is exactly 0, no step ever changes them, and they stay closed for ever."
            .formatted(
                Numerals.decimal(Fixtures.DEAD_BIAS, 1),
                p.open,
                p.neurons * Fixtures.bend().count()),
        p.drawing,
        p.sheet);
  }

  private void head() {
    double[] sizes = houses.sizes();
    for (int h = 0; h < sizes.length; h++) {
      drawing.text(x(h), TOP - 14, Numerals.decimal(sizes[h], 0), Type.TICK.middle());
    }
    drawing.text(LEFT - 76, TOP - 34, "size of the house (square feet)", Type.LABEL);
    drawing.text(LEFT + sizes.length * CELL + 14, TOP - 34, "hinge (square feet)", Type.LABEL);
  }

  private void row(int unit) {
    double y = TOP + ROW * (unit + 0.5);
    drawing.text(LEFT - 76, y + 4, "neuron " + (unit + 1), Type.LABEL);
    double[] sizes = houses.sizes();
    int before = open;
    for (int h = 0; h < sizes.length; h++) {
      drawing.box(new Frame(LEFT + h * CELL, y - ROW / 2, CELL, ROW), Look.line(Ink.GRID, 1));
      cell(new Point(x(h), y), network.neuron(0, unit, houses.scaled(sizes[h])));
    }
    String hinge = hinge(network.neuron(0, unit, 0));
    drawing.text(LEFT + sizes.length * CELL + 14, y + 4, hinge, Type.LABEL.in(Ink.QUIET));
    sheet =
        sheet.row(
            "" + (unit + 1), hinge, "for %d of %d houses".formatted(open - before, sizes.length));
  }

  private void cell(Point at, Neuron neuron) {
    if (neuron.sum() > 0) {
      open++;
      drawing.circle(at, 9, Look.inside(Ink.MODEL));
    } else {
      Symbol.CROSS.draw(drawing, at, Ink.QUIET);
    }
  }

  /** Where the sum is 0: w (x - mean) / deviation + b = 0. */
  private String hinge(Neuron neuron) {
    double scaled = -neuron.bias() / neuron.weight(0);
    double size = houses.size().mean() + scaled * houses.size().deviation();
    return "opens %s %s"
        .formatted(neuron.weight(0) > 0 ? "above" : "below", Numerals.decimal(size, 0));
  }

  private void foot() {
    double y = TOP + neurons * ROW + 36;
    drawing.circle(new Point(LEFT + 9, y - 4), 9, Look.inside(Ink.MODEL));
    drawing.text(LEFT + 26, y, "open: the sum is above 0 and passes", Type.LABEL);
    Symbol.CROSS.draw(drawing, new Point(LEFT + 300, y - 4), Ink.QUIET);
    drawing.text(LEFT + 314, y, "closed: the output is 0", Type.LABEL);
  }

  private static double x(int house) {
    return LEFT + CELL * (house + 0.5);
  }
}
