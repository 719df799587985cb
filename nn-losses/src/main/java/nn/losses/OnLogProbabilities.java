package nn.losses;

import nn.api.Link;
import nn.api.Range;
import org.jspecify.annotations.Nullable;

/**
 * A class loss whose predictions are logarithms of probabilities: -sum_j t_j p_j with derivative
 * -t_j. Minus infinity counts as the lowest float.
 */
interface OnLogProbabilities extends ClassLoss {
  @Override
  default String output() {
    return "log-softmax";
  }

  @Override
  default Range domain() {
    return Range.LOG_SIMPLEX;
  }

  @Override
  default Link link() {
    return Link.LOG_SOFTMAX;
  }

  @Override
  default double cost(double logP, double notP) {
    return -logP;
  }

  @Override
  default double slope(double logP, double notP) {
    return -1;
  }

  @Override
  default double plainRow(
      float[] prediction,
      int at,
      int width,
      float[] target,
      int targetAt,
      float @Nullable [] gradient) {
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double t = share(target, targetAt, j, width);
      sum -= t * Math.max(prediction[at + j], -Float.MAX_VALUE);
      if (gradient != null) {
        gradient[at + j] = (float) -t;
      }
    }
    return sum;
  }
}
