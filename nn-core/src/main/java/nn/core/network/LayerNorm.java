package nn.core.network;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import nn.api.Block;
import nn.api.Block.Role;

/**
 * Layer normalisation: {@code y = scale (x - mean) / sqrt(variance + 1e-5) + shift}, row by row,
 * mean and variance over the row, alike in training and use (Ba, Kiros, Hinton 2016; PyTorch's
 * epsilon).
 *
 * @param inputs width of the rows
 * @param number position in the network, counted from 0
 * @param offset index of the first scale in the network's parameters
 */
public record LayerNorm(int inputs, int number, int offset) implements Layer {
  /** Added to the variance so that a constant row does not divide by 0; PyTorch's value. */
  static final double EPSILON = 1e-5;

  @Override
  public int outputs() {
    return inputs;
  }

  @Override
  public ImmutableList<Block> blocks() {
    return ImmutableList.of(scale(), shift());
  }

  /** Scale, 1 x inputs, starting at 1. */
  Block scale() {
    return new Block(number + ".scale", Role.NORMALIZATION, 1, inputs, offset, false);
  }

  /** Shift, 1 x inputs, starting at 0. */
  Block shift() {
    return new Block(number + ".shift", Role.NORMALIZATION, 1, inputs, offset + inputs, false);
  }

  @Override
  public void start(float[] parameters, RandomGenerator random) {
    Arrays.fill(parameters, scale().offset(), scale().end(), 1f);
    Arrays.fill(parameters, shift().offset(), shift().end(), 0f);
  }
}
