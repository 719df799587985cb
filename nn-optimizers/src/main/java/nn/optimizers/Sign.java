package nn.optimizers;

/** The sign of a number as a number. */
final class Sign {
  private Sign() {}

  /**
   * The same as {@link Math#signum(float)}: even the smallest number exceeds 1 after two
   * multiplications by the largest float. Unlike it, this form vectorises on Java 17: the loop of a
   * rule takes a fifth to a ninth of the time there.
   */
  static float of(float x) {
    return Math.max(-1f, Math.min(1f, x * Float.MAX_VALUE * Float.MAX_VALUE));
  }
}
