package nn.optimizers;

/** Lengths of windows of numbers, summed in double, in order, in chunks of 4,096. */
final class Norms {
  private static final int CHUNK = 4096;

  private Norms() {}

  /** The sum of the squares of {@code a[from .. to)}. */
  static double squares(float[] a, int from, int to) {
    double total = 0;
    for (int at = from; at < to; at += CHUNK) {
      total += chunk(a, at, Math.min(to, at + CHUNK));
    }
    return total;
  }

  private static double chunk(float[] a, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum = Math.fma((double) a[i], a[i], sum);
    }
    return sum;
  }

  /** The Euclidean length of {@code a[from .. to)}. */
  static double length(float[] a, int from, int to) {
    return Math.sqrt(squares(a, from, to));
  }

  /** The root of the mean square of {@code a[from .. to)}. */
  static double rms(float[] a, int from, int to) {
    return Math.sqrt(squares(a, from, to) / (to - from));
  }
}
