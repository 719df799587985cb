package nn.core.kernel;

import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static java.lang.Math.fma;

/**
 * The transcendental functions of {@link nn.api.Kernels}, one float at a time, within 2 ulp of the
 * true value; subnormal results are right, not flushed. The largest errors below were measured over
 * all 2^32 floats against functions in double. Every step has an exact vector twin (fma, +, *, /,
 * comparison with select, shifts of the bits), so a back end that repeats the steps lane by lane
 * gives the same bits. Only the payload of a NaN is unspecified.
 *
 * <p>Coefficients: minimax of the weighted error by linear programming over 401 Chebyshev points
 * against 40 digit values, each rounded to float in turn, lowest power first, and the rest fitted
 * anew.
 */
final class FloatFunctions {
  private static final float LOG2_E = 0x1.715476p0f;

  /** ln 2 in two parts (Cody and Waite): the first has 16 bits, so 8 bit multiples are exact. */
  private static final float LN2_HIGH = 0x1.62e4p-1f;

  private static final float LN2_LOW = 0x1.7f7d1cp-20f;

  /** Adding 1.5 * 2^23 leaves no room for a fraction: the sum ends in the nearest whole number. */
  private static final float ROUND = 0x1.8p23f;

  private static final int ROUND_BITS = 0x4b400000;
  private static final int SQRT_HALF_BITS = 0x3f3504f3;
  private static final int SIGN_BIT = 0x80000000;

  private FloatFunctions() {}

  /**
   * e^x = 2^n e^r with n = round(x / ln 2), r = x - n ln 2; 0 below -104, infinity above 88.73.
   * Largest error: 0.99 ulp.
   */
  static float exp(float x) {
    float bounded = x > 89 ? 89 : x;
    bounded = bounded < -104 ? -104 : bounded;
    float rounded = fma(bounded, LOG2_E, ROUND);
    float e = 1 + reducedExpm1(bounded, rounded - ROUND);
    int n = floatToRawIntBits(rounded) - ROUND_BITS;
    int half = n >> 1; // 2^n in two factors: neither overflows, only the second may round
    return e * powerOfTwo(half) * powerOfTwo(n - half);
  }

  /**
   * e^x - 1 = 2 (2^(n-1) (e^r - 1) + (2^(n-1) - 1/2)), n and r as in {@link #exp}; e^r - 1 itself
   * where n is 0. Largest error: 1.44 ulp.
   */
  static float expm1(float x) {
    float bounded = x > 89 ? 89 : x;
    bounded = bounded < -18 ? -18 : bounded;
    float rounded = fma(bounded, LOG2_E, ROUND);
    float n = rounded - ROUND;
    float p = reducedExpm1(bounded, n);
    float half = powerOfTwo(floatToRawIntBits(rounded) - ROUND_BITS - 1);
    float y = fma(half, p, half - 0.5f);
    float scaled = n == 0 ? p : y + y;
    return x == 0 ? x : scaled; // -0 stays
  }

