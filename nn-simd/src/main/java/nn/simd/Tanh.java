package nn.simd;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** tanh x; the steps of {@code FloatFunctions.tanh}. */
final class Tanh extends VectorFunction {
  private static final FloatVector TANH_NEAR = all(0.55f);
  private static final FloatVector TANH_11 = all(-0x1.9921a2p-8f);
  private static final FloatVector TANH_9 = all(0x1.58e518p-6f);
  private static final FloatVector TANH_7 = all(-0x1.b91e7ep-5f);
  private static final FloatVector TANH_5 = all(0x1.110ceep-3f);
  private static final FloatVector TANH_3 = all(-0x1.55554ap-2f);

  private final Exp exp = new Exp();
  private final float[] inner = new float[BLOCK];

  @Override
  void apply(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector a = FloatVector.fromArray(SPECIES, x, xAt + i).abs();
      a.add(a).intoArray(inner, i);
    }
    exp.apply(inner, 0, inner, 0, size);
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector e = FloatVector.fromArray(SPECIES, inner, i);
      FloatVector a = v.abs();
      FloatVector s = a.mul(a);
      FloatVector q = TANH_11.fma(s, TANH_9).fma(s, TANH_7).fma(s, TANH_5).fma(s, TANH_3);
      FloatVector near = a.mul(s).fma(q, a);
      FloatVector far = ONE.sub(ONE.add(ONE).div(e.add(ONE)));
      IntVector magnitude =
          far.blend(near, a.compare(LT, TANH_NEAR)).reinterpretAsInts().and(MAGNITUDE);
      magnitude.or(v.reinterpretAsInts().and(SIGN)).reinterpretAsFloats().intoArray(y, yAt + i);
    }
  }
}
