package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Follow the regularised leader: the weight is worked out anew at every step from z, the sum of
 * what its gradients asked for. With n the sum of squared gradients and p = -learningRatePower: z =
 * z + g + 2 l2Shrinkage w - (n'^p - n^p) / rate w, then w = (clip(z, -l1, l1) - z) / ((n'^p + beta)
 * / rate + 2 l2), exactly 0 where |z| is at most l1. Since z starts at 0, the first step discards
 * the initial weights but for the part that the first gradient adds to n; weights move without a
 * gradient. The penalties apply where {@link Block#decays()} says so. Leave the rate constant: n
 * slows the steps, and under a schedule a lower rate counts all earlier gradients for less, which
 * pulls the weights to 0. A step with rate 0 changes nothing.
 *
 * <p>Source: McMahan and others: Ad click prediction (KDD 2013), in the form of Keras 3, the only
 * one of the leaders that has it.
 *
 * @param learningRate base rate
 * @param learningRatePower minus the power of n; -0.5 is the root
 * @param initialAccumulator n at the start; above 0, or the first quotient could be 0 / 0
 * @param l1 threshold of |z| up to which a weight is 0
 * @param l2 pull of the weights towards 0
 * @param l2Shrinkage half of the part of a weight that is added to its gradient
 * @param beta added to the root of n; slows the first steps
 */
@Named(
    summary = "Works each weight out anew from all its gradients; with l1 many become exactly 0.",
    formula = "(clip(z, -l1, l1) - z) / ((sqrt(n) + beta) / rate + 2 l2)",
    source = "McMahan and others 2013, Keras 3 Ftrl")
public record Ftrl(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = -1, max = 0, help = "power of n; -0.5 is the root") double learningRatePower,
    @Param(min = 1e-12, max = 1e3, log = true, help = "sum of squares at the start")
        double initialAccumulator,
    @Param(min = 0, max = 1e3, help = "threshold below which a weight is 0") double l1,
    @Param(min = 0, max = 1e3, help = "pull of the weights towards 0") double l2,
    @Param(min = 0, max = 1e3, help = "weight decay added to the gradient") double l2Shrinkage,
    @Param(min = 0, max = 1e3, help = "slows the first steps") double beta)
    implements ElementwiseOptimizer {
  /** Keras 3's defaults. */
  public Ftrl() {
    this(0.001, -0.5, 0.1, 0, 0, 0, 0);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public float initial(int slot) {
    return slot == 0 ? (float) initialAccumulator : 0;
  }

  private float power(float n) {
    return (float)
        (learningRatePower == -0.5 ? Math.sqrt(n) : StrictMath.pow(n, -learningRatePower));
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
    if (rate == 0) {
      return;
    }
    float[] squares = slots[0];
    float[] asked = slots[1];
    float inverse = (float) (1 / rate);
    double on = block.decays() ? 1 : 0;
    float shrink = (float) (on * 2 * l2Shrinkage);
    float least = (float) (on * l1);
    float more = (float) (beta / rate + on * 2 * l2);
    for (int i = from; i < to; i++) {
      float g = gradients[i];
      // Capped, so that one huge gradient does not end in infinity / infinity.
      float n = Math.min(Float.MAX_VALUE, Math.fma(g, g, squares[i]));
      float root = power(n);
      float pull = (root - power(squares[i])) * inverse;
      float z = asked[i] + Math.fma(shrink, weights[i], g) - pull * weights[i];
      squares[i] = n;
      asked[i] = z;
      float within = Math.min(least, Math.max(-least, z));
      weights[i] = (within - z) / Math.fma(root, inverse, more);
    }
  }
}
