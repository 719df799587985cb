package nn.core.network;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.random.RandomGenerator;
import nn.api.Block;

/**
 * In training, multiplies each number by 0 with probability {@code rate} and by 1 / (1 - rate)
 * otherwise, so that expectations stay; in use, changes nothing ("inverted dropout", PyTorch's and
 * Keras's convention; Srivastava and others, JMLR 2014). As there, NaN stays NaN, and an infinity
 * that is dropped becomes NaN: a network that has gone astray does not look sound by chance.
 *
 * @param inputs width of the rows
 * @param rate probability of dropping, in [0, 1)
 * @param number position in the network, counted from 0
 */
public record Dropout(int inputs, double rate, int number) implements Layer {
  /** Checks the rate. */
  public Dropout {
    checkArgument(
        rate >= 0 && rate < 1,
        "Layer %s: the dropout rate must be at least 0 and below 1, got %s.",
        (Object) (number + 1),
        rate);
  }

  @Override
  public int outputs() {
    return inputs;
  }

  @Override
  public ImmutableList<Block> blocks() {
    return ImmutableList.of();
  }

  @Override
  public void start(float[] parameters, RandomGenerator random) {}
}
