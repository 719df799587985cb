package nn.core.kernel;

import nn.api.ElementwiseActivation;
import nn.api.Kernels;

/**
 * The default loops of {@link ElementwiseActivation}, bit for bit, as a template: {@link
 * ScalarLoops} copies this class for every plugin class. It holds no lambda, which a hidden class
 * could not.
 *
 * <p>Numbers are widened in a loop of their own. On JDK 17 a conversion waits for what its register
 * held before, and a loop that converts, computes and converts back runs up to ten times as long.
 */
final class ScalarLoop implements ElementwiseActivation {
  private final ElementwiseActivation f;

  ScalarLoop(ElementwiseActivation f) {
    this.f = f;
  }

  @Override
  public double value(double x) {
    return f.value(x);
  }

  @Override
  public double derivative(double x) {
    return f.derivative(x);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    double[] wide = ScalarLoops.wide();
    for (int at = from; at < to; at += wide.length) {
      forward(x, y, at, Math.min(wide.length, to - at), wide);
    }
  }

  private void forward(float[] x, float[] y, int at, int size, double[] wide) {
    widen(x, at, size, wide);
    for (int i = 0; i < size; i++) {
      y[at + i] = (float) f.value(wide[i]);
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    double[] wide = ScalarLoops.wide();
    for (int at = from; at < to; at += wide.length) {
      backward(x, dy, dx, at, Math.min(wide.length, to - at), wide);
    }
  }

  private void backward(float[] x, float[] dy, float[] dx, int at, int size, double[] wide) {
    widen(x, at, size, wide);
    for (int i = 0; i < size; i++) {
      dx[at + i] = (float) (dy[at + i] * f.derivative(wide[i]));
    }
  }

  private static void widen(float[] x, int at, int size, double[] wide) {
    for (int i = 0; i < size; i++) {
      wide[i] = x[at + i];
    }
  }
}
