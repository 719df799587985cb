package nn.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** ln(1 + x); the steps of {@code FloatFunctions.log1p}. */
final class Log1p extends VectorFunction {
  private static final FloatVector MINUS_ONE = all(-1);
  private static final FloatVector INFINITY = all(Float.POSITIVE_INFINITY);
  private static final FloatVector MINUS_INFINITY = all(Float.NEGATIVE_INFINITY);
  private static final FloatVector NAN = all(Float.NaN);
  private static final FloatVector LN2_HIGH = all(0x1.62e4p-1f);
  private static final FloatVector LN2_LOW = all(0x1.7f7d1cp-20f);
  private static final IntVector SQRT_HALF_BITS = bits(0x3f3504f3);
  private static final FloatVector LOG_WHOLE = all(0x1p25f);
  private static final FloatVector LOG_10 = all(-0x1.38c97ep-4f);
  private static final FloatVector LOG_9 = all(0x1.055ebp-3f);
  private static final FloatVector LOG_8 = all(-0x1.0d8246p-3f);
  private static final FloatVector LOG_7 = all(0x1.22d93p-3f);
  private static final FloatVector LOG_6 = all(-0x1.54728ap-3f);
  private static final FloatVector LOG_5 = all(0x1.99a01cp-3f);
  private static final FloatVector LOG_4 = all(-0x1.000226p-2f);
  private static final FloatVector LOG_3 = all(0x1.555554p-2f);
  private static final FloatVector LOG_2 = all(-0.5f);

  private final float[] inner = new float[BLOCK];
  private final float[] exponent = new float[BLOCK];

  @Override
  void apply(float[] x, int xAt, float[] y, int yAt, int size) {
    split(x, xAt, size);
    reduced(size);
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector log = FloatVector.fromArray(SPECIES, inner, i);
      log = log.blend(v, v.compare(EQ, ZERO)).blend(v, v.compare(EQ, INFINITY));
      FloatVector edge = NAN.blend(MINUS_INFINITY, v.compare(EQ, MINUS_ONE));
      edge.blend(log, v.compare(GT, MINUS_ONE)).intoArray(y, yAt + i);
    }
  }

  /**
   * 1 + x = 2^k (1 + f): f into {@link #inner}, k into {@link #exponent}. A whole number of few
   * digits becomes a float in the last bits of a large one.
   */
  private void split(float[] x, int xAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector u = v.add(ONE);
      IntVector k = u.reinterpretAsInts().sub(SQRT_HALF_BITS).lanewise(ASHR, 23);
      FloatVector lost = ONE.sub(u.sub(v)).blend(v.sub(u.sub(ONE)), v.compare(LT, ONE));
      FloatVector inverse = k.neg().add(BIAS).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector lostInF = lost.mul(inverse).blend(ZERO, v.compare(LT, LOG_WHOLE).not());
      FloatVector f = u.reinterpretAsInts().sub(k.lanewise(LSHL, 23)).reinterpretAsFloats();
      f.sub(ONE).add(lostInF).intoArray(inner, i);
      k.add(ROUND_BITS).reinterpretAsFloats().sub(ROUND).intoArray(exponent, i);
    }
  }

  /** k ln 2 + ln(1 + f) into {@link #inner}. */
  private void reduced(int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector f = FloatVector.fromArray(SPECIES, inner, i);
      FloatVector k = FloatVector.fromArray(SPECIES, exponent, i);
      FloatVector q = LOG_10.fma(f, LOG_9).fma(f, LOG_8).fma(f, LOG_7).fma(f, LOG_6);
      q = q.fma(f, LOG_5).fma(f, LOG_4).fma(f, LOG_3).fma(f, LOG_2);
      k.fma(LN2_HIGH, f.mul(f).fma(q, k.fma(LN2_LOW, f))).intoArray(inner, i);
    }
  }
}
