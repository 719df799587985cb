package nn.api;

import org.jspecify.annotations.Nullable;

/** A loss that is a mean or a sum over the outputs of a row. */
public non-sealed interface ElementwiseLoss extends Loss {
  /** How the outputs of one row are combined. */
  enum Over {
    /**
     * Their mean: PyTorch's and Keras's convention, so a row's loss does not grow with its width.
     */
    MEAN,
    /** Their sum. */
    SUM
  }

  /** Loss of one output. */
  double value(double prediction, double target);

  /** Derivative of {@link #value} with respect to the prediction. */
  double derivative(double prediction, double target);

  /** {@link Over#MEAN} unless overridden. */
  default Over over() {
    return Over.MEAN;
  }

  /** Predictions where the derivative jumps, for the given target. */
  default double[] kinks(double target) {
    return new double[0];
  }

  @Override
  default double row(
      float[] prediction,
      int at,
      int width,
      float[] target,
      int targetAt,
      float @Nullable [] gradient) {
    double scale = over() == Over.MEAN ? 1.0 / width : 1.0;
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double p = prediction[at + j];
      double t = target[targetAt + j];
      sum += value(p, t);
      if (gradient != null) {
        gradient[at + j] = (float) (scale * derivative(p, t));
      }
    }
    return sum * scale;
  }
}
