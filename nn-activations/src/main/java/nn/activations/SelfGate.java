package nn.activations;

/**
 * Numbers that decide themselves how much of them passes: f(x) = x g(x), f'(x) = g(x) + x g'(x). A
 * share of 0 lets nothing through, not even of infinity.
 *
 * <p>The loops are for shares with g(x) + g(-x) = 1. With a = |x| and the tail g(-a), f(x) = max(0,
 * x) - a g(-a); f'(x) is s = g(-a) - a g'(a) for negative x and 1 - s for positive x, which keeps
 * the digits on both sides. Around the lowest point of f the two terms of s cancel: there the error
 * of the loop is up to 2^-23, not a few ulp of a result near 0.
 */
final class SelfGate {
  /** Beyond this, e^-x is 0 in a float. */
  static final float FAR = 104;

  private SelfGate() {}

  /** x g(x). */
  static double value(double x, double share) {
    return share == 0 ? 0 : x * share;
  }

  /** g(x) + x g'(x). */
  static double derivative(double x, double share, double density) {
    return share + (density == 0 ? 0 : x * density);
  }

  /** |x|, but no more than {@link #FAR}. */
  static float near(float x) {
    return Math.min(Math.abs(x), FAR);
  }

  /** y[i] = f(x[i]) from the tails g(-|x[i]|). */
  static void forward(float[] x, float[] tail, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = Math.fma(-near(x[i]), tail[i], Math.max(0f, x[i]));
    }
  }

  /** dx[i] = dy[i] f'(x[i]) from s[i] = f'(-|x[i]|). */
  static void backward(float[] x, float[] s, float[] dy, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      float gate = Gate.of(x[i]);
      dx[i] = dy[i] * Math.fma(1 - 2 * gate, s[i], gate);
    }
  }
}
