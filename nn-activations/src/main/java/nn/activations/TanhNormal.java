package nn.activations;

import nn.api.Kernels;

/**
 * The logistic stand-in for the standard normal distribution function: s(k (x + c x^3)) with k = 2
 * sqrt(2 / pi), which is (1 + tanh(sqrt(2 / pi) (x + c x^3))) / 2.
 */
final class TanhNormal {
  private static final double K = 1.5957691216057308;
  private static final double C = 0.044715;

  /** Beyond this the share is 0 or 1, also in double. */
  private static final double FAR = 50;

  private TanhNormal() {}

  /** The distribution function. */
  static double cdf(double x) {
    return Logistic.cdf(exponent(x));
  }

  /** Its derivative. */
  static double density(double x) {
    return Logistic.density(exponent(x)) * steepness(x);
  }

  private static double exponent(double x) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    return K * near * (1 + C * near * near);
  }

  private static double steepness(double x) {
    double near = Math.min(FAR, Math.abs(x));
    return K * (1 + 3 * C * near * near);
  }

  /** tail[i] = cdf(-|x[i]|) within 3 ulp; uses scratch array 1. */
  static void tails(float[] x, float[] tail, int from, int to, Kernels kernels) {
    float[] low = kernels.scratch(1, to);
    for (int i = from; i < to; i++) {
      LongExponent.split(-exponent(Math.abs(x[i])), tail, low, i);
    }
    LongExponent.exp(tail, low, from, to, kernels);
    for (int i = from; i < to; i++) {
      tail[i] = (float) (tail[i] / (1.0 + tail[i]));
    }
  }

  /** s[i] = cdf(-a) - a density(-a), a = |x[i]|. */
  static void slopes(float[] x, float[] s, int from, int to, Kernels kernels) {
    tails(x, s, from, to, kernels);
    for (int i = from; i < to; i++) {
      double a = SelfGate.near(x[i]);
      s[i] = (float) (s[i] * (1 - a * (1 - s[i]) * steepness(a)));
    }
  }
}
