package nn.demo.picture;

import com.google.common.primitives.Doubles;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import nn.api.ElementwiseLoss;
import nn.demo.story.Classroom;
import nn.demo.story.FindingTheValley;
import nn.demo.story.Fixtures;
import nn.demo.story.Numerals;

/** The valley of one house: its loss for every weight, and the way down. */
final class ValleyPictures {
  private static final double BILLION = 1e9;
  private static final int STEPS = FindingTheValley.STEPS;
  private static final Look VALLEY = Look.line(Ink.QUIET, 2);
  private static final Look PATH = Look.line(Ink.MODEL, 1.6);

  private final Classroom room;

  ValleyPictures(Classroom room) {
    this.room = room;
  }

  /** Loss in billions of dollars squared of a price per square foot. */
  private DoubleUnaryOperator height() {
    ElementwiseLoss mse = (ElementwiseLoss) room.mse();
    return w -> mse.value(w * Fixtures.HOUSE_SIZE, Fixtures.HOUSE_PRICE) / BILLION;
  }

  /** The weights that the walk of chapter 9 visits, the guess first. */
  double[] path(double rate) {
    return Doubles.toArray(FindingTheValley.path(room, rate));
  }

  private double[] losses(double[] weights) {
    return Arrays.stream(weights).map(height()).toArray();
  }

  private static Axis loss(double to, double every) {
    return Axis.of("loss (billion dollars squared)", 0, to, every, v -> Numerals.decimal(v, 0));
  }

  /** One valley with the path of a good rate. */
  Picture valley() {
    Drawing drawing = new Drawing(760, 460, "The valley of one house");
    Plot plot =
        Plot.on(drawing, new Frame(70, 80, 660, 310), Axes.perFoot(160, 240, 10), loss(6, 1));
    plot.curve(height(), VALLEY);
    double[] weights = path(FindingTheValley.GOOD_RATE);
    double[] losses = losses(weights);
    plot.joined(weights, losses, PATH);
    plot.points(weights, losses, Symbol.DOT, Ink.MODEL);
    plot.label(plot.at(weights[0], losses[0]), 12, -4, "guess", Type.LABEL);
    plot.label(plot.at(weights[1], losses[1]), 7, -10, "1", Type.LABEL);
    plot.label(plot.at(weights[STEPS], losses[STEPS]), 9, -16, "2 to 5", Type.LABEL);
    for (int i = 0; i < weights.length; i++) {
      drawing.text(
          plot.x(Fixtures.HOUSE_PRICE / Fixtures.HOUSE_SIZE),
          104 + 19 * i,
          "%s: %s, error %s"
              .formatted(
                  step(i),
                  Numerals.cents(weights[i]),
                  Numerals.dollars(weights[i] * Fixtures.HOUSE_SIZE - Fixtures.HOUSE_PRICE)),
          Type.LABEL.middle());
    }
    return new Picture(
        "09-valley",
        "A curve like a valley with its bottom at 200 dollars per square foot; balls roll down from 175 in ever smaller steps.",
        "For every weight the loss of the one house of 2,000 square feet that was sold for $400,000. The slope under the ball says which way is down and how far to step: large steps where it is steep, small ones near the bottom. Nobody ever sees the whole curve while training, only the slope at one place.",
        drawing,
        sheet(weights, losses));
  }

  private static Sheet sheet(double[] weights, double[] losses) {
    Sheet sheet = Sheet.of("step", "weight", "error", "loss (billion dollars squared)");
    for (int i = 0; i < weights.length; i++) {
      double error = weights[i] * Fixtures.HOUSE_SIZE - Fixtures.HOUSE_PRICE;
      sheet =
          sheet.row(
              step(i),
              Numerals.cents(weights[i]),
              Numerals.dollars(error),
              Numerals.decimal(losses[i], 6));
    }
    return sheet;
  }

  private static String step(int number) {
    return number == 0 ? "guess" : "step " + number;
  }

  /** Four rates side by side. */
  Picture rates() {
    Drawing drawing = new Drawing(860, 620, "Four rates: how far each step goes");
    double[] rates = Doubles.toArray(FindingTheValley.RATES);
    double[][] paths = Arrays.stream(rates).mapToObj(this::path).toArray(double[][]::new);
    for (int i = 0; i < rates.length; i++) {
      Frame frame = new Frame(72 + 420 * (i % 2), 106 + 265 * (i / 2), 340, 160);
      Plot plot = Plot.on(drawing, frame, Axes.perFoot(100, 300, 50), loss(40, 10));
      plot.curve(height(), VALLEY);
      double[] weights = paths[i];
      plot.joined(weights, losses(weights), PATH);
      plot.points(weights, losses(weights), Symbol.DOT, Ink.MODEL);
      drawing.text(
          frame.x() - 30,
          frame.y() - 34,
          "rate %s %s: %s after %d steps"
              .formatted(
                  rate(rates[i]),
                  FindingTheValley.FATES.get(i),
                  Numerals.cents(weights[STEPS]),
                  STEPS),
          Type.LABEL.thick());
    }
    return new Picture(
        "09-rates",
        "Four copies of the same valley. With the smallest rate the balls hardly move, with the second they reach the bottom, with the third they jump from side to side, with the last they climb out.",
        "The same guess, the same slope, five steps each; only the rate differs. Too small, and a hundred steps are needed for what five can do. Too large, and every step jumps over the bottom to a place that is just as high or higher; where it explodes, the last ball, at %s, lies beyond the picture."
            .formatted(Numerals.cents(paths[rates.length - 1][STEPS])),
        drawing,
        sheet(rates, paths));
  }

  private static Sheet sheet(double[] rates, double[][] paths) {
    String[] head = new String[STEPS + 2];
    Arrays.setAll(head, i -> i == 0 ? "rate" : step(i - 1));
    Sheet sheet = Sheet.of(head);
    for (int r = 0; r < rates.length; r++) {
      String[] cells = new String[head.length];
      double[] path = paths[r];
      String rate = rate(rates[r]);
      Arrays.setAll(cells, i -> i == 0 ? rate : Numerals.cents(path[i - 1]));
      sheet = sheet.row(cells);
    }
    return sheet;
  }

  private static String rate(double rate) {
    return new BigDecimal(Double.toString(rate)).stripTrailingZeros().toPlainString();
  }
}
