package nn.demo.live;

import java.util.Locale;

/** A loss as text that does not jump about: four decimals, unless it is very large or small. */
final class LossText {
  private LossText() {}

  static String of(double loss) {
    double size = Math.abs(loss);
    boolean plain = size == 0 || (size >= 0.01 && size < 1e5) || !Double.isFinite(loss);
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", loss);
  }
}
