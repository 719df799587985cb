package nn.api;

/**
 * Every weight is updated from its own gradient and its own state, so any range may run on any
 * thread.
 */
public non-sealed interface ElementwiseOptimizer extends Optimizer {
  /** State numbers per weight: slots[s][i] belongs to weights[i]. */
  int slots();

  /** Starting value of a slot. */
  default float initial(int slot) {
    return 0f;
  }

  /**
   * Updates weights[i] and slots[..][i] for {@code from <= i < to}, a range inside the block; reads
   * gradients[i]; touches nothing else.
   *
   * @param step which update, counted from 1
   * @param rate learning rate of this update
   */
  void update(
      long step,
      double rate,
      Block block,
      float[] weights,
      float[] gradients,
      float[][] slots,
      int from,
      int to);
}
