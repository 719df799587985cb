package nn.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link nn.api.Kernels} on a block of whole registers. Every lane takes the steps
 * of the plain arithmetic, {@code nn.core.kernel.FloatFunctions}, in the same order and with the
 * same constants, so the bits are the same; only the payload of a NaN may differ. The mathematics,
 * the largest errors and the source of the coefficients stand there. Where the plain form chooses,
 * this one computes both sides and selects.
 *
 * <p>No loop calls a method of ours, and longer functions go over the block several times with
 * intermediate results in arrays: in a long loop the compiler stops inlining what is not part of
 * the vector module, and a register handed to a method that is not inlined becomes an object, at
 * ten times the price of the function.
 */
final class VectorFunctions {
  /** Most numbers in a block: its intermediate results stay in the nearest cache. */
  static final int BLOCK = 512;

  private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
  private static final int N = Lanes.COUNT;

  private static final FloatVector ONE = all(1);
  private static final FloatVector LOG2_E = all(0x1.715476p0f);
  private static final FloatVector LN2_HIGH = all(0x1.62e4p-1f);
  private static final FloatVector LN2_LOW = all(0x1.7f7d1cp-20f);
  private static final FloatVector MINUS_LN2_HIGH = all(-0x1.62e4p-1f);
  private static final FloatVector MINUS_LN2_LOW = all(-0x1.7f7d1cp-20f);
  private static final FloatVector ROUND = all(0x1.8p23f);
  private static final int ROUND_BITS = 0x4b400000;
  private static final int SQRT_HALF_BITS = 0x3f3504f3;
  private static final int SIGN_BIT = 0x80000000;
  private static final FloatVector HALF = all(0.5f);

  private static final FloatVector EXP_7 = all(0x1.9e7c8cp-13f);
  private static final FloatVector EXP_6 = all(0x1.6d3a66p-10f);
  private static final FloatVector EXP_5 = all(0x1.1112d4p-7f);
  private static final FloatVector EXP_4 = all(0x1.5554f8p-5f);
  private static final FloatVector EXP_3 = all(0x1.555554p-3f);

  private static final FloatVector LOG_10 = all(-0x1.38c97ep-4f);
  private static final FloatVector LOG_9 = all(0x1.055ebp-3f);
  private static final FloatVector LOG_8 = all(-0x1.0d8246p-3f);
  private static final FloatVector LOG_7 = all(0x1.22d93p-3f);
  private static final FloatVector LOG_6 = all(-0x1.54728ap-3f);
  private static final FloatVector LOG_5 = all(0x1.99a01cp-3f);
  private static final FloatVector LOG_4 = all(-0x1.000226p-2f);
  private static final FloatVector LOG_3 = all(0x1.555554p-2f);
  private static final FloatVector LOG_2 = all(-0.5f);

  private static final FloatVector TANH_11 = all(-0x1.9921a2p-8f);
  private static final FloatVector TANH_9 = all(0x1.58e518p-6f);
  private static final FloatVector TANH_7 = all(-0x1.b91e7ep-5f);
  private static final FloatVector TANH_5 = all(0x1.110ceep-3f);
  private static final FloatVector TANH_3 = all(-0x1.55554ap-2f);

  private static final FloatVector ERF_13 = all(0x1.4771fcp-14f);
  private static final FloatVector ERF_11 = all(-0x1.a3515ep-11f);
  private static final FloatVector ERF_9 = all(0x1.53f224p-8f);
  private static final FloatVector ERF_7 = all(-0x1.b7f71ap-6f);
  private static final FloatVector ERF_5 = all(0x1.ce2ce6p-4f);
  private static final FloatVector ERF_3 = all(-0x1.81273ep-2f);
  private static final FloatVector ERF_1 = all(0x1.06eba8p-3f);

