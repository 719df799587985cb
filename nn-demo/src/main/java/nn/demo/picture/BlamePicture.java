package nn.demo.picture;

import nn.core.network.Network;
import nn.core.network.Neuron;
import nn.demo.story.AssigningBlame;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;
import nn.demo.story.Numerals;

/**
 * BLAME: the network with each weight's blame as the width of its line, sign and words beside it.
 */
final class BlamePicture {
  private static final float SIZE = 2;
  private static final double WIDEST = 16;
  private static final Look NODE = Look.line(Ink.TEXT, 2).filled(Ink.PAPER, 1);
  private static final Point INPUT = new Point(80, 200);
  private static final Point OPEN = new Point(370, 120);
  private static final Point SHUT = new Point(370, 290);
  private static final Point OUTPUT = new Point(660, 200);

  private final Network network;
  private final float[] blame;
  private final double[] shares;
  private final Drawing drawing =
      new Drawing(820, 640, "Whose fault is it? The blame of each weight");

  private BlamePicture(Classroom room) {
    network = Fixtures.blame(room.plugins());
    blame = room.slopes(network, room.mse(), Fixtures.blameHouse());
    shares = AssigningBlame.shares(blame);
  }

  static Picture of(Classroom room) {
    BlamePicture p = new BlamePicture(room);
    p.wires();
    p.nodes();
    p.bars();
    return new Picture(
        "08-blame",
        "A network of one input, two hidden neurons and one output. The line to the open neuron is widest, the lines at the closed neuron are thin and dotted. Below, a bar for the share of each weight.",
        "Blame is the slope of the loss: how fast it grows when a weight grows. Minus means that the weight should grow. The error starts at the output and runs back; the more blame, the wider the line (its width follows the root of the blame, or the thin ones could not be seen). The gate of the lower neuron is closed (crossed out), so nothing passes through it and its weights get none. The first weight gets the most, %s of all blame."
            .formatted(p.share(0)),
        p.drawing,
        p.sheet());
  }

  private Sheet sheet() {
    Sheet sheet = Sheet.of("name", "value", "blame", "share of all blame");
    for (int i = 0; i < AssigningBlame.NAMES.size(); i++) {
      String value = number(network.parameters()[i]);
      sheet = sheet.row(AssigningBlame.NAMES.get(i), value, number(blame[i]), share(i));
    }
    return sheet;
  }

  private void wires() {
    wire(INPUT, OPEN, 0, -34);
    wire(INPUT, SHUT, 1, 50);
    wire(OPEN, OUTPUT, 4, -34);
    wire(SHUT, OUTPUT, 5, 50);
  }

  /** Its words stand above or below the middle of the line. */
  private void wire(Point from, Point to, int parameter, double down) {
    boolean none = blame[parameter] == 0;
    double width = 1.2 + WIDEST * Math.sqrt(shares[parameter]);
    Look look =
        none
            ? Look.line(Ink.QUIET, 1.4).broken(Dash.DOTS)
            : new Look(null, 1, Ink.MODEL, width, Dash.SOLID);
    drawing.line(from.x(), from.y(), to.x(), to.y(), look);
    double x = (from.x() + to.x()) / 2;
    double y = (from.y() + to.y()) / 2 + down;
    drawing.text(
        x,
        y - 17,
        "%s = %s"
            .formatted(
                AssigningBlame.NAMES.get(parameter), number(network.parameters()[parameter])),
        Type.LABEL.middle());
    drawing.text(
        x, y, "blame " + number(blame[parameter]), Type.LABEL.thick().in(Ink.MODEL).middle());
  }

  private void nodes() {
    drawing.circle(INPUT, 38, NODE);
    middle(INPUT, number(SIZE), "size, thousand", "square feet");
    hidden(OPEN, 0, -44);
    hidden(SHUT, 1, 62);
    bias(2, OPEN.y() + 58);
    bias(3, SHUT.y() - 64);
    drawing.circle(OUTPUT, 44, NODE);
    float out = network.predict(SIZE)[0];
    middle(OUTPUT, number(out), "price, thousand", "dollars");
    double target = Fixtures.blameHouse().targets().get(0, 0);
    drawing.text(
        OUTPUT.x(),
        OUTPUT.y() - 76,
        "sold for %s: error %s".formatted(number(target), number(out - target)),
        Type.LABEL.middle());
    drawing.text(
        OUTPUT.x(),
        OUTPUT.y() - 58,
        "c = %s: blame %s".formatted(number(network.parameters()[6]), number(blame[6])),
        Type.LABEL.thick().in(Ink.MODEL).middle());
  }

  private void bias(int parameter, double y) {
    String words =
        "%s = %s"
            .formatted(
                AssigningBlame.NAMES.get(parameter), number(network.parameters()[parameter]));
    drawing.text(OPEN.x(), y, words, Type.LABEL.middle());
    drawing.text(
        OPEN.x(),
        y + 17,
        "blame " + number(blame[parameter]),
        Type.LABEL.thick().in(Ink.MODEL).middle());
  }

  private void middle(Point at, String value, String... below) {
    drawing.text(at.x(), at.y() + 6, value, Type.LABEL.sized(17).middle());
    for (int i = 0; i < below.length; i++) {
      drawing.text(at.x(), at.y() + 64 + 17 * i, below[i], Type.LABEL.in(Ink.QUIET).middle());
    }
  }

  private void hidden(Point at, int unit, double aside) {
    Neuron neuron = network.neuron(0, unit, SIZE);
    boolean open = neuron.sum() > 0;
    drawing.circle(at, 38, open ? NODE : Look.line(Ink.QUIET, 2).filled(Ink.PAPER, 1));
    if (!open) {
      Look cross = Look.line(Ink.QUIET, 2);
      drawing.line(at.x() - 27, at.y() - 27, at.x() + 27, at.y() + 27, cross);
      drawing.line(at.x() - 27, at.y() + 27, at.x() + 27, at.y() - 27, cross);
      drawing.circle(at, 13, Look.inside(Ink.PAPER));
    }
    drawing.text(at.x(), at.y() + 6, number(neuron.output()), Type.LABEL.sized(17).middle());
    String gate = open ? "gate open" : "gate closed";
    drawing.text(
        at.x(),
        at.y() + aside - (aside < 0 ? 5 : 0),
        "sum %s: %s".formatted(number(neuron.sum()), gate),
        Type.LABEL.in(Ink.QUIET).middle());
  }

  private void bars() {
    drawing.text(20, 420, "Share of all blame (percent)", Type.LABEL.thick());
    for (int i = 0; i < AssigningBlame.NAMES.size(); i++) {
      double y = 448 + 26 * i;
      drawing.text(60, y, AssigningBlame.NAMES.get(i), Type.LABEL.end());
      double length = 480 * shares[i];
      if (length > 0) {
        drawing.box(
            new Frame(72, y - 13, Math.max(1.5, length), 17),
            Look.line(Ink.MODEL, 1).filled(Ink.MODEL, 0.35));
      }
      drawing.text(
          72 + length + 8, y, "%s (blame %s)".formatted(share(i), number(blame[i])), Type.LABEL);
    }
  }

  private String share(int parameter) {
    return Numerals.percent(shares[parameter], 1);
  }

  private static String number(double value) {
    return Numerals.decimal(value, 0);
  }
}
