package nn.optimizers;

import java.util.Locale;

/** Where an update stands in the planned training. */
final class Plan {
  private Plan() {}

  /**
   * The part of the plan that lies behind update {@code number}: 0 at the first, 1 after the last
   * and ever after.
   *
   * @throws IllegalStateException if the total is unknown
   */
  static double done(String schedule, long number, long total) {
    if (total <= 0) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s needs the number of planned updates, which is unknown here; use a schedule that"
                  + " does not, such as exponential.",
              schedule));
    }
    return Math.min(1, (number - 1) / (double) total);
  }

  /** Half a cosine wave: 1 at 0, falling slowly, fast, slowly to 0 at 1. */
  static double cosine(double done) {
    return (1 + StrictMath.cos(Math.PI * done)) / 2;
  }
}
