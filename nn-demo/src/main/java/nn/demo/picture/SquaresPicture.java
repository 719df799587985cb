package nn.demo.picture;

import nn.core.network.Network;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;
import nn.demo.story.Numerals;
import nn.demo.story.Town;

/** The loss as areas: a square for each house, its side the miss. */
final class SquaresPicture {
  private static final Look SQUARE = Look.line(Ink.MODEL, 1.4).filled(Ink.MODEL, 0.18);

  private SquaresPicture() {}

  static Picture of(Classroom room) {
    Network network = Fixtures.neuron(room.plugins(), Fixtures.GUESS, 0);
    double loss = room.loss(network, room.mse(), Fixtures.town().unscaled());
    Drawing drawing =
        new Drawing(
            760,
            500,
            "At %s per square foot: every miss, squared"
                .formatted(Numerals.dollars(Fixtures.GUESS)));
    // Room on the right for the square of the largest house.
    Axis size = Axis.of("size (square feet)", 600, 3400, 400, v -> Numerals.decimal(v, 0));
    Axis up = Axis.of("price (dollars)", 100_000, 650_000, 50_000, Numerals::dollars);
    Plot plot = Plot.on(drawing, new Frame(88, 80, 640, 350), size, up);
    plot.curve(x -> network.predict((float) x)[0], Look.line(Ink.MODEL, 2.5));
    double[] sizes = Town.sizes();
    double[] prices = Town.prices();
    for (int i = 0; i < sizes.length; i++) {
      double guess = network.predict((float) sizes[i])[0];
      drawing.box(square(plot.at(sizes[i], guess), plot.at(sizes[i], prices[i])), SQUARE);
    }
    plot.points(sizes, prices, Symbol.DOT, Ink.DATA);
    house(plot, network);
    Legend legend = new Legend(drawing, 108, 106);
    legend.point(Symbol.DOT, Ink.DATA, "what a house was sold for");
    legend.line(Look.line(Ink.MODEL, 2.5), "what the guess says");
    return new Picture(
        "07-squares",
        "Twelve houses above the line of the guess, 175 dollars per square foot; on each miss stands a square, and the squares grow much faster than the misses.",
        "The side of each square is the miss, its area the squared error: twice the miss is four times the area, so a few large misses outweigh many small ones. The loss is the average area, %s dollars squared; the side of that average square, %s, is the typical miss."
            .formatted(Numerals.decimal(loss, 0), Numerals.dollars(Math.sqrt(loss))),
        drawing,
        sheet(network));
  }

  private static Sheet sheet(Network network) {
    Sheet sheet =
        Sheet.of("square feet", "guess", "sold for", "error", "squared (dollars squared)");
    double[] sizes = Town.sizes();
    for (int i = 0; i < sizes.length; i++) {
      double guess = network.predict((float) sizes[i])[0];
      double error = guess - Town.prices()[i];
      sheet =
          sheet.row(
              Numerals.decimal(sizes[i], 0),
              Numerals.dollars(guess),
              Numerals.dollars(Town.prices()[i]),
              Numerals.dollars(error),
              Numerals.decimal(error * error, 0));
    }
    return sheet;
  }

  private static Frame square(Point guess, Point price) {
    double side = Math.abs(guess.y() - price.y());
    return new Frame(guess.x(), Math.min(guess.y(), price.y()), side, side);
  }

  /** The talk's house, in words. */
  private static void house(Plot plot, Network network) {
    double guess = network.predict((float) Fixtures.HOUSE_SIZE)[0];
    double miss = guess - Fixtures.HOUSE_PRICE;
    Point foot = plot.at(Fixtures.HOUSE_SIZE, guess);
    Point words = new Point(foot.x() + 22, foot.y() + 66);
    plot.drawing().arrow(words, new Point(foot.x() + 12, foot.y() + 5), Look.line(Ink.TEXT, 1.2));
    String[] lines = {
      "2,000 square feet:",
      "%s - %s = %s"
          .formatted(
              Numerals.dollars(guess),
              Numerals.dollars(Fixtures.HOUSE_PRICE),
              Numerals.dollars(miss)),
      "squared: %s dollars squared".formatted(Numerals.decimal(miss * miss, 0))
    };
    for (int i = 0; i < lines.length; i++) {
      plot.label(words, 4, 14 + 18 * i, lines[i], Type.LABEL);
    }
  }
}