  private static final FloatVector ERFC_6 = all(0x1.b8c8bp-13f);
  private static final FloatVector ERFC_5 = all(-0x1.a13756p-9f);
  private static final FloatVector ERFC_4 = all(0x1.755388p-6f);
  private static final FloatVector ERFC_3 = all(-0x1.ae79bap-4f);
  private static final FloatVector ERFC_2 = all(-0x1.458dacp-1f);
  private static final FloatVector ERFC_1 = all(-0x1.20e3c6p0f);

  private final float[] inner = new float[BLOCK];
  private final float[] exponent = new float[BLOCK];

  /** y = e^x for {@code size} numbers, a multiple of {@link Lanes#COUNT} up to {@link #BLOCK}. */
  void exp(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector bounded = v.blend(89f, v.compare(GT, 89f));
      bounded = bounded.blend(-104f, bounded.compare(LT, -104f));
      FloatVector rounded = bounded.fma(LOG2_E, ROUND);
      FloatVector n = rounded.sub(ROUND);
      FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, bounded));
      FloatVector q = EXP_7.fma(r, EXP_6).fma(r, EXP_5).fma(r, EXP_4).fma(r, EXP_3).fma(r, HALF);
      FloatVector e = r.mul(r).fma(q, r).add(ONE);
      IntVector power = rounded.reinterpretAsInts().sub(ROUND_BITS);
      IntVector half = power.lanewise(ASHR, 1);
      FloatVector first = half.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector second = power.sub(half).add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      e.mul(first).mul(second).intoArray(y, yAt + i);
    }
  }

  /** y = e^x - 1, likewise. */
  void expm1(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector bounded = v.blend(89f, v.compare(GT, 89f));
      bounded = bounded.blend(-18f, bounded.compare(LT, -18f));
      FloatVector rounded = bounded.fma(LOG2_E, ROUND);
      FloatVector n = rounded.sub(ROUND);
      FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, bounded));
      FloatVector q = EXP_7.fma(r, EXP_6).fma(r, EXP_5).fma(r, EXP_4).fma(r, EXP_3).fma(r, HALF);
      FloatVector p = r.mul(r).fma(q, r);
      IntVector power = rounded.reinterpretAsInts().sub(ROUND_BITS).sub(1);
      FloatVector half = power.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector sum = half.fma(p, half.sub(HALF));
      FloatVector scaled = sum.add(sum).blend(p, n.compare(EQ, 0f));
      scaled.blend(v, v.compare(EQ, 0f)).intoArray(y, yAt + i);
    }
  }

  /** y = ln(1 + x), likewise. */
  void log1p(float[] x, int xAt, float[] y, int yAt, int size) {
    splitLog1p(x, xAt, size);
    reducedLog1p(size);
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector log = FloatVector.fromArray(SPECIES, inner, i);
      log = log.blend(v, v.compare(EQ, 0f)).blend(v, v.compare(EQ, Float.POSITIVE_INFINITY));
      FloatVector edge = FloatVector.broadcast(SPECIES, Float.NaN);
      edge = edge.blend(Float.NEGATIVE_INFINITY, v.compare(EQ, -1f));
      edge.blend(log, v.compare(GT, -1f)).intoArray(y, yAt + i);
    }
  }

  /**
   * 1 + x = 2^k (1 + f): f into {@link #inner}, k into {@link #exponent}. A whole number of few
   * digits becomes a float in the last bits of a large one.
   */
  private void splitLog1p(float[] x, int xAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector u = v.add(ONE);
      IntVector k = u.reinterpretAsInts().sub(SQRT_HALF_BITS).lanewise(ASHR, 23);
      FloatVector lost = ONE.sub(u.sub(v)).blend(v.sub(u.sub(ONE)), v.compare(LT, 1f));
      FloatVector inverse = k.neg().add(127).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector lostInF = lost.mul(inverse).blend(0f, v.compare(LT, 0x1p25f).not());
      FloatVector f = u.reinterpretAsInts().sub(k.lanewise(LSHL, 23)).reinterpretAsFloats();
      f.sub(ONE).add(lostInF).intoArray(inner, i);
      k.add(ROUND_BITS).reinterpretAsFloats().sub(ROUND).intoArray(exponent, i);
    }
  }

  /** k ln 2 + ln(1 + f) into {@link #inner}. */
  private void reducedLog1p(int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector f = FloatVector.fromArray(SPECIES, inner, i);
      FloatVector k = FloatVector.fromArray(SPECIES, exponent, i);
      FloatVector q = LOG_10.fma(f, LOG_9).fma(f, LOG_8).fma(f, LOG_7).fma(f, LOG_6);
      q = q.fma(f, LOG_5).fma(f, LOG_4).fma(f, LOG_3).fma(f, LOG_2);
      k.fma(LN2_HIGH, f.mul(f).fma(q, k.fma(LN2_LOW, f))).intoArray(inner, i);
    }
  }

  /** y = tanh x, likewise. */
  void tanh(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector a = FloatVector.fromArray(SPECIES, x, xAt + i).abs();
      a.add(a).intoArray(inner, i);
    }
    exp(inner, 0, inner, 0, size);
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector e = FloatVector.fromArray(SPECIES, inner, i);
      FloatVector a = v.abs();
      FloatVector s = a.mul(a);
      FloatVector q = TANH_11.fma(s, TANH_9).fma(s, TANH_7).fma(s, TANH_5).fma(s, TANH_3);
      FloatVector near = a.mul(s).fma(q, a);
      FloatVector far = ONE.sub(ONE.add(ONE).div(e.add(ONE)));
      IntVector magnitude =
          far.blend(near, a.compare(LT, 0.55f)).reinterpretAsInts().and(~SIGN_BIT);
      magnitude.or(v.reinterpretAsInts().and(SIGN_BIT)).reinterpretAsFloats().intoArray(y, yAt + i);
    }
  }

  /** y = 1 / (1 + e^-x), likewise. */
  void sigmoid(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector.fromArray(SPECIES, x, xAt + i).abs().neg().intoArray(inner, i);
    }
    exp(inner, 0, inner, 0, size);
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector e = FloatVector.fromArray(SPECIES, inner, i);
      FloatVector top = ONE.blend(e, v.compare(LT, 0f));
      FloatVector bottom = e.add(ONE);
      FloatVector lost = e.sub(bottom.sub(ONE));
      FloatVector inverse = ONE.div(bottom);
      FloatVector quotient = top.mul(inverse);
      FloatVector minus = quotient.neg();
      FloatVector rest = minus.fma(lost, minus.fma(bottom, top));
      rest.fma(inverse, quotient).intoArray(y, yAt + i);
    }
  }

  /** y = erf x, likewise. */
  void erf(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector a = FloatVector.fromArray(SPECIES, x, xAt + i).abs();
      FloatVector b = a.blend(4f, a.compare(GT, 4f));
      FloatVector q = ERFC_6.fma(b, ERFC_5).fma(b, ERFC_4).fma(b, ERFC_3).fma(b, ERFC_2);
      b.mul(q.fma(b, ERFC_1)).intoArray(inner, i);
    }
    exp(inner, 0, inner, 0, size);
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector a = v.abs();
      FloatVector s = a.mul(a);
      FloatVector p = ERF_13.fma(s, ERF_11).fma(s, ERF_9).fma(s, ERF_7).fma(s, ERF_5);
      FloatVector near = a.fma(p.fma(s, ERF_3).fma(s, ERF_1), a);
      FloatVector far = ONE.sub(FloatVector.fromArray(SPECIES, inner, i));
      IntVector magnitude = far.blend(near, a.compare(LT, 1f)).reinterpretAsInts().and(~SIGN_BIT);
      magnitude.or(v.reinterpretAsInts().and(SIGN_BIT)).reinterpretAsFloats().intoArray(y, yAt + i);
    }
  }

  private static FloatVector all(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }
}
