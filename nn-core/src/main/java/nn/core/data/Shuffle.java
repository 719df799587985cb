package nn.core.data;

import nn.core.random.SplitMix64;

/** Puts numbers into a random order. */
final class Shuffle {
  private Shuffle() {}

  /**
   * Fills the array with 0, 1, ..., length - 1, every order equally likely (Fisher and Yates, as in
   * Durstenfeld's Algorithm 235).
   */
  static void fill(int[] order, SplitMix64 random) {
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }
}
