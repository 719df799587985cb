package nn.demo.live;

import java.util.Locale;
import nn.core.train.Health;

/** What a person should think of the health of a training. */
final class HealthWords {
  /** Steps of this part of the weights forget as fast as they learn. */
  private static final double LARGE = 0.1;

  /** A layer that moves so many times less than another hardly takes part. */
  private static final double APART = 1000;

  private HealthWords() {}

  /** How far the layers moved by their own size: {@code 8e-4 to 2e-3}. */
  static String steps(Health health) {
    String least = size(health.smallestStep());
    String most = size(health.largestStep());
    return least.equals(most) ? most : least + " to " + most;
  }

  private static String size(double step) {
    return step == 0
        ? "0"
        : String.format(Locale.ROOT, "%.0e", step).replaceFirst("e([-+])0", "e$1");
  }

  /** {@code 3 of 128}; a dash before that is known. */
  static String dead(Health health) {
    return health.deadUnits().isEmpty()
        ? "-"
        : "%d of %d".formatted(health.deadUnits().getAsInt(), health.hiddenUnits());
  }

  /** The verdict, and what helps. */
  static String verdict(Health health) {
    if (health.notFinite() > 0) {
      return String.format(
          Locale.ROOT, "%,d numbers are not finite: try a lower --rate", health.notFinite());
    } else if (health.largestStep() > LARGE) {
      return "steps are very large: try a lower --rate";
    } else if (2 * health.deadUnits().orElse(0) > health.hiddenUnits()) {
      return "most units are dead: try a lower --rate";
    } else if (health.smallestStep() * APART < health.largestStep()) {
      return "one layer hardly moves: try batch-norm";
    }
    return "good";
  }
}
