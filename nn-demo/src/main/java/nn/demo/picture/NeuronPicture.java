package nn.demo.picture;

import java.util.ArrayList;
import java.util.List;
import nn.core.network.Network;
import nn.core.network.Neuron;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;
import nn.demo.story.Numerals;

/** One neuron with the numbers that run through it. */
final class NeuronPicture {
  private static final float[] ROW = {2, 1};
  private static final Look WIRE = Look.line(Ink.TEXT, 1.6);
  private static final Look PLATE = Look.line(Ink.TEXT, 1.6).filled(Ink.PAPER, 1);

  private NeuronPicture() {}

  static Picture of(Classroom room) {
    Network network = Fixtures.twoInputs(room.plugins(), "relu");
    Neuron neuron = network.neuron(0, 0, ROW);
    Drawing drawing = new Drawing(820, 380, "One neuron and its numbers");
    input(drawing, neuron, 0, 110);
    input(drawing, neuron, 1, 230);
    bias(drawing, neuron);
    sum(drawing, neuron);
    output(drawing, neuron);
    return new Picture(
        "04-neuron",
        "From left to right: two inputs, each times its weight, a bias, the sum, the activation ReLU, and the output, with the number at each place.",
        "Each input is multiplied by its weight, the bias is added, and the activation decides what is sent on: %s. The sum is above 0, so the gate is open. All these numbers have no unit."
            .formatted(formula(neuron)),
        drawing,
        sheet(neuron));
  }

  private static Sheet sheet(Neuron neuron) {
    Sheet sheet = Sheet.of("part", "number (no unit)");
    for (int i = 0; i < ROW.length; i++) {
      sheet =
          sheet
              .row("input " + (i + 1), number(neuron.input(i)))
              .row("weight " + (i + 1), number(neuron.weight(i)));
    }
    return sheet
        .row("bias", number(neuron.bias()))
        .row("sum", number(neuron.sum()))
        .row("output", number(neuron.output()));
  }

  private static void input(Drawing drawing, Neuron neuron, int i, double y) {
    double product = neuron.weight(i) * neuron.input(i);
    drawing.arrow(new Point(88, y), new Point(172, y), WIRE);
    drawing.arrow(new Point(288, y), new Point(386, y < 170 ? 150 : 190), WIRE);
    drawing.circle(new Point(60, y), 28, Look.line(Ink.DATA, 2).filled(Ink.PAPER, 1));
    drawing.text(60, y + 6, number(neuron.input(i)), Type.LABEL.sized(17).middle());
    drawing.text(60, y - 36, "input " + (i + 1), Type.LABEL.middle());
    plate(drawing, new Frame(174, y - 24, 114, 48), "times " + number(neuron.weight(i)));
    drawing.text(231, y - 36, "weight " + (i + 1), Type.LABEL.middle());
    drawing.text(231, y + 42, "gives " + number(product), Type.LABEL.in(Ink.QUIET).middle());
  }

  private static void bias(Drawing drawing, Neuron neuron) {
    drawing.arrow(new Point(431, 292), new Point(431, 216), WIRE);
    plate(drawing, new Frame(374, 294, 114, 44), "plus " + number(neuron.bias()));
    drawing.text(500, 321, "bias", Type.LABEL);
  }

  private static void sum(Drawing drawing, Neuron neuron) {
    drawing.circle(new Point(431, 170), 44, Look.line(Ink.MODEL, 2.4).filled(Ink.PAPER, 1));
    drawing.text(431, 176, number(neuron.sum()), Type.LABEL.sized(20).middle());
    drawing.text(431, 114, "sum", Type.LABEL.middle());
  }

  private static void output(Drawing drawing, Neuron neuron) {
    drawing.arrow(new Point(475, 170), new Point(540, 170), WIRE);
    gate(drawing, new Frame(542, 128, 104, 84));
    drawing.text(594, 114, "activation ReLU", Type.LABEL.middle());
    drawing.text(594, 232, "above 0: open", Type.LABEL.in(Ink.QUIET).middle());
    drawing.arrow(new Point(646, 170), new Point(708, 170), WIRE);
    drawing.circle(new Point(744, 170), 34, Look.line(Ink.MODEL, 2.4).filled(Ink.PAPER, 1));
    drawing.text(744, 176, number(neuron.output()), Type.LABEL.sized(18).middle());
    drawing.text(744, 122, "output", Type.LABEL.middle());
  }

  /** The graph of ReLU on a plate. */
  private static void gate(Drawing drawing, Frame frame) {
    drawing.box(frame, PLATE);
    double middle = frame.middle();
    double floor = frame.bottom() - 26;
    Look axis = Look.line(Ink.GRID, 1.2);
    drawing.line(frame.x() + 10, floor, frame.right() - 10, floor, axis);
    drawing.line(middle, frame.y() + 10, middle, frame.bottom() - 10, axis);
    List<Point> graph = new ArrayList<>();
    graph.add(new Point(frame.x() + 10, floor));
    graph.add(new Point(middle, floor));
    graph.add(new Point(middle + 40, floor - 40));
    drawing.outline(graph, Look.line(Ink.MODEL, 3), null);
  }

  private static void plate(Drawing drawing, Frame frame, String words) {
    drawing.box(frame, PLATE);
    drawing.text(
        frame.middle(), frame.y() + frame.height() / 2 + 5, words, Type.LABEL.sized(15).middle());
  }

  private static String formula(Neuron neuron) {
    return "%s x %s + (%s) x %s + %s = %s, and ReLU of %s is %s"
        .formatted(
            number(neuron.weight(0)),
            number(neuron.input(0)),
            number(neuron.weight(1)),
            number(neuron.input(1)),
            number(neuron.bias()),
            number(neuron.sum()),
            number(neuron.sum()),
            number(neuron.output()));
  }

  private static String number(double value) {
    return Numerals.decimal(value, 1);
  }
}
