package nn.core.kernel;

import java.util.Arrays;
import nn.api.Kernels;
import nn.api.Rows;

/**
 * Plain Java whose products the runtime's compiler turns into vector instructions by itself: it
 * needs no module and no option, and is soon compiled. The bits are those of {@link PlainKernels},
 * which also does what is too narrow here, and the functions.
 */
final class AutoVectorKernels implements Kernels {
  /** Columns of a product below which copying costs more than vectors gain. */
  private static final int NARROW = 4;

  private static final float[] ONE = {1};

  private final PlainKernels plain = new PlainKernels();
  private final AutoVectorProduct product = new AutoVectorProduct();

  /** Arithmetic with empty scratch arrays. */
  AutoVectorKernels() {}

  @Override
  public void forward(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    if (z.width() < NARROW) {
      plain.forward(x, w, b, z, from, to);
      return;
    }
    Shapes.forward(x, w, b, z, from, to);
    forward(x, w, b, z, from, to, 0, z.width());
  }

  @Override
  public void forwardOutputs(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    if (to - from < NARROW) {
      plain.forwardOutputs(x, w, b, z, from, to);
      return;
    }
    Shapes.forwardOutputs(x, w, b, z, from, to);
    forward(x, w, b, z, 0, x.count(), from, to);
  }

  /** Rows [from, to), outputs [first, end). */
  private void forward(Rows x, Rows w, Rows b, Rows z, int from, int to, int first, int end) {
    for (int r = from; r < to; r++) {
      System.arraycopy(b.data(), b.offset() + first, z.data(), z.at(r) + first, end - first);
    }
    product
        .left(x.data(), x.at(from), x.width(), 1)
        .right(w.data(), w.offset() + first, w.width(), 1)
        .sums(z.data(), z.at(from) + first, z.width())
        .add(to - from, x.width(), end - first);
  }

  @Override
  public void inputGradient(Rows dz, Rows w, Rows dx, int from, int to) {
    if (to - from < NARROW) {
      plain.inputGradient(dz, w, dx, from, to);
      return;
    }
    Shapes.inputGradient(dz, w, dx, from, to);
    for (int r = 0; r < dx.count(); r++) {
      Arrays.fill(dx.data(), dx.at(r) + from, dx.at(r) + to, 0f);
    }
    product
        .left(dz.data(), dz.offset(), dz.width(), 1)
        .right(w.data(), w.at(from), 1, w.width())
        .sums(dx.data(), dx.offset() + from, dx.width())
        .add(dz.count(), dz.width(), to - from);
  }

  @Override
  public void weightGradient(Rows x, Rows dz, Rows dw, int from, int to) {
    if (dz.width() < NARROW) {
      plain.weightGradient(x, dz, dw, from, to);
      return;
    }
    Shapes.weightGradient(x, dz, dw, from, to);
    product
        .left(x.data(), x.offset() + from, 1, x.width())
        .right(dz.data(), dz.offset(), dz.width(), 1)
        .sums(dw.data(), dw.at(from), dw.width())
        .add(to - from, x.count(), dw.width());
  }

  /** Adds 1 times each row: with a factor of 1 the fused multiply-add is a plain sum. */
  @Override
  public void biasGradient(Rows dz, Rows db, int from, int to) {
    if (to - from < NARROW) {
      plain.biasGradient(dz, db, from, to);
      return;
    }
    Shapes.biasGradient(dz, db, from, to);
    product
        .left(ONE, 0, 0, 0)
        .right(dz.data(), dz.offset() + from, dz.width(), 1)
        .sums(db.data(), db.offset() + from, db.width())
        .add(1, dz.count(), to - from);
  }

  @Override
  public void multiply(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c) {
    Shapes.product(a, transposeA, b, transposeB, c);
    int inner = transposeA ? a.count() : a.width();
    Arrays.fill(c.data(), c.offset(), c.offset() + c.size(), 0f);
    product
        .left(a.data(), a.offset(), transposeA ? 1 : a.width(), transposeA ? a.width() : 1)
        .right(b.data(), b.offset(), transposeB ? 1 : b.width(), transposeB ? b.width() : 1)
        .sums(c.data(), c.offset(), c.width())
        .add(c.count(), inner, c.width());
  }

  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int size) {
    plain.exp(x, xAt, y, yAt, size);
  }

  @Override
  public void expm1(float[] x, int xAt, float[] y, int yAt, int size) {
    plain.expm1(x, xAt, y, yAt, size);
  }

  @Override
  public void log1p(float[] x, int xAt, float[] y, int yAt, int size) {
    plain.log1p(x, xAt, y, yAt, size);
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int size) {
    plain.tanh(x, xAt, y, yAt, size);
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int size) {
    plain.sigmoid(x, xAt, y, yAt, size);
  }

  @Override
  public void erf(float[] x, int xAt, float[] y, int yAt, int size) {
    plain.erf(x, xAt, y, yAt, size);
  }

  @Override
  public float[] scratch(int number, int size) {
    return plain.scratch(number, size);
  }
}
