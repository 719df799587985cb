package nn.demo.picture;

import nn.core.network.Network;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;
import nn.demo.story.Houses;
import nn.demo.story.Numerals;

/**
 * BEND, learned twice.
 *
 * @param houses their prices rise more slowly from 2,000 square feet on
 * @param line a network without any bend
 * @param bent one with eight ReLUs
 */
record Bend(Houses houses, Network line, Network bent) {
  private static final int STEPS = 3000;

  static Bend learn(Classroom room) {
    Houses houses = Fixtures.bend();
    Network line = Network.builder(room.plugins(), 1).dense(1, "identity").build(room.seed());
    Network bent =
        Network.builder(room.plugins(), 1).dense(8, "relu").dense(1, "identity").build(room.seed());
    room.descend(line, houses.data(), 0.05, STEPS);
    room.descend(bent, houses.data(), 0.05, STEPS);
    return new Bend(houses, line, bent);
  }

  /** Line against bend over the points. */
  Picture picture() {
    Drawing drawing = new Drawing(760, 460, "A line cannot bend, eight ReLUs can");
    Axis up = Axis.of("price (dollars)", 100_000, 600_000, 100_000, Numerals::dollars);
    Plot plot = Plot.on(drawing, new Frame(88, 80, 640, 310), Axes.size(), up);
    Look straight = Look.line(Ink.QUIET, 2.2).broken(Dash.LONG);
    Look bends = Look.line(Ink.MODEL, 2.6);
    plot.curve(x -> houses.price(line, x), straight);
    plot.curve(x -> houses.price(bent, x), bends);
    plot.points(houses.sizes(), houses.prices(), Symbol.DOT, Ink.DATA);
    Legend legend = new Legend(drawing, 108, 106);
    legend.point(Symbol.DOT, Ink.DATA, "a house of BEND");
    legend.line(straight, "without activation: misses by " + miss(line));
    legend.line(bends, "with eight ReLUs: misses by " + miss(bent));
    return new Picture(
        "05-bend",
        "Twelve houses whose prices rise more slowly from 2,000 square feet on; a straight line misses them at both ends and in the middle, a bent one runs through them.",
        "From 2,000 square feet on, a further square foot is worth half. The network without activation draws one straight line, however many layers it has, and typically misses by %s. The one with eight ReLUs bends about where the prices do and misses by %s."
            .formatted(miss(line), miss(bent)),
        drawing,
        sheet());
  }

  private Sheet sheet() {
    Sheet sheet = Sheet.of("square feet", "sold for", "without activation", "with eight ReLUs");
    double[] sizes = houses.sizes();
    for (int i = 0; i < sizes.length; i++) {
      sheet =
          sheet.row(
              Numerals.decimal(sizes[i], 0),
              Numerals.dollars(houses.prices()[i]),
              Numerals.dollars(houses.price(line, sizes[i])),
              Numerals.dollars(houses.price(bent, sizes[i])));
    }
    return sheet;
  }

  private String miss(Network network) {
    return Numerals.dollars(houses.rmse(network));
  }
}
