package nn.core.network;

import com.google.common.collect.ImmutableList;
import java.util.random.RandomGenerator;
import nn.api.Block;

/**
 * One layer of a network: its sizes, its hyper-parameters, and where its numbers lie in the
 * network's flat arrays. It holds no numbers itself.
 */
public sealed interface Layer permits Dense, Dropout, Normalization {
  /** Width of the rows that go in. */
  int inputs();

  /** Width of the rows that come out. */
  int outputs();

  /**
   * The layer's parameter arrays, in the order in which they lie in {@link Network#parameters()}.
   */
  ImmutableList<Block> blocks();

  /** Writes the starting values of the layer's parameters into the network's flat array. */
  void start(float[] parameters, RandomGenerator random);

  /** How many running statistics the layer keeps besides its parameters. */
  default int statistics() {
    return 0;
  }
}
