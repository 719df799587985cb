package nn.core.init;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import nn.api.Rows;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The distributions that the initializers share, one draw a number in row-major order. */
final class Chance {
  private Chance() {}

  /** Uniform in [-limit, limit). */
  static void uniform(Rows w, double limit, RandomGenerator random) {
    fill(w, () -> limit * (2 * random.nextDouble() - 1));
  }

  /** Normal, not truncated. */
  static void normal(Rows w, double mean, double deviation, RandomGenerator random) {
    fill(w, () -> mean + deviation * random.nextGaussian());
  }

  /** Normal given that it lies between min and max, by the inverse of its distribution function. */
  static void truncated(
      Rows w, NormalDistribution normal, double min, double max, RandomGenerator random) {
    double below = normal.cumulativeProbability(min);
    double inside = normal.cumulativeProbability(max) - below;
    // The bounds are kept even where the inverse rounds, far out in a tail.
    fill(
        w,
        () -> {
          double p = below + inside * random.nextDouble();
          return Math.min(max, Math.max(min, normal.inverseCumulativeProbability(p)));
        });
  }

  /** Every number of the window in turn. */
  static void fill(Rows w, DoubleSupplier next) {
    for (int i = w.offset(); i < w.offset() + w.size(); i++) {
      w.data()[i] = (float) next.getAsDouble();
    }
  }
}
