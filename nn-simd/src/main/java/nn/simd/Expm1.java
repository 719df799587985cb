package nn.simd;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** e^x - 1; the steps of {@code FloatFunctions.expm1}. */
final class Expm1 extends VectorFunction {
  private static final IntVector BIAS_OF_HALF = bits(126);
  private static final FloatVector EXPM1_LEAST = all(-18);

  @Override
  void apply(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector bounded = v.blend(EXP_MOST, v.compare(GT, EXP_MOST));
      bounded = bounded.blend(EXPM1_LEAST, bounded.compare(LT, EXPM1_LEAST));
      FloatVector rounded = bounded.fma(LOG2_E, ROUND);
      FloatVector n = rounded.sub(ROUND);
      FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, bounded));
      FloatVector q = EXP_7.fma(r, EXP_6).fma(r, EXP_5).fma(r, EXP_4).fma(r, EXP_3).fma(r, HALF);
      FloatVector p = r.mul(r).fma(q, r);
      IntVector power = rounded.reinterpretAsInts().sub(ROUND_BITS);
      FloatVector half = power.add(BIAS_OF_HALF).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector sum = half.fma(p, half.sub(HALF));
      FloatVector scaled = sum.add(sum).blend(p, n.compare(EQ, ZERO));
      scaled.blend(v, v.compare(EQ, ZERO)).intoArray(y, yAt + i);
    }
  }
}
