package nn.losses;

import nn.api.Link;
import nn.api.Range;
import org.jspecify.annotations.Nullable;

/**
 * A class loss whose predictions are probabilities. One of 0 counts as the smallest normal float,
 * so that loss and gradient stay finite.
 */
interface OnProbabilities extends ClassLoss {
  @Override
  default String output() {
    return "softmax";
  }

  @Override
  default Range domain() {
    return Range.SIMPLEX;
  }

  @Override
  default Link link() {
    return Link.SOFTMAX;
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
      double p = Math.max(prediction[at + j], Float.MIN_NORMAL);
      double logP = StrictMath.log(p);
      double notP = Math.max(0, 1 - p);
      double t = share(target, targetAt, j, width);
      sum += t * cost(logP, notP);
      if (gradient != null) {
        gradient[at + j] = (float) (t * slope(logP, notP) / p);
      }
    }
    return sum;
  }
}
