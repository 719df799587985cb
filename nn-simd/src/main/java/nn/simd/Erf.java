package nn.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** erf x; the steps of {@code FloatFunctions.erf}. */
final class Erf extends VectorFunction {
  private static final FloatVector ERF_MOST = all(4);
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

  private final Exp exp = new Exp();
  private final float[] inner = new float[BLOCK];

  @Override
  void apply(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector a = FloatVector.fromArray(SPECIES, x, xAt + i).abs();
      FloatVector b = a.blend(ERF_MOST, a.compare(GT, ERF_MOST));
      FloatVector q = ERFC_6.fma(b, ERFC_5).fma(b, ERFC_4).fma(b, ERFC_3).fma(b, ERFC_2);
      b.mul(q.fma(b, ERFC_1)).intoArray(inner, i);
    }
    exp.apply(inner, 0, inner, 0, size);
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector a = v.abs();
      FloatVector s = a.mul(a);
      FloatVector p = ERF_13.fma(s, ERF_11).fma(s, ERF_9).fma(s, ERF_7).fma(s, ERF_5);
      FloatVector near = a.fma(p.fma(s, ERF_3).fma(s, ERF_1), a);
      FloatVector far = ONE.sub(FloatVector.fromArray(SPECIES, inner, i));
      IntVector magnitude = far.blend(near, a.compare(LT, ONE)).reinterpretAsInts().and(MAGNITUDE);
      magnitude.or(v.reinterpretAsInts().and(SIGN)).reinterpretAsFloats().intoArray(y, yAt + i);
    }
  }
}
