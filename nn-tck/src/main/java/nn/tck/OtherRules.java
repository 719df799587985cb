package nn.tck;

import static nn.tck.Check.Level.REQUIRED;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nn.api.Initializer;
import nn.api.Rows;
import nn.api.Schedule;
import nn.core.random.SplitMix64;

/** Schedules and initializers. */
final class OtherRules {
  private static final int[][] SHAPES = {{1, 1}, {1, 6}, {6, 1}, {3, 8}, {8, 3}, {12, 12}};
  private static final long[] TOTALS = {1, 2, 10, 100, 1000};

  /** How far a schedule of unknown length is followed. */
  private static final long LONG = 2000;

  private OtherRules() {}

  static List<Check<?>> checks() {
    return List.of(
        new Check<>(
            "S-01",
            REQUIRED,
            Schedule.class,
            "The factor is a number of at least 0 at every update.",
            OtherRules::factors),
        new Check<>(
            "S-02",
            REQUIRED,
            Schedule.class,
            "Nothing but the number of the update and the total counts.",
            OtherRules::stateless),
        new Check<>(
            "I-01",
            REQUIRED,
            Initializer.class,
            "It fills every weight with a number, and nothing else.",
            OtherRules::fills),
        new Check<>(
            "I-02",
            REQUIRED,
            Initializer.class,
            "The same generator gives the same weights.",
            OtherRules::repeats));
  }

  private static void factors(Schedule schedule, Bench bench) {
    for (long total : TOTALS) {
      for (long number = 1; number <= total; number++) {
        factor(schedule, number, total);
      }
    }
    for (long number = 1; number <= LONG; number++) {
      unlimited(schedule, number);
    }
  }

  /** Without a total a schedule may refuse, in words. */
  private static void unlimited(Schedule schedule, long number) {
    try {
      factor(schedule, number, 0);
    } catch (IllegalArgumentException | IllegalStateException e) {
      Finding.unless(
          !Objects.requireNonNullElse(e.getMessage(), "").isEmpty(),
          "it refuses an unknown total without a word.");
    }
  }

  private static void factor(Schedule schedule, long number, long total) {
    double factor = schedule.factor(number, total);
    Finding.unless(
        factor >= 0 && Double.isFinite(factor),
        "at update %s of %s the factor is %s.",
        number,
        total == 0 ? "an unknown total" : total,
        factor);
  }

  private static void stateless(Schedule schedule, Bench bench) {
    double[] forward = new double[100];
    for (int i = 0; i < forward.length; i++) {
      forward[i] = schedule.factor(i + 1, forward.length);
    }
    for (int i = forward.length - 1; i >= 0; i--) {
      double again = schedule.factor(i + 1, forward.length);
      Finding.unless(
          Double.compare(forward[i], again) == 0,
          "update %s of 100 has the factor %s, and when asked again %s.",
          i + 1,
          forward[i],
          again);
    }
  }

  private static void fills(Initializer initializer, Bench bench) {
    for (int[] shape : SHAPES) {
      Rows w = Guard.rows(shape[0], shape[1]);
      initializer.fill(w, bench.random());
      Guard.check(w, "the array");
      for (int i = 0; i < w.size(); i++) {
        float number = w.data()[w.offset() + i];
        Finding.unless(
            Float.isFinite(number) && number != Guard.MARK,
            "weight %s of %s x %s is %s.",
            i,
            w.count(),
            w.width(),
            number == Guard.MARK ? "left as it was" : number);
      }
    }
  }

  private static void repeats(Initializer initializer, Bench bench) {
    for (int[] shape : SHAPES) {
      Rows first = Guard.rows(shape[0], shape[1]);
      Rows second = Guard.rows(shape[0], shape[1]);
      Arrays.fill(second.data(), 1f);
      initializer.fill(first, new SplitMix64(bench.seed()));
      initializer.fill(second, new SplitMix64(bench.seed()));
      Guard.same(first, second, "the same seed gives other weights");
    }
  }
}
