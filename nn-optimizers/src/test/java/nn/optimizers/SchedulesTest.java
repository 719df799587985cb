package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import nn.api.Schedule;
import nn.optimizers.Cyclic.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {
  private static final double ROOT = Math.sqrt(0.5);

  /** Schedule, total, updates, their factors worked by hand. */
  static Stream<Arguments> points() {
    return Stream.of(
        at(new Constant(), 0, "1 10", 1, 1),
        at(new Step(3, 0.5), 0, "1 3 4 6 7 10", 1, 1, 0.5, 0.5, 0.25, 0.125),
        at(new MultiStep("5, 2,7", 0.1), 0, "1 2 3 5 6 8", 1, 1, 0.1, 0.1, 0.01, 0.001),
        at(new MultiStep("2,2", 0.5), 0, "2 3", 1, 0.25),
        at(new Exponential(0.25, 4), 0, "1 3 5 9", 1, 0.5, 0.25, 0.0625),
        at(new Exponential(0.9, 1), 0, "1 2 3", 1, 0.9, 0.81),
        at(new InverseTime(2, 4, 1), 0, "1 3 5", 1, 0.5, 1.0 / 3),
        at(new InverseTime(3, 1, 0.5), 0, "1 2 6", 1, 0.5, 0.25),
        at(new Polynomial(), 10, "1 6 10 11 99", 1, 0.5, 0.1, 0, 0),
        at(new Polynomial(2, 0.2), 4, "1 3 5", 1, 0.4, 0.2),
        at(new LinearWarmUp(4, 0.2), 0, "1 2 3 5 9", 0.2, 0.4, 0.6, 1, 1),
        at(new LinearWarmUp(), 0, "1 51 101", 1.0 / 3, 2.0 / 3, 1),
        at(new Cosine(), 4, "1 2 3 4 5 9", 1, (1 + ROOT) / 2, 0.5, (1 - ROOT) / 2, 0, 0),
        at(new Cosine(0.5), 2, "1 2 3", 1, 0.75, 0.5),
        at(new CosineRestarts(2, 1, 0), 0, "1 2 3 4 5", 1, 0.5, 1, 0.5, 1),
        at(new CosineRestarts(2, 2, 0.2), 0, "2 3 5 7 11 15", 0.6, 1, 0.6, 1, 0.6, 1),
        at(cyclic(Mode.TRIANGULAR, 1), 0, "1 2 3 5 7 9", 0.2, 0.6, 1, 0.6, 0.2, 1),
        at(cyclic(Mode.TRIANGULAR2, 1), 0, "3 9 15", 1, 0.6, 0.4),
        at(cyclic(Mode.EXP_RANGE, 0.5), 0, "1 2 3", 0.2, 0.2 + 0.8 * 0.25, 0.2 + 0.8 * 0.25),
        // Peak after 0.3 * 10 - 1 = 2 updates, end after 9; halfway up at 1, down at 5.5.
        at(new OneCycle(0.3, 4, 10), 10, "1 2 3 10 11 99", 0.25, 0.625, 1, 0.025, 0.025, 0.025),
        at(new OneCycle(0.5, 4, 10), 8, "4 6", 1, 0.5125),
        at(new OneCycle(0.5, 4, 10), 2, "1 2 3", 1, 0.025, 0.025),
        at(new OneCycle(1, 4, 10), 3, "1 3 4", 0.25, 1, 0.025),
        at(new OneCycle(0, 4, 10), 1, "1", 0.025),
        at(new Sequence(new LinearWarmUp(2, 0), 2, new Cosine()), 6, "1 2 3 5", 0, 0.5, 1, 0.5),
        at(new Sequence(new Polynomial(), 4, new Step(2, 0.5)), 0, "1 3 5 6 7", 1, 0.5, 1, 1, 0.5),
        at(new Sequence(new Constant(), 4, new Cosine()), 3, "3 5 9", 1, 1, 0),
        at(new Product(new LinearWarmUp(4, 0), new Polynomial()), 8, "1 3 5", 0, 0.375, 0.5));
  }

  private static Cyclic cyclic(Mode mode, double gamma) {
    return new Cyclic(2, 4, 0.2, mode, gamma);
  }

  private static Arguments at(Schedule schedule, long total, String updates, double... factors) {
    return arguments(schedule, total, updates, factors);
  }

  @ParameterizedTest
  @MethodSource("points")
  void theFactorsAreThoseWorkedByHand(
      Schedule schedule, long total, String updates, double[] factors) {
    String[] numbers = updates.split(" ", -1);
    assertEquals(factors.length, numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      double factor = schedule.factor(Long.parseLong(numbers[i]), total);
      assertEquals(factors[i], factor, 1e-12, "update " + numbers[i]);
    }
  }

  static Stream<Schedule> defaults() {
    return Stream.concat(smooth(), Stream.of(new Step(), new MultiStep(), new CosineRestarts()));
  }

  static Stream<Schedule> smooth() {
    return Stream.of(
        new Constant(),
        new Exponential(),
        new InverseTime(),
        new Polynomial(),
        new LinearWarmUp(),
        new Cosine(),
        new Cyclic(),
        new OneCycle(),
        new Sequence(),
        new Product());
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void neighbouringUpdatesHaveNeighbouringFactors(Schedule schedule) {
    for (long t = 1; t < 10_000; t++) {
      double jump = schedule.factor(t + 1, 10_000) - schedule.factor(t, 10_000);
      assertTrue(Math.abs(jump) < 0.0075, "update " + t);
    }
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void factorsLieBetweenZeroAndOne(Schedule schedule) {
    for (long total : new long[] {1, 2, 7, 10_000}) {
      for (long t : new long[] {1, 2, 3, 100, 101, 5_000, 10_000, 12_000, 1_000_000_000_000L}) {
        double factor = schedule.factor(t, total);
        assertTrue(factor >= 0 && factor <= 1, "update " + t + " of " + total + ": " + factor);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "10", "1000"})
  void theLastUpdateIsStillWorthSomething(long total) {
    assertTrue(new Polynomial().factor(total, total) > 0);
    assertTrue(new Cosine().factor(total, total) > 0);
    assertTrue(new OneCycle().factor(total, total) > 0);
  }

  static Stream<Arguments> planned() {
    return Stream.of(
        arguments(new Polynomial(), "polynomial"),
        arguments(new Cosine(), "cosine"),
        arguments(new OneCycle(), "one-cycle"));
  }

  @ParameterizedTest
  @MethodSource("planned")
  void withoutAPlanThoseThatNeedOneSaySo(Schedule schedule, String name) {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> schedule.factor(1, 0));
    assertEquals(
        name
            + " needs the number of planned updates, which is unknown here; use a schedule that"
            + " does not, such as exponential.",
        refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "one", "1,", "1;2", "-5", "1.5", "1, 9999999999999999999"})
  void milestonesThatAreNoNumbersAreRefused(String milestones) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new MultiStep(milestones, 0.1));
    assertEquals(
        "milestones must be numbers of updates separated by commas, such as '1000, 2000', got '"
            + milestones
            + "'.",
        refusal.getMessage());
  }

  @Test
  void milestonesAreBroughtIntoOneForm() {
    assertEquals(new MultiStep("30, 80", 0.1), new MultiStep(" 30 ,80 ", 0.1));
  }
}
