package nn.demo.story;

import java.util.ArrayList;
import java.util.List;
import nn.core.network.Network;
import nn.demo.terminal.TextPlot;

/** Chapter 10: the pieces put together. */
public final class TheTrainingLoop implements Chapter {
  private static final int EPOCHS = 60;
  private static final List<Integer> SHOWN = List.of(0, 1, 2, 5, 10, 20, 40, 60);
  private static final double THOUSAND = 1_000;
  private static final int HEIGHT = 8;
  private static final double BEND_RATE = 0.05;
  private static final List<Integer> BEND_EPOCHS = List.of(0, 1, 10, 100, 1_000, 3_000);
  private static final int HIDDEN = 8;

  /** The houses of BEND that the table shows: 800, 2,000 and 3,000 square feet. */
  private static final int FIRST = 0;

  private static final int MIDDLE = 6;
  private static final int LAST = 11;

  /**
   * What is known after an epoch.
   *
   * @param loss the average of the squares, in scaled numbers
   * @param rmse typical miss, in dollars
   * @param perFoot what one more square foot adds to the price, in dollars
   * @param priceOf2000 predicted price of 2,000 square feet, in dollars
   */
  public record Epoch(double loss, double rmse, double perFoot, double priceOf2000) {}

  @Override
  public int number() {
    return 10;
  }

  @Override
  public String title() {
    return "the training loop";
  }

  @Override
  public boolean hasLead() {
    return true;
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.say(
        "Now all the pieces are there. Whatever learns, from one neuron to the largest network, runs these five lines:");
    page.blank();
    page.say("  for each epoch                once over all the houses");
    page.say("      forward(houses)           guess: predict every price");
    page.say("      loss(predictions, prices) measure: the average squared error");
    page.say("      backward()                blame: the slope for every number");
    page.say("      update(weights, slopes)   adjust: a step against each slope");
    List<Epoch> town = town(room);
    learning(page, town);
    bend(page, room);
    page.close(
        "guess, measure, blame, adjust, and again: the same five lines found a price from twelve examples, and then a bend that nobody had told them of.",
        "house-price 11",
        "What are the four things that happen in every round?",
        "Why does each round achieve less than the one before?",
        "What had to change in the loop so that it could learn the bend?");
  }

  private static void learning(Page page, List<Epoch> town) {
    page.heading("TOWN: one neuron, rate 0.1, weight and bias start at 0");
    page.say("  epoch   loss (scaled)   typical miss   $ per sq ft   2,000 sq ft");
    for (int epoch : SHOWN) {
      Epoch now = town.get(epoch);
      page.say(
          "  %5d   %13s   %12s   %11s   %11s",
          epoch,
          Numerals.decimal(now.loss(), 6),
          Numerals.dollars(now.rmse()),
          Numerals.cents(now.perFoot()),
          Numerals.dollars(now.priceOf2000()));
    }
    Epoch end = town.get(EPOCHS);
    page.say(
        "Check it by hand: in scaled numbers each step goes a fifth of the way that is left: a fifth of %s is %s, then a fifth of the other %s is %s. Typical miss in thousands of dollars, epoch by epoch:",
        Numerals.cents(end.perFoot()),
        Numerals.cents(town.get(1).perFoot()),
        Numerals.cents(end.perFoot() - town.get(1).perFoot()),
        Numerals.cents(town.get(2).perFoot() - town.get(1).perFoot()));
    page.picture(TextPlot.of(epoch -> town.get((int) epoch).rmse() / THOUSAND, 0, EPOCHS, HEIGHT));
    page.say(
        "Found: %s per square foot; a house of 2,000 square feet costs %s; typical miss %s, which is the noise.",
        Numerals.cents(end.perFoot()),
        Numerals.dollars(end.priceOf2000()),
        Numerals.dollars(end.rmse()));
  }

  private static void bend(Page page, Classroom room) {
    Houses bend = Fixtures.bend();
    Network line = Fixtures.neuron(room.plugins(), 0, 0);
    room.descend(line, bend.data(), HousePrice.RATE, EPOCHS);
    page.heading("BEND: the same loop, another network");
    page.say(
        "Beyond 2,000 square feet each further one is worth only half. The best line misses by %s. With %d hidden neurons (%s), started at random by seed %d, rate %s:",
        Numerals.dollars(bend.rmse(line)),
        HIDDEN,
        room.cast().bend(),
        room.seed(),
        Numerals.decimal(BEND_RATE, 2));
    page.ask("How close will they come after 3,000 epochs?");
    page.blank();
    page.say("  epoch   typical miss     800 sq ft    2,000 sq ft    3,000 sq ft");
    Network network = hidden(room, HIDDEN, room.seed());
    bendRow(page, bend, network, 0);
    room.learn(
        network,
        room.mse(),
        bend.data(),
        room.sgd(BEND_RATE),
        BEND_EPOCHS.get(BEND_EPOCHS.size() - 1),
        epoch -> {
          if (BEND_EPOCHS.contains((int) epoch)) {
            bendRow(page, bend, network, epoch);
          }
        });
    page.say(
        "  %5s   %12s   %11s   %12s   %12s",
        "sold", "", price(bend, FIRST), price(bend, MIDDLE), price(bend, LAST));
    page.say("Not a line of the loop has changed; only the network is another one.");
  }

  private static void bendRow(Page page, Houses bend, Network network, long epoch) {
    page.say(
        "  %5s   %12s   %11s   %12s   %12s",
        Numerals.decimal((double) epoch, 0),
        Numerals.dollars(bend.rmse(network)),
        Numerals.dollars(bend.price(network, bend.sizes()[FIRST])),
        Numerals.dollars(bend.price(network, bend.sizes()[MIDDLE])),
        Numerals.dollars(bend.price(network, bend.sizes()[LAST])));
  }

  private static String price(Houses bend, int house) {
    return Numerals.dollars(bend.prices()[house]);
  }

  /** A network for scaled houses with one hidden layer. */
  static Network hidden(Classroom room, int neurons, long seed) {
    return Network.builder(room.plugins(), 1)
        .dense(neurons, room.cast().bend())
        .dense(1, "identity")
        .build(seed);
  }

  /** One neuron on TOWN: what is known after each epoch, the start first. */
  public static List<Epoch> town(Classroom room) {
    Houses town = Fixtures.town();
    Network network = Fixtures.neuron(room.plugins(), 0, 0);
    List<Epoch> epochs = new ArrayList<>(List.of(epoch(room, town, network)));
    room.learn(
        network,
        room.mse(),
        town.data(),
        room.sgd(HousePrice.RATE),
        EPOCHS,
        step -> epochs.add(epoch(room, town, network)));
    return epochs;
  }

  private static Epoch epoch(Classroom room, Houses town, Network network) {
    return new Epoch(
        room.loss(network, room.mse(), town.data()),
        town.rmse(network),
        network.parameters()[0] * town.target().deviation() / town.size().deviation(),
        town.price(network, 2000));
  }
}
