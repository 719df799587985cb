package nn.tck;

import java.util.function.Supplier;

/**
 * Counts how often a gradient was wrong, for functions whose kinks cannot be known: a few misses
 * among many points are kinks, more are a mistake.
 */
final class Tally {
  /** One miss in this many points is forgiven. */
  private static final int FORGIVEN = 20;

  private int points;
  private int misses;
  private boolean flat = true;
  private String first = "";

  /** Compares one claimed derivative with the measured one. */
  void compare(double claimed, Slope slope, double tolerance, Supplier<String> where) {
    if (Double.isNaN(claimed)) {
      throw Finding.of("%s the gradient is NaN.", where.get());
    }
    if (!slope.isUsable()) {
      return;
    }
    points++;
    flat &= slope.value() == 0;
    if (!slope.agrees(claimed, tolerance)) {
      misses++;
      first = first.isEmpty() ? words(where.get(), claimed, slope) : first;
    }
  }

  private static String words(String where, double claimed, Slope slope) {
    return Finding.text(
        "%s the gradient says %s but the function rises by %s per unit.",
        where, claimed, slope.value());
  }

  /** Whether nothing ever moved although there were points. */
  boolean isFlat() {
    return flat && points > 0;
  }

  /** Throws the first miss if there were too many. */
  void verdict() {
    if (misses * FORGIVEN > points) {
      throw Finding.of("%s (%s of %s points are wrong.)", first, misses, points);
    }
    if (points == 0) {
      throw new Check.Skip("the function has no smooth place to measure its slope");
    }
  }
}
