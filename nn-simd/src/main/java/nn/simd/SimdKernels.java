package nn.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import nn.api.Kernels;
import nn.api.Rows;

/**
 * The arithmetic in vector registers: every lane is one sum, which grows in the order that {@link
 * Kernels} states, so the bits are those of the plain arithmetic at any register width.
 */
final class SimdKernels implements Kernels {
  private static final int N = Lanes.COUNT;

  /** Rows of a batch in one strip of {@link #byRows}. */
  private static final int STRIP = 4 * N;

  /** Inputs that all strips of {@link #byRows} meet before the next ones. */
  private static final int INPUTS = 80;

  /** Inputs from which {@link #inputGradient} may turn w: fewer fill too few lanes. */
  private static final int TURNED_INPUTS = 2 * N;

  /** Rows that are copied at once where a row is repeated: they are to stay in the caches. */
  private static final int COPIED = 16;

  private final VectorFunction exp = new Exp();
  private final VectorFunction expm1 = new Expm1();
  private final VectorFunction log1p = new Log1p();
  private final VectorFunction tanh = new Tanh();
  private final VectorFunction sigmoid = new Sigmoid();
  private final VectorFunction erf = new Erf();
  private final Product product = new Product();
  private final Transpose transpose = new Transpose();
  private final Scratch turned = new Scratch();
  private final Scratch sums = new Scratch();
  private final Scratch[] lent = {new Scratch(), new Scratch(), new Scratch(), new Scratch()};

  @Override
  public void forward(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    forward(x, w, b, z, from, to, 0, z.width());
  }

  @Override
  public void forwardOutputs(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    forward(x, w, b, z, 0, x.count(), from, to);
  }

  /** Rows [from, to), outputs [first, end). */
  private void forward(Rows x, Rows w, Rows b, Rows z, int from, int to, int first, int end) {
    int outputs = end - first;
    if (outputs == z.width()) {
      repeat(b.data(), b.offset(), outputs, z.data(), z.at(from), to - from);
    } else {
      for (int r = from; r < to; r++) {
        System.arraycopy(b.data(), b.offset() + first, z.data(), z.at(r) + first, outputs);
      }
    }
    product
        .left(x.data(), x.at(from), x.width(), 1)
        .right(w.data(), w.offset() + first, w.width())
        .sums(z.data(), z.at(from) + first, z.width())
        .add(to - from, x.width(), outputs);
  }

  /** The row so many times on end: a call costs more than copying a short row, so it doubles. */
  private static void repeat(float[] row, int at, int width, float[] to, int toAt, int rows) {
    System.arraycopy(row, at, to, toAt, rows == 0 ? 0 : width);
    for (int r = 1; r < rows; ) {
      int more = Math.min(Math.min(r, COPIED), rows - r);
      System.arraycopy(to, toAt, to, toAt + r * width, more * width);
      r += more;
    }
  }

  /**
   * Each sum runs along a row of w, so for neighbouring sums to lie side by side either w must be
   * turned, or the batch and the result: w where it has half as many numbers or fewer.
   */
  @Override
  public void inputGradient(Rows dz, Rows w, Rows dx, int from, int to) {
    int inputs = to - from;
    long batch = (long) dz.count() * (w.width() + inputs);
    if (inputs >= TURNED_INPUTS && 2L * inputs * w.width() <= batch) {
      byInputs(dz, w, dx, from, inputs);
    } else {
      byRows(dz, w, dx, from, to);
    }
  }

  /** Neighbouring sums are those of neighbouring inputs, as they lie in dx; w is turned. */
  private void byInputs(Rows dz, Rows w, Rows dx, int from, int inputs) {
    float[] wT = turned.of(w.width() * inputs);
    transpose.turn(w.data(), w.at(from), w.width(), wT, 0, inputs, inputs, w.width());
    if (inputs == dx.width()) {
      Arrays.fill(dx.data(), dx.offset(), dx.offset() + dx.size(), 0f);
    } else {
      for (int r = 0; r < dz.count(); r++) {
        Arrays.fill(dx.data(), dx.at(r) + from, dx.at(r) + from + inputs, 0f);
      }
    }
    product
        .left(dz.data(), dz.offset(), dz.width(), 1)
        .right(wT, 0, inputs)
        .sums(dx.data(), dx.offset() + from, dx.width())
        .add(dz.count(), dz.width(), inputs);
  }

