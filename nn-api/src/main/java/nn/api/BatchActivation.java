package nn.api;

import java.util.random.RandomGenerator;

/**
 * The general form: may change the width, own many parameters, behave differently in training, or
 * use chance. It always sees whole batches on one thread.
 *
 * <p>A pass is told as three values: {@code training}, {@code seed}, and {@code firstRow}, the
 * global number of row 0 of the batch. Chance may depend on {@code seed} and the global row number
 * alone, so that any split into batches gives the same numbers.
 */
public non-sealed interface BatchActivation extends Activation {
  /**
   * Width of the output rows: gated units halve, maxout shrinks.
   *
   * @throws IllegalArgumentException if the width does not fit, with a sentence that says which
   *     would
   */
  default int outputWidth(int inputWidth) {
    return inputWidth;
  }

  /** How many learned numbers a layer of this width needs. */
  default int parameterCount(int inputWidth) {
    return 0;
  }

  /** Whether weight decay applies to the parameters. */
  default boolean decays() {
    return false;
  }

  /** Fills the starting parameters (1 x {@link #parameterCount}). */
  default void initialParameters(int inputWidth, Rows parameters, RandomGenerator random) {}

  /** Writes every row of y (count x {@link #outputWidth}). */
  void forward(
      Rows x, Rows y, Rows parameters, boolean training, long seed, long firstRow, Kernels kernels);

  /** Writes every row of dx and adds to dParameters; the pass is the one of the forward call. */
  void backward(
      Rows x,
      Rows y,
      Rows dy,
      Rows dx,
      Rows parameters,
      Rows dParameters,
      boolean training,
      long seed,
      long firstRow,
      Kernels kernels);
}
