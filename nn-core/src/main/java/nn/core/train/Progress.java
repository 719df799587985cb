package nn.core.train;

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

  /** The network being trained; looking is allowed, changing is not. */
  Network network();
}
