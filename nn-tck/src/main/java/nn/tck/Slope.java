package nn.tck;

import java.util.function.DoubleUnaryOperator;

/**
 * How steeply a function rises, measured by central differences with Richardson's extrapolation:
 * the kit's judge of every derivative.
 *
 * @param value the slope
 * @param error about how far it may be off; large at a kink
 */
record Slope(double value, double error) {
  /** A relative error of double arithmetic that leaves room for a few roundings. */
  static final double DOUBLE = 0x1p-50;

  /** The same for float arithmetic. */
  static final double FLOAT = 0x1p-22;

  /** The best of several steps, each a quarter of the one before. */
  static Slope of(
      DoubleUnaryOperator f, double x, double widest, double narrowest, double precision) {
    Slope best = new Slope(Double.NaN, Double.POSITIVE_INFINITY);
    for (double h = widest; h >= narrowest; h /= 4) {
      Slope slope = at(f, x, h, precision);
      best = slope.error < best.error ? slope : best;
    }
    return best;
  }

  private static Slope at(DoubleUnaryOperator f, double x, double h, double precision) {
    double wide = rise(f, x, h);
    double near = rise(f, x, h / 2);
    double value = (4 * near - wide) / 3;
    double noise = precision * Math.abs(f.applyAsDouble(x)) / h;
    return new Slope(value, Math.abs(value - near) + noise);
  }

  private static double rise(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
  }

  /** Whether the differences agree well enough among themselves to judge anybody. */
  boolean isUsable() {
    return error <= 0.02 * (1 + Math.abs(value));
  }

  /** Whether a claimed derivative is right within the given tolerance. */
  boolean agrees(double claimed, double tolerance) {
    return Math.abs(claimed - value) <= tolerance + 4 * error;
  }
}
