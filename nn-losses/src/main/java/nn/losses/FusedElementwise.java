package nn.losses;

import nn.api.ElementwiseLoss;
import nn.api.FusedLoss;
import org.jspecify.annotations.Nullable;

/** A loss that is the mean over a row's outputs in its fused form too. */
interface FusedElementwise extends ElementwiseLoss, FusedLoss {
  /** Loss of one output, given the pre-activation z. */
  double fusedValue(double z, double target);

  /** Derivative of {@link #fusedValue} with respect to z. */
  double fusedDerivative(double z, double target);

  @Override
  default double fusedRow(
      float[] z, int at, int width, float[] target, int targetAt, float @Nullable [] gradient) {
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += fusedValue(z[at + j], target[targetAt + j]);
      if (gradient != null) {
        gradient[at + j] = (float) (fusedDerivative(z[at + j], target[targetAt + j]) / width);
      }
    }
    return sum / width;
  }
}
