package nn.simd;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/** 1 / (1 + e^-x); the steps of {@code FloatFunctions.sigmoid}. */
final class Sigmoid extends VectorFunction {
  private final Exp exp = new Exp();
  private final float[] inner = new float[BLOCK];

  @Override
  void apply(float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i += N) {
      FloatVector.fromArray(SPECIES, x, xAt + i).abs().neg().intoArray(inner, i);
    }
    exp.apply(inner, 0, inner, 0, size);
    for (int i = 0; i < size; i += N) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector e = FloatVector.fromArray(SPECIES, inner, i);
      FloatVector top = ONE.blend(e, v.compare(LT, ZERO));
      FloatVector bottom = e.add(ONE);
      FloatVector lost = e.sub(bottom.sub(ONE));
      FloatVector inverse = ONE.div(bottom);
      FloatVector quotient = top.mul(inverse);
      FloatVector minus = quotient.neg();
      FloatVector rest = minus.fma(lost, minus.fma(bottom, top));
      rest.fma(inverse, quotient).intoArray(y, yAt + i);
    }
  }
}
