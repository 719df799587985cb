package nn.core.network;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import nn.api.Activation;
import nn.api.Block;
import nn.api.Initializer;
import nn.core.plugin.Plugins;

/**
 * Describes a network layer by layer, from input to output, then builds it. Activations are given
 * as objects or as text. Weights start as each activation asks for, unless an initializer is given.
 */
public final class NetworkBuilder {
  private final Plugins plugins;
  private final int inputs;
  private final ImmutableList.Builder<Layer> layers = ImmutableList.builder();
  private Function<Activation, Initializer> starts;
  private int count;
  private int width;
  private int offset;
  private int statistics;

  NetworkBuilder(Plugins plugins, int inputs) {
    checkArgument(inputs > 0, "A network needs at least one input, got %s.", inputs);
    this.plugins = plugins;
    this.inputs = inputs;
    this.width = inputs;
    this.starts = activation -> plugins.initializer(activation.initializer());
  }

  /** Starts the dense layers that follow with this, whatever their activations ask for. */
  public NetworkBuilder initializer(Initializer initializer) {
    starts = activation -> initializer;
    return this;
  }

  /** Adds a dense layer; the activation as text, for example {@code leaky-relu(slope=0.2)}. */
  public NetworkBuilder dense(int units, String activation) {
    return dense(units, plugins.activation(activation));
  }

  /** Adds a dense layer. */
  public NetworkBuilder dense(int units, Activation activation) {
    return dense(units, activation, starts.apply(activation));
  }

  /** Adds a dense layer with an initializer of its own. */
  public NetworkBuilder dense(int units, Activation activation, Initializer initializer) {
    return add(new Dense(width, units, activation, initializer, count, offset));
  }

  /** Adds dropout. */
  public NetworkBuilder dropout(double rate) {
    return add(new Dropout(width, rate, count));
  }

  /** Adds batch normalisation. */
  public NetworkBuilder batchNorm() {
    return add(new BatchNorm(width, count, offset, statistics));
  }

  /** Adds layer normalisation. */
  public NetworkBuilder layerNorm() {
    return add(new LayerNorm(width, count, offset));
  }

  /**
   * Adds the layers that the text describes, for example {@code 64 relu, dropout(0.2), 64 relu};
   * none for an empty text. See {@link LayerText}.
   */
  public NetworkBuilder layers(String text) {
    LayerText.addTo(this, plugins, text);
    return this;
  }

  /** Builds the network with starting values from the seed. */
  public Network build(long seed) {
    Network network = blank();
    network.start(seed);
    return network;
  }

  /**
   * Builds the network with every parameter and every running statistic 0, for whoever fills in
   * their values, as from a file. No initializer runs before {@link Network#start}.
   */
  public Network blank() {
    return new Network(inputs, layers.build());
  }

  /** The parameter arrays of the layers so far, as {@link Network#blocks} has them. */
  public ImmutableList<Block> blocks() {
    return ImmutableList.copyOf(
        layers.build().stream().flatMap(layer -> layer.blocks().stream()).toList());
  }

  /** How many parameters the layers so far have. */
  public int parameters() {
    return offset;
  }

  /** Number of the next layer, counted from 0. */
  int count() {
    return count;
  }

  private NetworkBuilder add(Layer layer) {
    long size = layer.blocks().stream().mapToLong(NetworkBuilder::size).sum();
    checkArgument(
        offset + size <= Integer.MAX_VALUE - 8,
        "Layer %s takes the network to %s parameters, more than the %s that fit into one array; use fewer units.",
        count + 1,
        offset + size,
        Integer.MAX_VALUE - 8);
    layers.add(layer);
    count++;
    width = layer.outputs();
    statistics += layer.statistics();
    offset += (int) size;
    return this;
  }

  private static long size(Block block) {
    return (long) block.rows() * block.columns();
  }
}
