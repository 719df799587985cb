package nn.optimizers;

import nn.api.Kernels;
import nn.api.Rows;

/** The one product that optimizers ask for, in double; nothing else. */
final class ProductKernels implements Kernels {
  @Override
  public void multiply(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c) {
    int inner = transposeA ? a.count() : a.width();
    if (inner != (transposeB ? b.width() : b.count())) {
      throw new IllegalArgumentException("inner sizes differ");
    }
    for (int r = 0; r < c.count(); r++) {
      for (int j = 0; j < c.width(); j++) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          double left = transposeA ? a.get(k, r) : a.get(r, k);
          sum += left * (transposeB ? b.get(j, k) : b.get(k, j));
        }
        c.data()[c.at(r) + j] = (float) sum;
      }
    }
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("no optimizer needs it");
  }

  @Override
  public void forward(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    throw unused();
  }

  @Override
  public void inputGradient(Rows dz, Rows w, Rows dx, int from, int to) {
    throw unused();
  }

  @Override
  public void weightGradient(Rows x, Rows dz, Rows dw, int from, int to) {
    throw unused();
  }

  @Override
  public void biasGradient(Rows dz, Rows db, int from, int to) {
    throw unused();
  }

  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int size) {
    throw unused();
  }

  @Override
  public void expm1(float[] x, int xAt, float[] y, int yAt, int size) {
    throw unused();
  }

  @Override
  public void log1p(float[] x, int xAt, float[] y, int yAt, int size) {
    throw unused();
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int size) {
    throw unused();
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int size) {
    throw unused();
  }

  @Override
  public void erf(float[] x, int xAt, float[] y, int yAt, int size) {
    throw unused();
  }

  @Override
  public float[] scratch(int number, int size) {
    throw unused();
  }
}
