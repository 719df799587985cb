package nn.losses;

import nn.api.Named;
import nn.api.RowLoss;

/**
 * Minus the cosine of the angle between prediction and target, from -1 for the same direction to 1
 * for opposite ones: Keras's convention. The derivative is (cos p / |p| - t / |t|) / |p|. A length
 * below 1e-7 counts as 1e-7, as in Keras, so that a row of zeros gives 0.
 */
// The gradient may be null; see GaussianNll.
@SuppressWarnings("NullAway")
@Named(
    aliases = "cosine-similarity",
    summary = "Whether the prediction points where the target does, whatever its length.",
    formula = "-sum_j p_j t_j / (|p| |t|)",
    source = "Keras 3 CosineSimilarity")
public record Cosine() implements RowLoss {
  private static final double EPSILON = 1e-7;

  @Override
  public double row(float[] p, int at, int width, float[] target, int targetAt, float[] gradient) {
    double length = Math.max(EPSILON, length(p, at, width));
    double targetLength = Math.max(EPSILON, length(target, targetAt, width));
    double cosine = 0;
    for (int j = 0; j < width; j++) {
      cosine += p[at + j] / length * (target[targetAt + j] / targetLength);
    }
    if (gradient != null) {
      // A length that is held at the bound does not change with p.
      double turning = length > EPSILON ? cosine : 0 * cosine;
      for (int j = 0; j < width; j++) {
        double t = target[targetAt + j] / targetLength;
        gradient[at + j] = (float) ((turning * (p[at + j] / length) - t) / length);
      }
    }
    return -cosine;
  }

  private static double length(float[] x, int at, int width) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum = Math.fma(x[i], (double) x[i], sum);
    }
    return Math.sqrt(sum);
  }
}
