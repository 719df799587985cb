package nn.activations;

/**
 * The logistic distribution: e is raised to negative powers only, so nothing overflows and nothing
 * cancels.
 */
final class Logistic {
  private Logistic() {}

  /** 1 / (1 + e^-x). */
  static double cdf(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /** The derivative of {@link #cdf}. */
  static double density(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return e / ((1 + e) * (1 + e));
  }
}
