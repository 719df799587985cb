package nn.core.train;

import java.nio.FloatBuffer;
import nn.core.network.Network;

/** What a listener may see of a running training; valid during the call only. */
public interface Progress {
  /** Epoch that is running or just ended, counted from 1. */
  int epoch();

  /** Steps taken since training began, over all epochs. */
  long step();

  /** Steps that all epochs will take if nothing stops them. */
  long totalSteps();

  /** Loss of the last step's batch, before the weights were changed. */
  double loss();

  /** Learning rate of the last step. */
  double rate();

  /** Epoch of the best weights so far; 0 for the starting weights. */
  int bestEpoch();

  /**
   * Validation loss of the best weights so far; infinite before the first is measured, NaN after an
   * epoch without validation rows.
   */
  double bestLoss();

  /**
   * Gradients of the last step, beside the network's parameters: a view of the live array that
   * cannot be written. Each call gives it whole, from its first number to its last.
   */
  FloatBuffer gradients();

  /** The network being trained; looking is allowed, changing is not. */
  Network network();
}
