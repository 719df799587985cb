package nn.activations;

import java.util.function.DoubleUnaryOperator;
import nn.api.Kernels;
import nn.api.Rows;
import org.apache.commons.math3.special.Erf;

/** The elementwise half of {@link Kernels}, each number through StrictMath in double. */
final class StrictKernels implements Kernels {
  private final float[][] scratch = new float[4][];

  /** How often a scratch array had to be made anew. */
  private int growths;

  int growths() {
    return growths;
  }

  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int size) {
    each(StrictMath::exp, x, xAt, y, yAt, size);
  }

  @Override
  public void expm1(float[] x, int xAt, float[] y, int yAt, int size) {
    each(StrictMath::expm1, x, xAt, y, yAt, size);
  }

  @Override
  public void log1p(float[] x, int xAt, float[] y, int yAt, int size) {
    each(StrictMath::log1p, x, xAt, y, yAt, size);
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int size) {
    each(StrictMath::tanh, x, xAt, y, yAt, size);
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int size) {
    each(v -> 1 / (1 + StrictMath.exp(-v)), x, xAt, y, yAt, size);
  }

  @Override
  public void erf(float[] x, int xAt, float[] y, int yAt, int size) {
    each(Erf::erf, x, xAt, y, yAt, size);
  }

  @Override
  public float[] scratch(int number, int size) {
    if (scratch[number] == null || scratch[number].length < size) {
      scratch[number] = new float[size];
      growths++;
    }
    return scratch[number];
  }

  private static void each(
      DoubleUnaryOperator f, float[] x, int xAt, float[] y, int yAt, int size) {
    for (int i = 0; i < size; i++) {
      y[yAt + i] = (float) f.applyAsDouble(x[xAt + i]);
    }
  }

  @Override
  public void forward(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    throw new UnsupportedOperationException("forward");
  }

  @Override
  public void inputGradient(Rows dz, Rows w, Rows dx, int from, int to) {
    throw new UnsupportedOperationException("inputGradient");
  }

  @Override
  public void weightGradient(Rows x, Rows dz, Rows dw, int from, int to) {
    throw new UnsupportedOperationException("weightGradient");
  }

  @Override
  public void biasGradient(Rows dz, Rows db, int from, int to) {
    throw new UnsupportedOperationException("biasGradient");
  }

  @Override
  public void multiply(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c) {
    throw new UnsupportedOperationException("multiply");
  }
}
