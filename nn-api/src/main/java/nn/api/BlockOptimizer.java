package nn.api;

/**
 * Needs a whole parameter array at once: norms (LAMB), factored moments (Adafactor), matrix
 * functions (Muon).
 */
public non-sealed interface BlockOptimizer extends Optimizer {
  /** Whether this block is for this optimizer; the others go to {@link #others()}. */
  default boolean handles(Block block) {
    return true;
  }

  /** Optimizer of the blocks not handled; a record component of this name provides it. */
  default Optimizer others() {
    throw new UnsupportedOperationException(
        getClass().getName() + " handles only some blocks but names no others()");
  }

  /** How many state numbers the block needs, in any layout the author likes. */
  int stateSize(Block block);

  /** Fills the starting state, all zero unless overridden. */
  default void initialState(Block block, float[] state, int at) {}

  /** Scratch numbers wanted during an update, contents undefined on entry. */
  default int scratchSize(Block block) {
    return 0;
  }

  /**
   * Updates the block; its state starts at stateAt. Called for different blocks from different
   * threads.
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
      float[] state,
      int stateAt,
      float[] scratch,
      Kernels kernels);
}
