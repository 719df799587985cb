package nn.activations;

import nn.api.Kernels;

/**
 * The normal distribution with mean 0 and deviation 1.
 *
 * <p>Everything rests on one smooth function, the tail ratio r(a) = Phi(-a) / exp(-a^2 / 2) for a
 * >= 0. It falls like 1 / a, so (a + c) r(a) is nearly flat, and in the variable t = (a - c) / (a +
 * c), which maps a >= 0 to [-1, 1), a short polynomial gives it to full precision, however far out
 * in the tail.
 *
 * <p>Method: Schonfelder: Chebyshev expansions for the error and related functions (Math. Comp. 32,
 * 1978). The coefficients here were computed from the definition with 50 digits: the Chebyshev
 * series in t, cut where its terms fall below the precision wanted, written in powers of t.
 */
final class StandardNormal {
  /** 1 / sqrt(2 pi). */
  static final double PEAK = 0.3989422804014327;

  /** Beyond this, exp(-x^2 / 2) is 0 in a float. */
  static final float FAR = 20;

  /** Beyond this, exp(-x^2 / 2) is 0 in a double. */
  private static final double VERY_FAR = 40;

  /** (a + 5) r(a) in powers of t = (a - 5) / (a + 5). */
  private static final double[] RATIO = {
    0.769193049750063,
    -0.665382502890057,
    0.4953056159699805,
    -0.3135331566712814,
    0.16502036617019517,
    -0.06911863870707162,
    0.02079506680323404,
    -0.002993376758978478,
    -0.0007978694277475297,
    0.0005448989683735629,
    -5.937558833377767e-05,
    -4.9762327924579515e-05,
    1.6680852719925394e-05,
    3.979361513829216e-06,
    -2.7688787836720915e-06,
    -3.335427141231054e-07,
    4.3347664285137567e-07,
    3.8571448567257587e-08,
    -6.741689051823604e-08,
    -6.940847374044867e-09,
    9.275082241537343e-09,
    1.2713759260278231e-09,
    -7.854458583247658e-10,
    -1.331210743010702e-10
  };

  private StandardNormal() {}

  /** Phi(x), with a relative error of about 1e-15 down to where it underflows near -38. */
  static double cdf(double x) {
    double tail = bell(x) * tailRatio(Math.abs(x));
    return x > 0 ? 1 - tail : tail;
  }

  /** phi(x), the density. */
  static double density(double x) {
    return PEAK * bell(x);
  }

  /** exp(-x^2 / 2). The rounding error of x^2, up to 1e-13 of the result, is made good. */
  static double bell(double x) {
    double a = Math.min(Math.abs(x), VERY_FAR);
    double square = a * a;
    double lost = Math.fma(a, a, -square);
    return StrictMath.exp(-0.5 * square) * (1 - 0.5 * lost);
  }

  private static double tailRatio(double a) {
    double t = 1 - 10 / (a + 5);
    double sum = 0;
    for (int k = RATIO.length - 1; k >= 0; k--) {
      sum = Math.fma(sum, t, RATIO[k]);
    }
    return sum / (a + 5);
  }

  /** bell[i] = exp(-x[i]^2 / 2) for i in [from, to), with the same care as the scalar form. */
  static void bell(float[] x, float[] bell, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      float a = near(x[i]);
      bell[i] = -0.5f * (a * a);
    }
    kernels.exp(bell, from, bell, from, to - from);
    for (int i = from; i < to; i++) {
      float a = near(x[i]);
      float lost = Math.fma(a, a, -(a * a));
      bell[i] = Math.fma(-0.5f * lost, bell[i], bell[i]);
    }
  }

  /** |x|, but no more than {@link #FAR}. */
  static float near(float x) {
    return Math.min(Math.abs(x), FAR);
  }

  /** tail[i] = Phi(-|x[i]|). */
  static void tails(float[] x, float[] tail, int from, int to, Kernels kernels) {
    bell(x, tail, from, to, kernels);
    for (int i = from; i < to; i++) {
      tail[i] *= tailRatio(near(x[i]));
    }
  }

  /** s[i] = Phi(-a) - a phi(a), a = |x[i]|. */
  static void slopes(float[] x, float[] s, int from, int to, Kernels kernels) {
    bell(x, s, from, to, kernels);
    for (int i = from; i < to; i++) {
      float a = near(x[i]);
      s[i] *= Math.fma(-a, (float) PEAK, tailRatio(a));
    }
  }

  /** The tail ratio within 3 ulp, by the same expansion for c = 3. */
  static float tailRatio(float a) {
    float t = (a - 3) / (a + 3);
    float sum = 3.5450637e-05f;
    sum = Math.fma(sum, t, 1.12056754e-4f);
    sum = Math.fma(sum, t, -2.1427745e-4f);
    sum = Math.fma(sum, t, -0.0010029675f);
    sum = Math.fma(sum, t, 0.0010072475f);
    sum = Math.fma(sum, t, 0.0069539114f);
    sum = Math.fma(sum, t, -0.010458313f);
    sum = Math.fma(sum, t, -0.0472597f);
    sum = Math.fma(sum, t, 0.23001733f);
    sum = Math.fma(sum, t, -0.5093321f);
    sum = Math.fma(sum, t, 0.7290837f);
    return sum / (a + 3);
  }
}
