package nn.api;

import org.jspecify.annotations.Nullable;

/**
 * Service type: how bad one row of predictions is. A loss never knows the batch size: the trainer
 * averages over rows, dividing by the sum of the row weights.
 */
public sealed interface Loss extends Plugin permits ElementwiseLoss, RowLoss {
  /** Numbers per target row for prediction rows of this width; 1 for class numbers. */
  default int targetWidth(int predictionWidth) {
    return predictionWidth;
  }

  /** Outputs the network needs for this many target columns, or for this many classes. */
  default int predictionWidth(int targetWidth) {
    return targetWidth;
  }

  /** Text of the output activation that goes with this loss unless the user names another. */
  default String output() {
    return "identity";
  }

  /** Which predictions make sense, checked against {@link Activation#range()}. */
  default Range domain() {
    return Range.REAL;
  }

  /**
   * Which targets make sense. Number targets are standardised for training only where any number
   * will do.
   */
  default Range targetDomain() {
    return Range.REAL;
  }

  /** What an output means as an answer in the target's units: e^output for a log-rate. */
  default double answer(double output) {
    return output;
  }

  /** Above this a single output means the second of two classes: 0 for scores, not 0.5. */
  default double boundary() {
    return 0.5;
  }

  /** Weight of a row in the average: 1, or 0 for a target that is to be ignored. */
  default double rowWeight(float[] target, int at, int width) {
    return 1;
  }

  /**
   * Loss of one row. Writes d loss / d prediction to gradient[at .. at + width) unless gradient is
   * null (evaluation only). Modifies neither predictions nor targets.
   */
  double row(
      float[] prediction,
      int at,
      int width,
      float[] target,
      int targetAt,
      float @Nullable [] gradient);

  /**
   * losses[r] = loss of row r for rows in [from, to). The gradient, if any, has the offset and
   * width of the prediction.
   */
  default void rows(
      Rows prediction,
      Rows target,
      @Nullable Rows gradient,
      double[] losses,
      int from,
      int to,
      Kernels kernels) {
    float[] out = gradient == null ? null : gradient.data();
    for (int r = from; r < to; r++) {
      losses[r] =
          row(
              prediction.data(),
              prediction.at(r),
              prediction.width(),
              target.data(),
              target.at(r),
              out);
    }
  }
}
