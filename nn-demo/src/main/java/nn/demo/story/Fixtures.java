package nn.demo.story;

import java.util.Arrays;
import nn.core.data.Dataset;
import nn.core.data.Table;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;

/**
 * The small data sets and networks that every chapter and test shares, each of a size that can be
 * checked by hand.
 */
public final class Fixtures {
  /** HOUSE: size of the one house, in square feet. */
  public static final double HOUSE_SIZE = 2000;

  /** HOUSE: what it was sold for, in dollars. */
  public static final double HOUSE_PRICE = 400_000;

  /** The guess that makes the talk's $350,000 of HOUSE, in dollars per square foot. */
  public static final double GUESS = 175;

  /** LAND: what the plot adds to every price of TOWN, in dollars. */
  public static final double PLOT = 50_000;

  /** BEND: size from which a further square foot is worth half, in square feet. */
  public static final double BEND_AT = 2000;

  /** DEAD: the bias of every hidden neuron, far below what any house lifts above 0. */
  public static final double DEAD_BIAS = -1.2;

  /** RING: points in all, half of each kind. */
  public static final int RING_POINTS = 200;

  /** RING: "normal" is inside this radius. */
  public static final double RING_INNER = 0.8;

  /** RING: "fraud" is from this radius on. */
  public static final double RING_FROM = 1.2;

  /** RING: "fraud" is up to this radius. */
  public static final double RING_TO = 2.0;

  /** DEEP: hidden layers. */
  public static final int DEEP_LAYERS = 10;

  private static final int HIDDEN = 8;
  private static final long RING_SEED = 1;

  private Fixtures() {}

  /** HOUSE: one house of 2,000 square feet, sold for $400,000; not scaled. */
  public static Dataset house() {
    return Dataset.of(new double[][] {{HOUSE_SIZE}}, new double[][] {{HOUSE_PRICE}});
  }

  /** TOWN: twelve houses; the best line is $200 per square foot and $0 besides. */
  public static Houses town() {
    return Houses.of(Town.table());
  }

  /** LAND: TOWN with a plot for each house; needs a bias. */
  public static Houses land() {
    return Houses.of(priced(Arrays.stream(Town.prices()).map(p -> p + PLOT).toArray()));
  }

  /**
   * BEND: the sizes of TOWN, $200 per square foot up to 2,000 and $100 for each further one: {@code
   * 200 x - 100 ReLU(x - 2000)}.
   */
  public static Houses bend() {
    return Houses.of(
        priced(
            Arrays.stream(Town.sizes())
                .map(x -> 200 * x - 100 * Math.max(0, x - BEND_AT))
                .toArray()));
  }

  /** RING: points of the plane; target 0 inside the inner circle, 1 in the ring around it. */
  public static Dataset ring() {
    SplitMix64 random = new SplitMix64(RING_SEED);
    double[][] points = new double[RING_POINTS][];
    double[][] kinds = new double[RING_POINTS][];
    for (int i = 0; i < RING_POINTS; i++) {
      boolean fraud = i % 2 == 1;
      double radius =
          fraud ? random.nextDouble(RING_FROM, RING_TO) : random.nextDouble(0, RING_INNER);
      double angle = random.nextDouble(0, 2 * StrictMath.PI);
      points[i] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
      kinds[i] = new double[] {fraud ? 1 : 0};
    }
    return Dataset.of(points, kinds);
  }

  /** One neuron without activation: {@code weight x + bias}. */
  public static Network neuron(Plugins plugins, double weight, double bias) {
    return neuron(plugins, "identity", weight, bias);
  }

  /** One neuron: {@code activation(weight x + bias)}. */
  public static Network neuron(Plugins plugins, String activation, double weight, double bias) {
    return filled(Network.builder(plugins, 1).dense(1, activation), weight, bias);
  }

  /** NEURON: weights 0.8 and -0.3, bias 0.1; its sum is 1.4 at (2, 1). */
  public static Network twoInputs(Plugins plugins, String activation) {
    return filled(Network.builder(plugins, 2).dense(1, activation), 0.8, -0.3, 0.1);
  }

  /**
   * BEND written down as a network, in square feet and dollars: two hidden neurons, {@code x} and
   * {@code x - 2000}, and {@code 200} and {@code -100} times what they let through.
   */
  public static Network hinges(Plugins plugins) {
    return filled(
        Network.builder(plugins, 1).dense(2, "relu").dense(1, "identity"),
        1,
        1,
        0,
        -BEND_AT,
        200,
        -100,
        0);
  }

  /**
   * STACK: three layers of 2, 3 and 1 neurons. With the activation identity they are {@code 15 x +
   * 4}.
   *
   * @param activation of the first two layers
   */
  public static Network stack(Plugins plugins, String activation) {
    NetworkBuilder layers =
        Network.builder(plugins, 1).dense(2, activation).dense(3, activation).dense(1, "identity");
    return filled(
        layers, //
        2, -1, 1, 3, //
        1, 0, 3, 2, 1, -1, 0, 1, -2, //
        1, -1, 2, 5);
  }

  /** BLAME: x in thousands of square feet, two hidden ReLUs, the price in thousands of dollars. */
  public static Network blame(Plugins plugins) {
    return filled(
        Network.builder(plugins, 1).dense(2, "relu").dense(1, "identity"), 1, -1, 0, 1, 175, 50, 0);
  }

  /** The house that BLAME looks at: 2 (thousand square feet), sold for 400 (thousand dollars). */
  public static Dataset blameHouse() {
    return Dataset.of(new double[][] {{2}}, new double[][] {{400}});
  }

  /** DEAD: four hidden neurons whose sums are below 0 for every house of BEND, scaled. */
  public static Network dead(Plugins plugins, String activation, double bias) {
    Network network =
        Network.builder(plugins, 1).dense(4, activation).dense(1, "identity").build(1);
    fill(network, 0, 0.5, 0.4, -0.4, -0.5);
    fill(network, 1, bias, bias, bias, bias);
    int output = network.blocks().size() - 2;
    fill(network, output, 0.5, -0.5, 0.5, -0.5);
    fill(network, output + 1, 0);
    return network;
  }

  /** DEEP: ten hidden layers of 8, one output; starting values from the seed. */
  public static Network deep(Plugins plugins, String activation, long seed) {
    NetworkBuilder layers = Network.builder(plugins, 1);
    for (int i = 0; i < DEEP_LAYERS; i++) {
      layers.dense(HIDDEN, activation);
    }
    return layers.dense(1, "identity").build(seed);
  }

  private static Table priced(double[] prices) {
    return Table.of(Town.SIZE, Town.sizes()).with(Town.PRICE, prices);
  }

  /**
   * Weights are inputs x units, row by row, then the biases; layer after layer. What activations
   * learn stays.
   */
  private static Network filled(NetworkBuilder layers, double... numbers) {
    Network network = layers.build(1);
    float[] parameters = network.parameters();
    for (int i = 0; i < numbers.length; i++) {
      parameters[i] = (float) numbers[i];
    }
    return network;
  }

  private static void fill(Network network, int block, double... numbers) {
    int offset = network.blocks().get(block).offset();
    for (int i = 0; i < numbers.length; i++) {
      network.parameters()[offset + i] = (float) numbers[i];
    }
  }
}
