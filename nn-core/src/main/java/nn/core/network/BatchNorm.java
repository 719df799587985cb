package nn.core.network;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import nn.api.Block;
import nn.api.Block.Role;

/**
 * Batch normalisation: {@code y = scale (x - mean) / sqrt(variance + 1e-5) + shift}, column by
 * column; in training over the rows of the batch, in use with running statistics. PyTorch's
 * convention: new running value = 0.9 old + 0.1 batch, the running variance unbiased (Ioffe,
 * Szegedy, ICML 2015). A training batch of one row has variance 0 and gives the shift alone.
 *
 * @param inputs width of the rows
 * @param number position in the network, counted from 0
 * @param offset index of the first scale in the network's parameters
 * @param statisticsOffset index of the first running mean in the network's statistics; the
 *     variances follow the means
 */
public record BatchNorm(int inputs, int number, int offset, int statisticsOffset) implements Layer {
  /** Added to the variance so that a constant column does not divide by 0; PyTorch's value. */
  static final double EPSILON = 1e-5;

  /** Share of the batch in the running statistics; PyTorch's value. */
  static final double MOMENTUM = 0.1;

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

  @Override
  public int statistics() {
    return 2 * inputs;
  }
}
