package nn.demo.live;

import java.util.Locale;

/**
 * A loss as text that does not jump about: four decimals, six if it is small, unless it is very
 * large or small.
 */
final class LossText {
  private LossText() {}

  static String of(double loss) {
    double size = Math.abs(loss);
    boolean plain = size == 0 || (size >= 0.0001 && size < 1e5) || !Double.isFinite(loss);
    boolean small = size > 0 && size < 0.01;
    return String.format(Locale.ROOT, !plain ? "%.3e" : small ? "%.6f" : "%.4f", loss);
  }
}
