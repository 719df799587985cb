package nn.demo.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people: grouped thousands, about four figures that mean something. */
final class Figures {
  private Figures() {}

  /** Up to seven figures, no more than there are; never longer than a column of a table. */
  static String exact(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value, new MathContext(7)).stripTrailingZeros();
    return Math.abs(value) < 1e-4 || Math.abs(value) >= 1e7
        ? String.format(Locale.ROOT, "%.6e", value)
        : rounded.toPlainString();
  }

  /** A number in the target's own units: 48,123 or 3.142 or 0.00123. */
  static String of(double value) {
    double size = Math.abs(value);
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return size == 0 || size >= 0.001
        ? String.format(Locale.ROOT, "%.4g", value)
        : String.format(Locale.ROOT, "%.3e", value);
  }
}
