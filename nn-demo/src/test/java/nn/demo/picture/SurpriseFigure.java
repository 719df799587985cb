package nn.demo.picture;

import nn.demo.essay.Surprise;
import nn.demo.story.Classroom;
import nn.demo.story.Numerals;

/** Cross-entropy beside the squared error of a probability: loss and slope over the lead. */
final class SurpriseFigure {
  private static final double REACH = 8;
  private static final Look SURPRISE = Look.line(Ink.MODEL, 2.4);
  private static final Look SQUARE = Look.line(Ink.DATA, 2).broken(Dash.SHORT);

  private SurpriseFigure() {}

  static Picture of(Classroom room) {
    Surprise surprise = new Surprise(room, "cross-entropy");
    Drawing drawing = new Drawing(860, 450, "What being wrong costs, and how hard it pulls");
    Legend legend = new Legend(drawing, 60, 62);
    legend.line(SURPRISE, "cross-entropy, -ln p");
    Legend second = new Legend(drawing, 300, 62);
    second.line(SQUARE, "squared error of the probability, (p - 1)^2");
    Plot loss = panel(drawing, 60, Axis.of("loss (nats)", 0, 8, 2, v -> digits(v, 0)));
    loss.curve(d -> surprise.loss(scores(d), 0), SURPRISE);
    loss.curve(surprise::square, SQUARE);
    Plot slope =
        panel(
            drawing, 490, Axis.of("slope (per unit of lead)", -1.1, 0.1, 0.25, v -> digits(v, 2)));
    slope.curve(d -> surprise.slopes(scores(d), 0)[0], SURPRISE);
    slope.curve(surprise::squareSlope, SQUARE);
    return new Picture(
        "surprise",
        "Two charts over the lead of the right class. Left the losses: cross-entropy grows like a straight line the more wrong the network is, the squared error levels off at 1. Right the slopes: that of cross-entropy goes to -1, that of the squared error back to 0.",
        "The right class leads by d scores; for negative leads the network is wrong.",
        drawing,
        Sheet.of());
  }

  private static Plot panel(Drawing drawing, double x, Axis up) {
    Axis lead = Axis.of("lead d (difference of scores)", -REACH, REACH, 4, v -> digits(v, 0));
    Plot plot = Plot.on(drawing, new Frame(x, 120, 340, 250), lead, up);
    plot.drawing().text(x + 60, 395 + 36, "wrong", Type.TICK.middle());
    plot.drawing().text(x + 280, 395 + 36, "right", Type.TICK.middle());
    return plot;
  }

  private static float[] scores(double lead) {
    return new float[] {(float) lead, 0};
  }

  private static String digits(double value, int digits) {
    return Numerals.decimal(value, digits);
  }
}
