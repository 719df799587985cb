package nn.demo.picture;

import java.util.function.DoubleUnaryOperator;
import nn.core.network.Network;
import nn.demo.story.Classroom;
import nn.demo.story.FindingTheValley;
import nn.demo.story.Fixtures;
import nn.demo.story.FromRulesToPatterns;
import nn.demo.story.Numerals;
import nn.demo.story.Town;

/** The first chapters: rules against a pattern, the houses, the loop. */
final class FirstPictures {
  private static final double UNSEEN = 2050;
  private static final Look PLATE = Look.line(Ink.TEXT, 1.6).filled(Ink.PAPER, 1);
  private static final Look WIRE = Look.line(Ink.MODEL, 2.4);

  private final Classroom room;

  FirstPictures(Classroom room) {
    this.room = room;
  }

  /** Three rules as steps over the points, and a house that nobody thought of. */
  Picture rules() {
    DoubleUnaryOperator line = FromRulesToPatterns.line(room);
    Drawing drawing = new Drawing(760, 460, "Three rules and one line");
    Plot plot = Plot.on(drawing, new Frame(88, 80, 640, 310), Axes.size(), Axes.price());
    Look steps = Look.line(Ink.QUIET, 2).broken(Dash.SHORT);
    Look found = Look.line(Ink.MODEL, 2.4);
    plot.curve(FromRulesToPatterns::ruled, steps);
    plot.curve(line, found);
    plot.points(Town.sizes(), Town.prices(), Symbol.DOT, Ink.DATA);
    below(plot, FromRulesToPatterns.ruled(UNSEEN), "the rules say ");
    above(plot, line.applyAsDouble(UNSEEN), "the line says ");
    Legend legend = new Legend(drawing, 108, 106);
    legend.point(Symbol.DOT, Ink.DATA, "what a house was sold for");
    legend.line(steps, "three rules, written by hand");
    legend.line(found, "the line that was found");
    return new Picture(
        "01-rules",
        "Twelve houses as points; three rules as steps that miss most of them; a line that runs through them.",
        "Three rules make three steps, and most houses lie beside them. A house of %s square feet, which nobody had in mind when the rules were written, falls on the wrong step: they say %s, the line says %s."
            .formatted(
                Numerals.decimal(UNSEEN, 0),
                Numerals.dollars(FromRulesToPatterns.ruled(UNSEEN)),
                Numerals.dollars(line.applyAsDouble(UNSEEN))),
        drawing,
        answers(line));
  }

  private static Sheet answers(DoubleUnaryOperator line) {
    Sheet sheet = Sheet.of("square feet", "sold for", "the rules say", "the line says");
    double[] prices = Town.prices();
    for (int i = 0; i < prices.length; i++) {
      sheet = answers(sheet, Town.sizes()[i], Numerals.dollars(prices[i]), line);
    }
    return answers(sheet, UNSEEN, "not yet", line);
  }

  private static Sheet answers(Sheet sheet, double size, String sold, DoubleUnaryOperator line) {
    return sheet.row(
        Numerals.decimal(size, 0),
        sold,
        Numerals.dollars(FromRulesToPatterns.ruled(size)),
        Numerals.dollars(line.applyAsDouble(size)));
  }

  private static void above(Plot plot, double price, String who) {
    Point at = plot.at(UNSEEN, price);
    Point words = new Point(at.x() - 30, at.y() - 34);
    plot.drawing().pointed(words, at, who + Numerals.dollars(price), Type.LABEL.end());
    Symbol.SQUARE.draw(plot.drawing(), at, Ink.MODEL);
  }

  private static void below(Plot plot, double price, String who) {
    Point at = plot.at(UNSEEN, price);
    Point words = new Point(at.x() + 28, at.y() + 32);
    plot.drawing().pointed(words, at, who + Numerals.dollars(price), Type.LABEL);
    Symbol.SQUARE.draw(plot.drawing(), at, Ink.QUIET);
  }

