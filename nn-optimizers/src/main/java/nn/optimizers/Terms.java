package nn.optimizers;

import nn.api.Block;

/** The constants that several rules take out of their loops, and what else they share. */
final class Terms {
  private Terms() {}

  /** 1 - beta^step: the weight that a running mean started at 0 has gathered so far. */
  static double gathered(double beta, long step) {
    return 1 - power(beta, step);
  }

  /** x^n for whole n of 0 or more by squaring: some twenty products, far fewer than a pow. */
  private static double power(double x, long n) {
    double result = 1;
    double square = x;
    for (long rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  /** x^y for x above 0; unlike StrictMath.pow, which makes arrays, it allocates nothing. */
  static double raised(double x, double y) {
    return StrictMath.exp(y * StrictMath.log(x));
  }

  /** Coupled decay: the part of a weight that is added to its gradient. */
  static float added(Block block, double weightDecay) {
    return block.decays() ? (float) weightDecay : 0;
  }

  /** Decoupled decay: the part of a weight that is left before the step proper. */
  static float kept(Block block, double rate, double weightDecay) {
    return block.decays() ? (float) (1 - rate * weightDecay) : 1;
  }

  /**
   * How many numbers a block needs beside its own.
   *
   * @throws IllegalArgumentException if they are more than an array can hold
   */
  static int numbers(Block block, long needed) {
    if (needed > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s has %s x %s numbers and needs %s more, an array holds %s. Use smaller layers or another optimizer."
              .formatted(block.name(), block.rows(), block.columns(), needed, Integer.MAX_VALUE));
    }
    return (int) needed;
  }
}