  /**
   * Neighbouring sums are those of neighbouring rows; dz is turned, and the result turned back. All
   * strips of the batch meet a few rows of w before the next ones are read: w may be larger than
   * the caches.
   */
  private void byRows(Rows dz, Rows w, Rows dx, int from, int to) {
    float[] dzT = turned.of(dz.width() * Lanes.roundUp(dz.count()));
    for (int r = 0; r < dz.count(); r += STRIP) {
      int rows = Math.min(STRIP, dz.count() - r);
      int at = r * dz.width();
      transpose.turn(
          dz.data(), dz.at(r), dz.width(), dzT, at, Lanes.roundUp(rows), rows, dz.width());
    }
    for (int i = from; i < to; i += INPUTS) {
      for (int r = 0; r < dz.count(); r += STRIP) {
        byRows(dzT, w, dx, i, Math.min(INPUTS, to - i), r, Math.min(STRIP, dz.count() - r));
      }
    }
  }

  /** Inputs from i on, rows of the batch from r on. */
  private void byRows(float[] dzT, Rows w, Rows dx, int i, int inputs, int r, int rows) {
    int width = Lanes.roundUp(rows);
    float[] dxT = sums.of(inputs * width);
    Arrays.fill(dxT, 0, inputs * width, 0f);
    product
        .left(w.data(), w.at(i), w.width(), 1)
        .right(dzT, r * w.width(), width)
        .sums(dxT, 0, width)
        .add(inputs, w.width(), width);
    transpose.turn(dxT, 0, width, dx.data(), dx.at(r) + i, dx.width(), inputs, rows);
  }

  @Override
  public void weightGradient(Rows x, Rows dz, Rows dw, int from, int to) {
    product
        .left(x.data(), x.offset() + from, 1, x.width())
        .right(dz.data(), dz.offset(), dz.width())
        .sums(dw.data(), dw.at(from), dw.width())
        .add(to - from, x.count(), dw.width());
  }

  @Override
  public void biasGradient(Rows dz, Rows db, int from, int to) {
    int j = from;
    for (; j + N <= to; j += N) {
      FloatVector sum = load(db.data(), db.offset() + j);
      for (int r = 0; r < dz.count(); r++) {
        sum = sum.add(load(dz.data(), dz.at(r) + j));
      }
      sum.intoArray(db.data(), db.offset() + j);
    }
    for (; j < to; j++) {
      float sum = db.get(0, j);
      for (int r = 0; r < dz.count(); r++) {
        sum += dz.get(r, j);
      }
      db.data()[db.offset() + j] = sum;
    }
  }

  @Override
  public void multiply(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c) {
    int inner = transposeA ? a.count() : a.width();
    Arrays.fill(c.data(), c.offset(), c.offset() + c.size(), 0f);
    product.left(a.data(), a.offset(), transposeA ? 1 : a.width(), transposeA ? a.width() : 1);
    if (transposeB) {
      float[] bT = turned.of(b.size());
      transpose.turn(b.data(), b.offset(), b.width(), bT, 0, b.count(), b.count(), b.width());
      product.right(bT, 0, b.count());
    } else {
      product.right(b.data(), b.offset(), b.width());
    }
    product.sums(c.data(), c.offset(), c.width()).add(c.count(), inner, c.width());
  }

  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int size) {
    exp.run(x, xAt, y, yAt, size);
  }

  @Override
  public void expm1(float[] x, int xAt, float[] y, int yAt, int size) {
    expm1.run(x, xAt, y, yAt, size);
  }

  @Override
  public void log1p(float[] x, int xAt, float[] y, int yAt, int size) {
    log1p.run(x, xAt, y, yAt, size);
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int size) {
    tanh.run(x, xAt, y, yAt, size);
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int size) {
    sigmoid.run(x, xAt, y, yAt, size);
  }

  @Override
  public void erf(float[] x, int xAt, float[] y, int yAt, int size) {
    erf.run(x, xAt, y, yAt, size);
  }

  @Override
  public float[] scratch(int number, int size) {
    return lent[number].of(size);
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(Lanes.SPECIES, array, at);
  }
}
