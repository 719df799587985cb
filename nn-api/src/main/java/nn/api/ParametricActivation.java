package nn.api;

/**
 * An elementwise function with one learned number per unit, or one per layer, such as PReLU. Arrays
 * a and da are 1 x units, or 1 x 1 when {@link #shared()}.
 */
public non-sealed interface ParametricActivation extends Activation {
  /** f(x, a). */
  double value(double x, double a);

  /** Derivative of f with respect to x. */
  double derivative(double x, double a);

  /** Derivative of f with respect to a. */
  double parameterDerivative(double x, double a);

  /** Starting value of a. */
  double initialParameter();

  /** True for one parameter per layer, false for one per unit. */
  default boolean shared() {
    return false;
  }

  /** Whether weight decay applies to the parameter. */
  default boolean decays() {
    return false;
  }

  /** Inputs where the derivative jumps. */
  default double[] kinks() {
    return new double[0];
  }

  /** y[r][j] = f(x[r][j], a[j]) for rows r in [from, to). */
  default void forward(Rows x, Rows y, Rows a, int from, int to, Kernels kernels) {
    int step = a.width() == 1 ? 0 : 1;
    for (int r = from; r < to; r++) {
      for (int j = 0, i = x.at(r), o = y.at(r); j < x.width(); j++) {
        y.data()[o + j] = (float) value(x.data()[i + j], a.data()[a.offset() + j * step]);
      }
    }
  }

  /**
   * For units j in [from, to), rows ascending: dx[r][j] = dy[r][j] df/dx, and da[j] adds dy[r][j]
   * df/da. Split by units, so that no sum over rows is split; a shared parameter gets all units,
   * row by row, in one call. dx may be dy.
   */
  default void backward(
      Rows x, Rows dy, Rows dx, Rows a, Rows da, int from, int to, Kernels kernels) {
    int step = a.width() == 1 ? 0 : 1;
    for (int r = 0; r < x.count(); r++) {
      for (int j = from; j < to; j++) {
        int k = j * step;
        double v = x.data()[x.at(r) + j];
        double p = a.data()[a.offset() + k];
        double g = dy.data()[dy.at(r) + j];
        da.data()[da.offset() + k] += (float) (g * parameterDerivative(v, p));
        dx.data()[dx.at(r) + j] = (float) (g * derivative(v, p));
      }
    }
  }
}