  /**
   * e^r - 1 for r = x - n ln 2, as r + r^2 q(r), q of degree 5 on [-0.347, 0.347], relative error
   * 2^-31.1.
   */
  private static float reducedExpm1(float x, float n) {
    float r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, x));
    float q = 0x1.9e7c8cp-13f;
    q = fma(q, r, 0x1.6d3a66p-10f);
    q = fma(q, r, 0x1.1112d4p-7f);
    q = fma(q, r, 0x1.5554f8p-5f);
    q = fma(q, r, 0x1.555554p-3f);
    q = fma(q, r, 0.5f);
    return fma(r * r, q, r);
  }

  /** 2^n for n in [-126, 127]; anything for other n. */
  private static float powerOfTwo(int n) {
    return intBitsToFloat((n + 127) << 23);
  }

  /**
   * ln(1 + x) = k ln 2 + ln(1 + f) where 1 + x = 2^k (1 + f) and 1 + f lies in [sqrt(1/2),
   * sqrt(2)); f gets back what rounding 1 + x lost, so f is x itself near 0. ln(1 + f) is f - f^2/2
   * + f^3 q(f), q of degree 7 on that interval, relative error 2^-27.3. Largest error: 1.48 ulp.
   */
  static float log1p(float x) {
    float u = 1 + x;
    int k = (floatToRawIntBits(u) - SQRT_HALF_BITS) >> 23;
    float lost = x < 1 ? x - (u - 1) : 1 - (u - x);
    float lostInF = x < 0x1p25f ? lost * powerOfTwo(-k) : 0;
    float f = intBitsToFloat(floatToRawIntBits(u) - (k << 23)) - 1 + lostInF;
    float y = reducedLog1p(f, k);
    y = x == 0 || x == Float.POSITIVE_INFINITY ? x : y;
    float edge = x == -1 ? Float.NEGATIVE_INFINITY : Float.NaN;
    return x > -1 ? y : edge;
  }

  private static float reducedLog1p(float f, float k) {
    float q = -0x1.38c97ep-4f;
    q = fma(q, f, 0x1.055ebp-3f);
    q = fma(q, f, -0x1.0d8246p-3f);
    q = fma(q, f, 0x1.22d93p-3f);
    q = fma(q, f, -0x1.54728ap-3f);
    q = fma(q, f, 0x1.99a01cp-3f);
    q = fma(q, f, -0x1.000226p-2f);
    q = fma(q, f, 0x1.555554p-2f);
    q = fma(q, f, -0.5f);
    return fma(k, LN2_HIGH, fma(f * f, q, fma(k, LN2_LOW, f)));
  }

  /**
   * tanh x: for |x| below 0.55, x + x^3 q(x^2) with q of degree 4, relative error 2^-29.7; beyond,
   * 1 - 2 / (e^2|x| + 1) with the sign of x. Largest error: 1.45 ulp.
   */
  static float tanh(float x) {
    float a = Math.abs(x);
    float s = a * a;
    float q = -0x1.9921a2p-8f;
    q = fma(q, s, 0x1.58e518p-6f);
    q = fma(q, s, -0x1.b91e7ep-5f);
    q = fma(q, s, 0x1.110ceep-3f);
    q = fma(q, s, -0x1.55554ap-2f);
    float near = fma(a * s, q, a);
    float far = 1 - 2 / (exp(a + a) + 1);
    return withSign(a < 0.55f ? near : far, x);
  }

  /**
   * 1 / (1 + e^-x), as e^x / (1 + e^x) for negative x, so that e^-|x| is at most 1. One Newton step
   * corrects the quotient by what its own rounding and that of the sum lost. Largest error: 1.48
   * ulp.
   */
  static float sigmoid(float x) {
    float e = exp(-Math.abs(x));
    float top = x < 0 ? e : 1;
    float bottom = 1 + e;
    float lost = e - (bottom - 1);
    float inverse = 1 / bottom;
    float y = top * inverse;
    float rest = fma(-y, lost, fma(-y, bottom, top));
    return fma(rest, inverse, y);
  }

  /**
   * erf x: for |x| below 1, x + x p(x^2) with p of degree 6, relative error 2^-29.4; beyond, 1 -
   * e^(a q(a)) with the sign of x, a = min(|x|, 4), where q of degree 5 on [1, 4] approximates ln
   * erfc(a) / a so that e^(a q(a)) errs by 2^-28.6. Largest error: 1.11 ulp.
   */
  static float erf(float x) {
    float a = Math.abs(x);
    return withSign(a < 1 ? erfNear(a) : erfFar(a), x);
  }

  private static float erfNear(float a) {
    float s = a * a;
    float p = 0x1.4771fcp-14f;
    p = fma(p, s, -0x1.a3515ep-11f);
    p = fma(p, s, 0x1.53f224p-8f);
    p = fma(p, s, -0x1.b7f71ap-6f);
    p = fma(p, s, 0x1.ce2ce6p-4f);
    p = fma(p, s, -0x1.81273ep-2f);
    p = fma(p, s, 0x1.06eba8p-3f);
    return fma(a, p, a);
  }

  private static float erfFar(float a) {
    float b = a > 4 ? 4 : a;
    float q = 0x1.b8c8bp-13f;
    q = fma(q, b, -0x1.a13756p-9f);
    q = fma(q, b, 0x1.755388p-6f);
    q = fma(q, b, -0x1.ae79bap-4f);
    q = fma(q, b, -0x1.458dacp-1f);
    q = fma(q, b, -0x1.20e3c6p0f);
    return 1 - exp(b * q);
  }

  /** |y| with the sign of x. */
  private static float withSign(float y, float x) {
    return intBitsToFloat((floatToRawIntBits(y) & ~SIGN_BIT) | (floatToRawIntBits(x) & SIGN_BIT));
  }
}
