package nn.demo.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nn.api.Block;
import nn.core.network.Network;
import nn.core.network.Neuron;

/** Chapter 11: dead neurons, vanishing gradients, and what helps against them. */
public final class WhenLearningStops implements Chapter {
  /** Biases of DEAD: just closed, far, and very far below 0. */
  private static final List<Double> BIASES = List.of(Fixtures.DEAD_BIAS, -2.0, -4.0);

  private static final List<String> CURES =
      List.of("relu", "leaky-relu(slope=0.01)", "leaky-relu(slope=0.1)", "prelu", "gelu");
  private static final double DEAD_RATE = 0.05;
  private static final int DEAD_STEPS = 20_000;

  /** Activations that DEEP is tried with. */
  public static final List<String> DEEP = List.of("sigmoid", "tanh", "relu");

  private static final double DEEP_RATE = 0.05;
  private static final int DEEP_STEPS = 2_000;

  /** A start from which the ReLUs of DEEP die while they learn. */
  static final long DYING_SEED = 8;

  @Override
  public int number() {
    return 11;
  }

  @Override
  public String title() {
    return "when learning stops";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.say(
        "Sometimes the loop runs and runs, and nothing gets better. No error is reported: the blame has become 0, and 0 times any rate is no step. Two ways to get there, both on BEND, the houses with the bend.");
    dying(page, room);
    cures(page, room);
    vanishing(page, room);
    page.close(
        "a network learns only where a slope comes through: open gates and activations that do not flatten it.",
        "house-price 12",
        "When exactly is a ReLU neuron dead, and why can it not come back?",
        "Is there a cure that helps in every case of the table?",
        "Why does the first of ten sigmoid layers hardly learn?");
  }

  private static void dying(Page page, Classroom room) {
    Houses bend = Fixtures.bend();
    Network dead = Fixtures.dead(room.plugins(), "relu", Fixtures.DEAD_BIAS);
    float[] slopes = room.slopes(dead, room.mse(), bend.data());
    page.heading("The dying ReLU");
    page.say(
        "DEAD: four hidden ReLU neurons, each with a bias of %s. Their sums, before ReLU:",
        Numerals.decimal(Fixtures.DEAD_BIAS, 1));
    page.blank();
    page.say("  neuron   weight   lowest sum   highest sum   gate open   its blame");
    for (int unit = 0; unit < dead.blocks().get(0).columns(); unit++) {
      List<Double> sums = sums(dead, bend, unit);
      page.say(
          "  %6d   %6s   %10s   %11s   %9s   %9s",
          unit + 1,
          Numerals.decimal(dead.parameters()[unit], 1),
          Numerals.decimal(sums.stream().min(Double::compare).orElseThrow(), 2),
          Numerals.decimal(sums.stream().max(Double::compare).orElseThrow(), 2),
          sums.stream().filter(sum -> sum > 0).count() + " of " + bend.count(),
          Numerals.decimal(slopes[unit], 0));
    }
    page.say(
        "Not one house opens a gate. A closed ReLU sends 0 and has slope 0, so no blame reaches its weights: they stay as they are, and the gate stays closed, for ever.");
  }

  /** The sums of a hidden neuron before its activation, house by house. */
  static List<Double> sums(Network network, Houses houses, int unit) {
    List<Double> sums = new ArrayList<>();
    for (double size : houses.sizes()) {
      Neuron neuron = network.neuron(0, unit, houses.scaled(size));
      sums.add((double) neuron.sum());
    }
    return sums;
  }

  private static void cures(Page page, Classroom room) {
    Houses bend = Fixtures.bend();
    Network line = Fixtures.neuron(room.plugins(), 0, 0);
    double mean = bend.rmse(line);
    room.descend(line, bend.data(), HousePrice.RATE, 100);
    page.ask("Which of the relatives of ReLU can wake such a neuron?");
    page.blank();
    page.say(
        "Typical miss after %s steps, for three biases at the start (predicting the average price: %s; the best straight line: %s):",
        Numerals.decimal(DEAD_STEPS, 0), Numerals.dollars(mean), Numerals.dollars(bend.rmse(line)));
    page.blank();
    page.say(
        "  %-24s %12s %12s %12s",
        "activation", "bias " + BIASES.get(0), "bias " + BIASES.get(1), "bias " + BIASES.get(2));
    for (String cure : CURES) {
      StringBuilder row = new StringBuilder();
      for (double bias : BIASES) {
        row.append(String.format(Locale.ROOT, " %12s", miss(dead(room, cure, bias))));
      }
      page.say("  %-24s%s", cure, row);
    }
    page.say(
        "The leaky ReLU lets a hundredth or a tenth through, the parametric one (prelu) learns how much, GELU has no hard edge. All of them wake neurons that are a little below 0. From further down the leaky ones may end as a straight line again, all neurons on one side of their bend, or explode; GELU beats the line each time, but is too round to meet the corner. Cures help; they are not magic.");
  }

