package nn.api;

/**
 * Arithmetic lent to bulk methods; single-threaded, the caller's only during the call it came with.
 * An author who writes the scalar form alone never sees it.
 *
 * <p>Shapes: x, dx: rows x inputs; w, dw: inputs x outputs; b, db: 1 x outputs; z, dz: rows x
 * outputs. Every sum runs in the stated order, one fused multiply-add ({@link Math#fma(float,
 * float, float)}) a term, never split, so that every exact back end gives the same bits. NaN and
 * infinity follow IEEE 754.
 */
public interface Kernels {
  /**
   * z = x w + b for rows r in [from, to): z[r][j] starts at b[j], adds x[r][k] w[k][j], k
   * ascending.
   */
  void forward(Rows x, Rows w, Rows b, Rows z, int from, int to);

  /**
   * z = x w + b for outputs j in [from, to), all rows: the sums of {@link #forward}. It reads
   * columns [from, to) of w alone, so threads that share a layer of more outputs than rows share
   * its weights as well. A back end that does not write it itself gets one sum after the other.
   */
  default void forwardOutputs(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    for (int r = 0; r < x.count(); r++) {
      for (int j = from; j < to; j++) {
        float sum = b.get(0, j);
        for (int k = 0; k < x.width(); k++) {
          sum = Math.fma(x.get(r, k), w.get(k, j), sum);
        }
        z.data()[z.at(r) + j] = sum;
      }
    }
  }

  /**
   * dx = dz w<sup>T</sup> for inputs i in [from, to): dx[r][i] starts at 0, adds dz[r][j] w[i][j],
   * j ascending.
   */
  void inputGradient(Rows dz, Rows w, Rows dx, int from, int to);

  /**
   * dw += x<sup>T</sup> dz for inputs i in [from, to): dw[i][j] keeps its value, adds x[r][i]
   * dz[r][j], r ascending.
   */
  void weightGradient(Rows x, Rows dz, Rows dw, int from, int to);

  /** db += column sums of dz for outputs j in [from, to), r ascending. */
  void biasGradient(Rows dz, Rows db, int from, int to);

  /**
   * c = op(a) op(b), op transposing where asked; each element starts at 0, k ascending; c overlaps
   * neither.
   */
  void multiply(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c);

  /**
   * y[yAt + i] = e^x[xAt + i] for {@code 0 <= i < size}, within 2 ulp; y may be x at the same
   * position. NaN stays NaN, overflow gives infinity, underflow 0.
   */
  void exp(float[] x, int xAt, float[] y, int yAt, int size);

  /** e^x - 1 without cancellation near 0; otherwise as {@link #exp}. */
  void expm1(float[] x, int xAt, float[] y, int yAt, int size);

  /**
   * ln(1 + x) without cancellation near 0; -infinity at -1, NaN below; otherwise as {@link #exp}.
   */
  void log1p(float[] x, int xAt, float[] y, int yAt, int size);

  /** tanh x; otherwise as {@link #exp}. */
  void tanh(float[] x, int xAt, float[] y, int yAt, int size);

  /** 1 / (1 + e^-x); otherwise as {@link #exp}. */
  void sigmoid(float[] x, int xAt, float[] y, int yAt, int size);

  /** The error function; otherwise as {@link #exp}. */
  void erf(float[] x, int xAt, float[] y, int yAt, int size);

  /**
   * Scratch array number 0 to 3 of at least {@code size} floats, contents undefined, the caller's
   * until its method returns.
   */
  float[] scratch(int number, int size);
}
