package nn.api;

/** A function of a whole row that keeps its width, such as softmax. */
public non-sealed interface RowActivation extends Activation {
  /** Writes y[at .. at + width) from x[at .. at + width). */
  void forwardRow(float[] x, float[] y, int at, int width);

  /**
   * Writes dx[at .. at + width), the row's Jacobian transposed times dy. Arrays not named by {@link
   * #reads()} may hold anything; dx may be dy.
   */
  void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width);

  /** Every row in [from, to); x and y have equal offsets and widths. */
  default void forward(Rows x, Rows y, int from, int to, Kernels kernels) {
    for (int r = from; r < to; r++) {
      forwardRow(x.data(), y.data(), x.at(r), x.width());
    }
  }

  /** Every row in [from, to); all four have equal offsets and widths. */
  default void backward(Rows x, Rows y, Rows dy, Rows dx, int from, int to, Kernels kernels) {
    for (int r = from; r < to; r++) {
      backwardRow(x.data(), y.data(), dy.data(), dx.data(), x.at(r), x.width());
    }
  }
}
