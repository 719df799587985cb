package nn.optimizers;

import nn.api.Block;

/** The constants that several rules take out of their loops. */
final class Terms {
  private Terms() {}

  /** 1 - beta^step: the weight that a running mean started at 0 has gathered so far. */
  static double gathered(double beta, long step) {
    return 1 - StrictMath.pow(beta, (double) step);
  }

  /** Coupled decay: the part of a weight that is added to its gradient. */
  static float added(Block block, double weightDecay) {
    return block.decays() ? (float) weightDecay : 0;
  }

  /** Decoupled decay: the part of a weight that is left before the step proper. */
  static float kept(Block block, double rate, double weightDecay) {
    return block.decays() ? (float) (1 - rate * weightDecay) : 1;
  }
}
