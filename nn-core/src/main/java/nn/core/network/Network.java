package nn.core.network;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.api.Activation;
import nn.api.Block;
import nn.api.Link;
import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.core.random.Purpose;
import nn.core.random.SplitMix64;

/**
 * A feed-forward network: a list of layers, and one flat array with all their parameters. The
 * layers never change; the parameters do while the network is trained. Several threads may use it
 * while nobody trains it; only one may train it, and nobody else then uses it.
 */
public final class Network {
  private final int inputs;
  private final ImmutableList<Layer> layers;
  private final ImmutableList<Block> blocks;
  private final float[] parameters;
  private final float[] statistics;

  Network(int inputs, ImmutableList<Layer> layers) {
    checkArgument(!layers.isEmpty(), "A network needs at least one layer.");
    this.inputs = inputs;
    this.layers = layers;
    blocks = ImmutableList.copyOf(layers.stream().flatMap(l -> l.blocks().stream()).toList());
    parameters = new float[blocks.stream().mapToInt(Block::size).sum()];
    statistics = new float[layers.stream().mapToInt(Layer::statistics).sum()];
  }

  /** Starts a description of a network whose input rows have this width. */
  public static NetworkBuilder builder(Plugins plugins, int inputs) {
    return new NetworkBuilder(plugins, inputs);
  }

  /** Width of the input rows. */
  public int inputs() {
    return inputs;
  }

  /** Width of the output rows. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  /** The layers, from input to output. */
  public ImmutableList<Layer> layers() {
    return layers;
  }

  /** The parameter arrays, in the order in which they lie in {@link #parameters()}. */
  public ImmutableList<Block> blocks() {
    return blocks;
  }

  /** All parameters: the live array, not a copy. */
  public float[] parameters() {
    return parameters;
  }

  /** Running statistics of batch normalisation, which are not learned: the live array. */
  public float[] statistics() {
    return statistics;
  }

  /** The output activation; empty when the last layer is not dense. */
  public Optional<Activation> outputActivation() {
    return layers.get(layers.size() - 1) instanceof Dense dense
        ? Optional.of(dense.activation())
        : Optional.empty();
  }

  /** Whether what comes out is exactly this function of the last layer's sums. */
  public boolean outputIs(Link link) {
    return layers.get(layers.size() - 1) instanceof Dense dense && dense.outputIs(link);
  }

  /** The numbers of one block as rows, live. */
  public Rows view(Block block) {
    return Dense.view(parameters, block);
  }

  /** Sets every parameter to its starting value; equal seeds give equal values. */
  public void start(long seed) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).start(parameters, SplitMix64.of(seed, Purpose.START, i));
    }
    int at = 0;
    for (Layer layer : layers) {
      // Means start at 0, variances, the second half, at 1.
      int half = layer.statistics() / 2;
      Arrays.fill(statistics, at, at + half, 0f);
      Arrays.fill(statistics, at + half, at + 2 * half, 1f);
      at += 2 * half;
    }
  }

  /** A network of the same layers with a copy of the parameters and statistics. */
  public Network copy() {
    Network copy = new Network(inputs, layers);
    System.arraycopy(parameters, 0, copy.parameters, 0, parameters.length);
    System.arraycopy(statistics, 0, copy.statistics, 0, statistics.length);
    return copy;
  }

  /**
   * Predicts one row by the plain arithmetic on the calling thread. Each call makes arrays anew:
   * for more than a few rows keep a {@link Predictor}, which takes about a tenth of the time.
   *
   * @throws IllegalArgumentException if the row has the wrong width
   */
  public float[] predict(float... row) {
    float[] result = new float[outputs()];
    new Predictor(this, Arithmetic.plain()).predict(row, result);
    return result;
  }

  /**
   * One neuron at work on one row.
   *
   * @param layer number of a dense layer, counted from 0
   * @param unit which of its neurons, counted from 0
   */
  public Neuron neuron(int layer, int unit, float... row) {
    return Neuron.of(this, layer, unit, row);
  }

  /** Inputs and layers, for people: {@code 3 inputs, 64 relu, dropout(0.2), 1 identity}. */
  @Override
  public String toString() {
    return Stream.concat(
            Stream.of(inputs + (inputs == 1 ? " input" : " inputs")),
            layers.stream().map(layer -> LayerText.of(layer, Plugins::nameOf)))
        .collect(Collectors.joining(", "));
  }
}