  /** Size against price, between the cheapest and the dearest square foot. */
  Picture houses() {
    double[] sizes = Town.sizes();
    double[] prices = Town.prices();
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < sizes.length; i++) {
      low = Math.min(low, prices[i] / sizes[i]);
      high = Math.max(high, prices[i] / sizes[i]);
    }
    double cheapest = low;
    double dearest = high;
    Drawing drawing = new Drawing(760, 460, "Twelve houses: which single number describes them?");
    Plot plot = Plot.on(drawing, new Frame(88, 80, 640, 310), Axes.size(), Axes.price());
    Look lower = Look.line(Ink.QUIET, 1.8).broken(Dash.SHORT);
    Look upper = Look.line(Ink.QUIET, 1.8).broken(Dash.MIXED);
    plot.curve(x -> x * dearest, upper);
    plot.curve(x -> x * cheapest, lower);
    plot.points(sizes, prices, Symbol.DOT, Ink.DATA);
    Legend legend = new Legend(drawing, 108, 106);
    legend.point(Symbol.DOT, Ink.DATA, "a house that was sold");
    legend.line(upper, "%s per square foot".formatted(Numerals.cents(dearest)));
    legend.line(lower, "%s per square foot".formatted(Numerals.cents(cheapest)));
    return new Picture(
        "02-houses",
        "Twelve houses as points, size against price, between two lines from the origin.",
        "Every house has its own price per square foot, from %s to %s, and all of them lie between these two lines. One number in between describes them best; chapter 10 finds it."
            .formatted(Numerals.cents(cheapest), Numerals.cents(dearest)),
        drawing,
        perFoot(sizes, prices));
  }

  private static Sheet perFoot(double[] sizes, double[] prices) {
    Sheet sheet = Sheet.of("square feet", "sold for", "per square foot");
    for (int i = 0; i < sizes.length; i++) {
      sheet =
          sheet.row(
              Numerals.decimal(sizes[i], 0),
              Numerals.dollars(prices[i]),
              Numerals.cents(prices[i] / sizes[i]));
    }
    return sheet;
  }

  /** The loop with the numbers of its first round. */
  Picture loop() {
    Network neuron = Fixtures.neuron(room.plugins(), Fixtures.GUESS, 0);
    double price = neuron.predict((float) Fixtures.HOUSE_SIZE)[0];
    double slope = room.slopes(neuron, room.mse(), Fixtures.house())[0];
    double next = FindingTheValley.path(room, FindingTheValley.GOOD_RATE).get(1);
    Drawing drawing = new Drawing(820, 420, "Guess, measure, adjust, repeat");
    plate(
        drawing,
        new Frame(40, 90, 310, 100),
        "1 guess: %s per square foot".formatted(Numerals.dollars(Fixtures.GUESS)),
        "2,000 square feet cost " + Numerals.dollars(price));
    plate(
        drawing,
        new Frame(470, 90, 310, 100),
        "2 measure: sold for " + Numerals.dollars(Fixtures.HOUSE_PRICE),
        "error " + Numerals.dollars(price - Fixtures.HOUSE_PRICE));
    plate(
        drawing,
        new Frame(470, 270, 310, 100),
        "3 adjust: against the slope",
        "slope " + Numerals.decimal(slope, 0));
    plate(
        drawing,
        new Frame(40, 270, 310, 100),
        "4 repeat with the new guess",
        Numerals.dollars(next) + " per square foot");
    drawing.arrow(new Point(352, 140), new Point(466, 140), WIRE);
    drawing.arrow(new Point(625, 192), new Point(625, 266), WIRE);
    drawing.arrow(new Point(468, 320), new Point(354, 320), WIRE);
    drawing.arrow(new Point(195, 268), new Point(195, 194), WIRE);
    return new Picture(
        "03-loop",
        "Four boxes in a circle: guess, measure, adjust, repeat, with the numbers of the first round.",
        "One round with the house that was sold for $400,000. The guess of %s is too low, the slope says so, and the next guess is %s. The same four boxes, over and over, are all there is to training."
            .formatted(Numerals.dollars(Fixtures.GUESS), Numerals.dollars(next)),
        drawing,
        Sheet.of("step", "number")
            .row("guess, per square foot", Numerals.dollars(Fixtures.GUESS))
            .row("price of 2,000 square feet", Numerals.dollars(price))
            .row("error", Numerals.dollars(price - Fixtures.HOUSE_PRICE))
            .row("slope", Numerals.decimal(slope, 0))
            .row("next guess, per square foot", Numerals.dollars(next)));
  }

  private static void plate(Drawing drawing, Frame frame, String title, String numbers) {
    drawing.box(frame, PLATE);
    drawing.text(frame.middle(), frame.y() + 42, title, Type.LABEL.sized(15).thick().middle());
    drawing.text(frame.middle(), frame.y() + 70, numbers, Type.LABEL.sized(15).middle());
  }
}
