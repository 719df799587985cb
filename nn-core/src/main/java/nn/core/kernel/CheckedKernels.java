package nn.core.kernel;

import nn.api.Kernels;
import nn.api.Rows;

/**
 * A back end behind the checks of {@link PlainKernels}, so that every back end refuses the same
 * arguments in the same words and need not check on its own.
 */
record CheckedKernels(Kernels kernels) implements Kernels {
  @Override
  public void forward(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    Shapes.forward(x, w, b, z, from, to);
    kernels.forward(x, w, b, z, from, to);
  }

  @Override
  public void forwardOutputs(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    Shapes.forwardOutputs(x, w, b, z, from, to);
    kernels.forwardOutputs(x, w, b, z, from, to);
  }

  @Override
  public void inputGradient(Rows dz, Rows w, Rows dx, int from, int to) {
    Shapes.inputGradient(dz, w, dx, from, to);
    kernels.inputGradient(dz, w, dx, from, to);
  }

  @Override
  public void weightGradient(Rows x, Rows dz, Rows dw, int from, int to) {
    Shapes.weightGradient(x, dz, dw, from, to);
    kernels.weightGradient(x, dz, dw, from, to);
  }

  @Override
  public void biasGradient(Rows dz, Rows db, int from, int to) {
    Shapes.biasGradient(dz, db, from, to);
    kernels.biasGradient(dz, db, from, to);
  }

  @Override
  public void multiply(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c) {
    Shapes.product(a, transposeA, b, transposeB, c);
    kernels.multiply(a, transposeA, b, transposeB, c);
  }

  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    kernels.exp(x, xAt, y, yAt, size);
  }

  @Override
  public void expm1(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    kernels.expm1(x, xAt, y, yAt, size);
  }

  @Override
  public void log1p(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    kernels.log1p(x, xAt, y, yAt, size);
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    kernels.tanh(x, xAt, y, yAt, size);
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    kernels.sigmoid(x, xAt, y, yAt, size);
  }

  @Override
  public void erf(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    kernels.erf(x, xAt, y, yAt, size);
  }

  @Override
  public float[] scratch(int number, int size) {
    Shapes.scratch(number);
    return kernels.scratch(number, size);
  }
}
