package nn.demo.picture;

import java.util.stream.IntStream;

/** Powers of ten along an axis. */
final class Powers {
  private Powers() {}

  /** All of them between two exponents, both included. */
  static Double[] from(int lowest, int highest) {
    return IntStream.rangeClosed(lowest, highest)
        .mapToObj(n -> Double.valueOf("1e" + n))
        .toArray(Double[]::new);
  }

  /** {@code 1e-6}, and {@code 0.1}, {@code 1}, {@code 10} as they are. */
  static String words(double power) {
    long exponent = Math.round(StrictMath.log10(power));
    return switch ((int) exponent) {
      case -1 -> "0.1";
      case 0 -> "1";
      case 1 -> "10";
      default -> "1e" + exponent;
    };
  }
}
