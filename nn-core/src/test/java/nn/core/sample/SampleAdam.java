package nn.core.sample;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/** Adam with bias correction and, where a block decays, decoupled weight decay. */
@Named(value = "adam", summary = "Adapts the step of every weight.", source = "Kingma, Ba 2015")
public record SampleAdam(
    @Param(min = 0, log = true, help = "step size") double learningRate,
    @Param(min = 0, max = 1, help = "memory of the mean") double beta1,
    @Param(min = 0, max = 1, help = "memory of the square") double beta2,
    @Param(min = 0, log = true, help = "keeps the quotient finite") double epsilon,
    @Param(min = 0, help = "share of the weight taken off, times the rate") double weightDecay)
    implements ElementwiseOptimizer {
  public SampleAdam() {
    this(0.001, 0.9, 0.999, 1e-8, 0);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public void update(
      long step,
      double rate,
      Block block,
      float[] weights,
      float[] gradients,
      float[][] slots,
      int from,
      int to) {
    double first = 1 - power(beta1, step);
    double second = 1 - power(beta2, step);
    double keep = block.decays() ? 1 - rate * weightDecay : 1;
    for (int i = from; i < to; i++) {
      double g = gradients[i];
      double m = beta1 * slots[0][i] + (1 - beta1) * g;
      double v = beta2 * slots[1][i] + (1 - beta2) * g * g;
      slots[0][i] = (float) m;
      slots[1][i] = (float) v;
      weights[i] =
          (float) (keep * weights[i] - rate * (m / first) / (Math.sqrt(v / second) + epsilon));
    }
  }

  /** x^n by multiplying: StrictMath's pow allocates until it is compiled. */
  private static double power(double x, long n) {
    double result = 1;
    for (long i = 0; i < n; i++) {
      result *= x;
    }
    return result;
  }
}
