package nn.api;

/**
 * The simplest form: one number in, one number out. The two scalar methods are the definition; the
 * bulk methods may be overridden for speed and must agree with them.
 */
public non-sealed interface ElementwiseActivation extends Activation {
  /** f(x). NaN should give NaN. */
  double value(double x);

  /** f'(x); at a kink, the derivative from either side. */
  double derivative(double x);

  /** Inputs where the derivative jumps, skipped by gradient checks. */
  default double[] kinks() {
    return new double[0];
  }

  /**
   * y[i] = f(x[i]) for {@code from <= i < to}; y is x only if {@link #reads()} is {@link
   * Reads#OUTPUT}.
   */
  default void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      y[i] = (float) value(x[i]);
    }
  }

  /**
   * dx[i] = dy[i] f'(x[i]) for {@code from <= i < to}. Arrays not named by {@link #reads()} may
   * hold anything; dx may be dy. A form that reads the output overrides this method.
   */
  default void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      dx[i] = (float) (dy[i] * derivative(x[i]));
    }
  }
}
