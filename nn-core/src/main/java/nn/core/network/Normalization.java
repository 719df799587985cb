package nn.core.network;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import nn.api.Block;
import nn.api.Block.Role;

/**
 * A layer that brings numbers to mean 0 and variance 1, then gives each column a learned scale and
 * shift: {@code y = scale (x - mean) / sqrt(variance + 1e-5) + shift}.
 */
public sealed interface Normalization extends Layer permits BatchNorm, LayerNorm {
  /** Added to the variance so that constant numbers do not divide by 0; PyTorch's value. */
  double EPSILON = 1e-5;

  /** Position in the network, counted from 0. */
  int number();

  /** Index of the first scale in the network's parameters; the shifts follow the scales. */
  int offset();

  @Override
  default int outputs() {
    return inputs();
  }

  @Override
  default ImmutableList<Block> blocks() {
    return ImmutableList.of(scale(), shift());
  }

  /** Scale, 1 x inputs, starting at 1. */
  default Block scale() {
    return new Block(number() + ".scale", Role.NORMALIZATION, 1, inputs(), offset(), false);
  }

  /** Shift, 1 x inputs, starting at 0. */
  default Block shift() {
    int at = offset() + inputs();
    return new Block(number() + ".shift", Role.NORMALIZATION, 1, inputs(), at, false);
  }

  @Override
  default void start(float[] parameters, RandomGenerator random) {
    Arrays.fill(parameters, scale().offset(), scale().end(), 1f);
    Arrays.fill(parameters, shift().offset(), shift().end(), 0f);
  }
}