  /** Typical miss of DEAD after its training, in dollars; not a number if it explodes. */
  static double dead(Classroom room, String activation, double bias) {
    Houses bend = Fixtures.bend();
    Network network = Fixtures.dead(room.plugins(), activation, bias);
    room.descend(network, bend.data(), DEAD_RATE, DEAD_STEPS);
    return rmse(bend, network);
  }

  private static void vanishing(Page page, Classroom room) {
    page.heading("Vanishing gradients");
    page.say(
        "DEEP: ten hidden layers of eight neurons. On its way back the blame is multiplied by the slope of every activation it passes. A sigmoid's is 0.25 at best: after ten of them, weights aside, at most 0.25^10 = %s is left, about a millionth (e-07: the point moves seven places to the left). Size of the blame (root mean square) that reaches the weights of each layer, before the first step:",
        Numerals.scientific(StrictMath.pow(0.25, Fixtures.DEEP_LAYERS), 1));
    page.blank();
    page.say("  layer        %10s %12s %12s", DEEP.get(0), DEEP.get(1), DEEP.get(2));
    List<List<Double>> sizes =
        DEEP.stream().map(name -> deepSlopes(room, name, room.seed())).toList();
    for (int layer = Fixtures.DEEP_LAYERS; layer >= 0; layer -= 2) {
      page.say(
          "  %-11s  %10s %12s %12s",
          layer == Fixtures.DEEP_LAYERS ? "output" : String.valueOf(layer + 1),
          Numerals.scientific(sizes.get(0).get(layer), 1),
          Numerals.scientific(sizes.get(1).get(layer), 1),
          Numerals.scientific(sizes.get(2).get(layer), 1));
    }
    page.blank();
    page.say(
        "  %-12s %10s %12s %12s",
        "then a miss of",
        miss(deep(room, DEEP.get(0), room.seed())),
        miss(deep(room, DEEP.get(1), room.seed())),
        miss(deep(room, DEEP.get(2), room.seed())));
    page.say(
        "after %s steps at rate %s. The sigmoids still predict the average price; an open ReLU gate has the slope 1 and passes the blame on as it is (but it may close on the way: try --seed %d). Before ReLU, sigmoid and tanh were the usual activations, and deep networks learned slowly or not at all; today ReLU is at work in the hidden layers of most networks that look at pictures (CNNs).",
        Numerals.decimal(DEEP_STEPS, 0), Numerals.decimal(DEEP_RATE, 2), DYING_SEED);
  }

  /** Root mean square of the slopes of each layer's weights of DEEP at the start. */
  public static List<Double> deepSlopes(Classroom room, String activation, long seed) {
    Network network = Fixtures.deep(room.plugins(), activation, seed);
    float[] slopes = room.slopes(network, room.mse(), Fixtures.bend().data());
    return network.blocks().stream()
        .filter(block -> block.role() == Block.Role.WEIGHTS)
        .map(block -> rootMeanSquare(slopes, block))
        .toList();
  }

  private static double rootMeanSquare(float[] slopes, Block block) {
    double sum = 0;
    for (int i = block.offset(); i < block.end(); i++) {
      sum += (double) slopes[i] * slopes[i];
    }
    return Math.sqrt(sum / block.size());
  }

  /** Typical miss of DEEP after its training, in dollars. */
  static double deep(Classroom room, String activation, long seed) {
    Houses bend = Fixtures.bend();
    Network network = Fixtures.deep(room.plugins(), activation, seed);
    room.descend(network, bend.data(), DEEP_RATE, DEEP_STEPS);
    return rmse(bend, network);
  }

  private static double rmse(Houses houses, Network network) {
    return Double.isFinite(network.predict(0)[0]) ? houses.rmse(network) : Double.NaN;
  }

  private static String miss(double rmse) {
    return Double.isNaN(rmse) ? "explodes" : Numerals.dollars(rmse);
  }
}
