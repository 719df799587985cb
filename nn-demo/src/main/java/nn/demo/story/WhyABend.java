package nn.demo.story;

import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.dollars;

import java.util.List;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;

/** Chapter 5: layers without activation are one straight line; one bend changes that. */
final class WhyABend implements Chapter {
  private static final int WIDTH = 8;
  private static final int STEPS = 3000;
  private static final double RATE = 0.05;
  private static final int[] DEPTHS = {1, 3, 10};

  @Override
  public int number() {
    return 5;
  }

  @Override
  public String title() {
    return "why a bend is needed";
  }

  @Override
  public boolean hasLead() {
    return true;
  }

  @Override
  public void tell(Page page, Classroom room) {
    collapse(page, room);
    lines(page, room);
    page.ask("Would ten layers without activation learn this town better than one?");
    table(page, room);
    hinges(page, room);
    page.close(
        "without activations any number of layers is one straight line; a bend in each neuron lets"
            + " a network put straight pieces together into any shape.",
        "house-price 6",
        "What do three layers without activation amount to, and how can you check it?",
        "Why does a tenth layer not help against a bend in the prices?",
        "How does 200 x - 100 ReLU(x - 2000) price a house of 2,400 square feet?");
  }

  private static void collapse(Page page, Classroom room) {
    Network stack = Fixtures.stack(room.plugins(), "identity");
    page.say(
        "Networks have layers: the outputs of one row of neurons are the inputs of the next. Take"
            + " three layers of 2, 3 and 1 neurons, without activation. A neuron's sum, z ="
            + " w1 x1 + w2 x2 + ... + b, is a straight line; written out for an input x:");
    page.blank();
    layer(page, stack, "layer 1", 0, 2);
    layer(page, stack, "layer 2", 1, 3);
    layer(page, stack, "layer 3", 2, 1);
    page.blank();
    page.say(
        "Sums of lines are lines. The whole stack is %s: one neuron would do the same. Output ="
            + " W x input + b, however many layers: without activations deep learning, which is"
            + " learning in many layers, would hardly work. Look what ReLU between them changes:",
        line(stack, 2, 0));
    page.blank();
    page.say("      x    %s   the three layers   with ReLU between", line(stack, 2, 0));
    Network bent = Fixtures.stack(room.plugins(), "relu");
    for (float x : new float[] {-2, 0, 2}) {
      page.say(
          "  %5s   %8s   %16s   %17s",
          decimal(x, 0),
          decimal(slope(stack, 2, 0) * x + at(stack, 2, 0, 0), 0),
          decimal(stack.predict(x)[0], 0),
          decimal(bent.predict(x)[0], 0));
    }
  }

  private static void layer(Page page, Network stack, String name, int layer, int neurons) {
    StringBuilder line = new StringBuilder("  " + name);
    for (int unit = 0; unit < neurons; unit++) {
      line.append("   ").append(line(stack, layer, unit));
    }
    page.say("%s", line);
  }

  /** A neuron of a linear network as a line: its value at 0, and what it gains up to 1. */
  private static String line(Network network, int layer, int unit) {
    double start = at(network, layer, unit, 0);
    return "%sx %s %s"
        .formatted(
            decimal(slope(network, layer, unit), 0),
            start < 0 ? "-" : "+",
            decimal(Math.abs(start), 0));
  }

  private static double slope(Network network, int layer, int unit) {
    return at(network, layer, unit, 1) - at(network, layer, unit, 0);
  }

  private static double at(Network network, int layer, int unit, float x) {
    return network.neuron(layer, unit, x).sum();
  }

  private static void lines(Page page, Classroom room) {
    page.heading("A town with a bend");
    page.say(
        "In another town a square foot costs $200 up to 2,000 square feet, and half of that from"
            + " there on. One neuron (the dots) does what a line can:");
    page.blank();
    Houses houses = Fixtures.bend();
    Network line = learned(room, houses, linear(room, 1));
    page.picture(Sketch.of(houses, size -> houses.price(line, size)));
    page.blank();
  }

  private static void table(Page page, Classroom room) {
    Houses houses = Fixtures.bend();
    page.say(
        "More layers, then? And what if the neurons have a bend? Each of these networks learned the"
            + " same twelve houses:");
    page.blank();
    page.say("  %-38s  typical miss after %s steps", "network", decimal(STEPS, 0));
    for (int depth : DEPTHS) {
      String name = depth == 1 ? "1 layer, no activation" : depth + " layers, no activation";
      row(page, name, houses.rmse(learned(room, houses, linear(room, depth))));
    }
    String bend = room.cast().bend();
    Network bent =
        Network.builder(room.plugins(), 1)
            .dense(WIDTH, bend)
            .dense(1, "identity")
            .build(room.seed());
    row(
        page,
        "2 layers, " + WIDTH + " neurons with " + room.cast().bendName(),
        houses.rmse(learned(room, houses, bent)));
    page.blank();
  }

  private static void row(Page page, String name, double miss) {
    page.say("  %-38s  %12s", name, dollars(miss));
  }

  private static Network linear(Classroom room, int depth) {
    NetworkBuilder layers = Network.builder(room.plugins(), 1);
    for (int i = 1; i < depth; i++) {
      layers.dense(WIDTH, "identity");
    }
    return layers.dense(1, "identity").build(room.seed());
  }

  private static Network learned(Classroom room, Houses houses, Network network) {
    room.descend(network, houses.data(), RATE, STEPS);
    return network;
  }

  private static void hinges(Page page, Classroom room) {
    page.say(
        "Why it works can be written down. ReLU(z) is z where z is positive and 0 elsewhere, so"
            + " ReLU(x - 2000) counts the square feet beyond 2,000 and is silent before:");
    page.blank();
    page.say("  price = 200 x - 100 ReLU(x - 2000)");
    page.blank();
    Network hinges = Fixtures.hinges(room.plugins());
    StringBuilder feet = new StringBuilder("  square feet     ");
    StringBuilder gate = new StringBuilder("  ReLU(x - 2000)  ");
    StringBuilder price = new StringBuilder("  price           ");
    for (float size : List.of(1000f, 2000f, 2200f, 2400f, 3000f)) {
      feet.append("%10s".formatted(decimal(size, 0)));
      gate.append("%10s".formatted(decimal(hinges.neuron(0, 1, size).output(), 0)));
      price.append("%10s".formatted(dollars(hinges.predict(size)[0])));
    }
    page.say("%s", feet);
    page.say("%s", gate);
    page.say("%s", price);
    page.blank();
    page.say("One bend, and a second slope begins. Eight neurons have room for eight bends.");
  }
}
