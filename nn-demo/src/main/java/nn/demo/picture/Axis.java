package nn.demo.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.function.DoubleFunction;

/**
 * One direction of a chart.
 *
 * @param title what is measured, and its unit
 * @param from value at the left or lower end
 * @param to value at the other end
 * @param ticks values that are named
 * @param words how a value is written
 * @param log whether equal distances mean equal factors
 */
record Axis(
    String title,
    double from,
    double to,
    ImmutableList<Double> ticks,
    DoubleFunction<String> words,
    boolean log) {
  /** The unit stands in brackets at the end of the title. */
  Axis {
    checkArgument(title.endsWith(")"), "The axis \"%s\" does not name its unit.", title);
  }

  /** Equal distances mean equal differences; a tick every so often. */
  static Axis of(String title, double from, double to, double every, DoubleFunction<String> words) {
    ImmutableList.Builder<Double> ticks = ImmutableList.builder();
    long first = (long) Math.ceil(from / every);
    for (long i = first; i * every <= to; i++) {
      ticks.add(i * every);
    }
    return new Axis(title, from, to, ticks.build(), words, false);
  }

  /** Equal distances mean equal factors. */
  static Axis log(
      String title, double from, double to, DoubleFunction<String> words, Double... ticks) {
    return new Axis(title, from, to, ImmutableList.copyOf(ticks), words, true);
  }

  /** Where a value lies: 0 at the lower end, 1 at the upper. */
  double share(double value) {
    return log
        ? StrictMath.log(value / from) / StrictMath.log(to / from)
        : (value - from) / (to - from);
  }
}
