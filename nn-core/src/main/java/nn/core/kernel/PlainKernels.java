package nn.core.kernel;

import static java.lang.Math.fma;

import java.util.Arrays;
import nn.api.Kernels;
import nn.api.Rows;

/**
 * The reference arithmetic: loops in the order row, k, column, one {@link Math#fma(float, float,
 * float)} a term. Where a layer has one output, as the house price has, its weights lie side by
 * side, and the inner loop runs along them: the same terms in the same order. Nothing else is
 * optimised. Every exact back end gives these bits.
 *
 * <p>Wrong shapes are refused with {@link IllegalArgumentException}, ranges outside a shape with
 * {@link IndexOutOfBoundsException}; whether windows overlap is not checked. One instance serves
 * one thread.
 */
public final class PlainKernels implements Kernels {
  private final float[][] scratch = new float[Shapes.SCRATCH_ARRAYS][0];

  /** Arithmetic with empty scratch arrays. */
  public PlainKernels() {}

  @Override
  public void forward(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    Shapes.forward(x, w, b, z, from, to);
    if (z.width() == 1) {
      for (int r = from; r < to; r++) {
        float start = b.get(0, 0);
        z.data()[z.at(r)] = dot(start, x.data(), x.at(r), 1, w.data(), w.offset(), x.width());
      }
      return;
    }
    for (int r = from; r < to; r++) {
      System.arraycopy(b.data(), b.offset(), z.data(), z.at(r), z.width());
      for (int k = 0; k < x.width(); k++) {
        addScaled(x.get(r, k), w.data(), w.at(k), z.data(), z.at(r), z.width());
      }
    }
  }

  @Override
  public void forwardOutputs(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    Shapes.forwardOutputs(x, w, b, z, from, to);
    for (int r = 0; r < x.count(); r++) {
      System.arraycopy(b.data(), b.offset() + from, z.data(), z.at(r) + from, to - from);
      for (int k = 0; k < x.width(); k++) {
        addScaled(x.get(r, k), w.data(), w.at(k) + from, z.data(), z.at(r) + from, to - from);
      }
    }
  }

  @Override
  public void inputGradient(Rows dz, Rows w, Rows dx, int from, int to) {
    Shapes.inputGradient(dz, w, dx, from, to);
    for (int r = 0; r < dz.count(); r++) {
      for (int i = from; i < to; i++) {
        dx.data()[dx.at(r) + i] = dot(0, dz.data(), dz.at(r), 1, w.data(), w.at(i), dz.width());
      }
    }
  }

  @Override
  public void weightGradient(Rows x, Rows dz, Rows dw, int from, int to) {
    Shapes.weightGradient(x, dz, dw, from, to);
    if (dz.width() == 1) {
      for (int r = 0; r < x.count(); r++) {
        addScaled(dz.get(r, 0), x.data(), x.at(r) + from, dw.data(), dw.at(from), to - from);
      }
      return;
    }
    for (int r = 0; r < x.count(); r++) {
      for (int i = from; i < to; i++) {
        addScaled(x.get(r, i), dz.data(), dz.at(r), dw.data(), dw.at(i), dz.width());
      }
    }
  }

  /** Adds 1 times each row: with a factor of 1 the fused multiply-add is a plain sum. */
  @Override
  public void biasGradient(Rows dz, Rows db, int from, int to) {
    Shapes.biasGradient(dz, db, from, to);
    for (int r = 0; r < dz.count(); r++) {
      addScaled(1, dz.data(), dz.at(r) + from, db.data(), db.offset() + from, to - from);
    }
  }

  @Override
  public void multiply(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c) {
    Shapes.product(a, transposeA, b, transposeB, c);
    int inner = transposeA ? a.count() : a.width();
    int rowStep = transposeA ? 1 : a.width();
    int innerStep = transposeA ? a.width() : 1;
    for (int r = 0; r < c.count(); r++) {
      int row = a.offset() + r * rowStep;
      if (transposeB) {
        for (int j = 0; j < c.width(); j++) {
          c.data()[c.at(r) + j] = dot(0, a.data(), row, innerStep, b.data(), b.at(j), inner);
        }
      } else {
        Arrays.fill(c.data(), c.at(r), c.at(r) + c.width(), 0);
        for (int k = 0; k < inner; k++) {
          float factor = a.data()[row + k * innerStep];
          addScaled(factor, b.data(), b.at(k), c.data(), c.at(r), c.width());
        }
      }
    }
  }

  /** y[j] += factor x[j]: the inner loop wherever neighbouring sums grow side by side. */
  private static void addScaled(float factor, float[] x, int xAt, float[] y, int yAt, int size) {
    for (int j = 0; j < size; j++) {
      y[yAt + j] = fma(factor, x[xAt + j], y[yAt + j]);
    }
  }

  /** start plus all a[k] b[k], k ascending; neighbours in {@code a} are {@code aStep} apart. */
  private static float dot(
      float start, float[] a, int aAt, int aStep, float[] b, int bAt, int size) {
    float sum = start;
    for (int k = 0; k < size; k++) {
      sum = fma(a[aAt + k * aStep], b[bAt + k], sum);
    }
    return sum;
  }

  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    for (int i = 0; i < size; i++) {
      y[yAt + i] = FloatFunctions.exp(x[xAt + i]);
    }
  }

  @Override
  public void expm1(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    for (int i = 0; i < size; i++) {
      y[yAt + i] = FloatFunctions.expm1(x[xAt + i]);
    }
  }

  @Override
  public void log1p(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    for (int i = 0; i < size; i++) {
      y[yAt + i] = FloatFunctions.log1p(x[xAt + i]);
    }
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    for (int i = 0; i < size; i++) {
      y[yAt + i] = FloatFunctions.tanh(x[xAt + i]);
    }
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    for (int i = 0; i < size; i++) {
      y[yAt + i] = FloatFunctions.sigmoid(x[xAt + i]);
    }
  }

  @Override
  public void erf(float[] x, int xAt, float[] y, int yAt, int size) {
    Shapes.elements(x, xAt, y, yAt, size);
    for (int i = 0; i < size; i++) {
      y[yAt + i] = FloatFunctions.erf(x[xAt + i]);
    }
  }

  /** The array grows when asked for more than it holds; it never shrinks. */
  @Override
  public float[] scratch(int number, int size) {
    Shapes.scratch(number);
    if (scratch[number].length < size) {
      scratch[number] = new float[size];
    }
    return scratch[number];
  }
}
