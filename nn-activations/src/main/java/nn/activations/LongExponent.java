package nn.activations;

import nn.api.Kernels;

/**
 * e^t in float arrays for exponents t that were computed to more digits than a float has. Rounded
 * to one, t = -10 would be off by up to 5e-7, and e^t by that part of itself; so the lost part is
 * kept.
 */
final class LongExponent {
  private LongExponent() {}

  /** high[i] and low[i] become the two parts of max(-104, t), below which e^t is 0 in a float. */
  static void split(double t, float[] high, float[] low, int i) {
    double bounded = Math.max(-SelfGate.FAR, t);
    high[i] = (float) bounded;
    low[i] = (float) (bounded - high[i]);
  }

  /**
   * high[i] and low[i] become the two parts of a b, which must not be far below -104; both exactly,
   * and without a way through double, for which Java 17 has no vectors.
   */
  static void product(float a, float b, float[] high, float[] low, int i) {
    float rounded = a * b;
    high[i] = rounded;
    low[i] = Math.fma(a, b, -rounded);
  }

  /** high[i] = e^(high[i] + low[i]) for {@code from <= i < to}, within 2 ulp. */
  static void exp(float[] high, float[] low, int from, int to, Kernels kernels) {
    kernels.exp(high, from, high, from, to - from);
    for (int i = from; i < to; i++) {
      high[i] = Math.fma(high[i], low[i], high[i]);
    }
  }
}
