package nn.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** e^x; the steps of {@code FloatFunctions.exp}. */
final class Exp extends VectorFunction {
  private static final FloatVector EXP_LEAST = all(-104);

  @Override
  void apply(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector bounded = v.blend(EXP_MOST, v.compare(GT, EXP_MOST));
      bounded = bounded.blend(EXP_LEAST, bounded.compare(LT, EXP_LEAST));
      FloatVector rounded = bounded.fma(LOG2_E, ROUND);
      FloatVector n = rounded.sub(ROUND);
      FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, bounded));
      FloatVector q = EXP_7.fma(r, EXP_6).fma(r, EXP_5).fma(r, EXP_4).fma(r, EXP_3).fma(r, HALF);
      FloatVector e = r.mul(r).fma(q, r).add(ONE);
      IntVector power = rounded.reinterpretAsInts().sub(ROUND_BITS);
      IntVector half = power.lanewise(ASHR, 1);
      FloatVector first = half.add(BIAS).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector second = power.sub(half).add(BIAS).lanewise(LSHL, 23).reinterpretAsFloats();
      e.mul(first).mul(second).intoArray(y, yAt + i);
    }
  }
}
