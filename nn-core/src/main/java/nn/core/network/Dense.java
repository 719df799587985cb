package nn.core.network;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import nn.api.Activation;
import nn.api.BatchActivation;
import nn.api.Block;
import nn.api.Block.Role;
import nn.api.Initializer;
import nn.api.Link;
import nn.api.ParametricActivation;
import nn.api.Rows;
import nn.core.plugin.PluginFailure;

/**
 * Fully connected layer: every unit is a neuron, {@code output = activation(sum w_i x_i + b)}; for
 * rows at once {@code y = activation(x W + b)}, x: rows x inputs, W: inputs x units, b: 1 x units.
 *
 * @param inputs width of the rows that go in
 * @param units number of neurons
 * @param activation what is applied to the sums
 * @param initializer starting values of W; biases start at 0
 * @param number position in the network, counted from 0
 * @param offset index of the first weight in the network's parameters
 */
public record Dense(
    int inputs, int units, Activation activation, Initializer initializer, int number, int offset)
    implements Layer {
  /** Checks that the activation accepts this number of units. */
  public Dense {
    checkArgument(units > 0, "Layer %s: units must be at least 1, got %s.", number + 1, units);
    if (activation instanceof BatchActivation batch) {
      checkWidth(batch, units, number);
    }
  }

  @Override
  public int outputs() {
    return activation instanceof BatchActivation batch ? batch.outputWidth(units) : units;
  }

  /**
   * Whether the activation says that it is exactly this function. The names are compared: a record
   * links what compares it when that first runs, which a start feels.
   */
  boolean outputIs(Link link) {
    return activation.link().filter(own -> own.id().equals(link.id())).isPresent();
  }

  /** What the activation threw, with its name and the place of this layer. */
  PluginFailure failure(Throwable cause) {
    return PluginFailure.of(activation, place(), cause);
  }

  /** This layer as people count. */
  String place() {
    return "layer " + (number + 1);
  }

  @Override
  public ImmutableList<Block> blocks() {
    ImmutableList<Block> linear = ImmutableList.of(weights(), bias());
    return activationParameters() == 0
        ? linear
        : ImmutableList.<Block>builder().addAll(linear).add(activationBlock()).build();
  }

  /** W, inputs x units. */
  public Block weights() {
    return new Block(number + ".weights", Role.WEIGHTS, inputs, units, offset, true);
  }

  /** b, 1 x units. */
  public Block bias() {
    return new Block(number + ".bias", Role.BIAS, 1, units, weights().end(), false);
  }

  /** The activation's learned numbers; of size 0 for most activations. */
  Block activationBlock() {
    boolean decays =
        (activation instanceof ParametricActivation p && p.decays())
            || (activation instanceof BatchActivation b && b.decays());
    return new Block(
        number + ".activation", Role.ACTIVATION, 1, activationParameters(), bias().end(), decays);
  }

  @Override
  public void start(float[] parameters, RandomGenerator random) {
    fill(parameters, random);
    Arrays.fill(parameters, bias().offset(), bias().end(), 0f);
    Block learned = activationBlock();
    if (activation instanceof ParametricActivation parametric) {
      float start = (float) parametric.initialParameter();
      Arrays.fill(parameters, learned.offset(), learned.end(), start);
    } else if (activation instanceof BatchActivation batch) {
      batch.initialParameters(units, view(parameters, learned), random);
    }
  }

  private void fill(float[] parameters, RandomGenerator random) {
    try {
      initializer.fill(view(parameters, weights()), random);
    } catch (Throwable e) { // a stranger's code may throw anything
      throw PluginFailure.of(initializer, place(), e);
    }
  }

  private int activationParameters() {
    if (activation instanceof ParametricActivation parametric) {
      return parametric.shared() ? 1 : units;
    }
    return activation instanceof BatchActivation batch ? batch.parameterCount(units) : 0;
  }

  /** The block's numbers as rows. */
  static Rows view(float[] numbers, Block block) {
    return new Rows(numbers, block.offset(), block.rows(), block.columns());
  }

  private static void checkWidth(BatchActivation activation, int units, int number) {
    try {
      int width = activation.outputWidth(units);
      checkArgument(width > 0, "its activation gives rows of width %s", width);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Layer " + (number + 1) + ": " + e.getMessage(), e);
    }
  }
}
