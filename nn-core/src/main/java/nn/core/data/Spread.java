package nn.core.data;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/**
 * Where numbers lie.
 *
 * @param mean their mean
 * @param deviation their standard deviation, divided by n; 0 if they are all equal
 */
record Spread(double mean, double deviation) {
  /**
   * The spread of the given numbers, in two passes: the mean, then the squares around it.
   *
   * @throws DataException if they are too large to be squared
   */
  static Spread of(String column, double[] numbers) {
    double first = numbers[0];
    if (Arrays.stream(numbers).allMatch(x -> x == first)) {
      return new Spread(first, 0);
    }
    double mean = mean(numbers);
    double squares = 0;
    for (double x : numbers) {
      squares += (x - mean) * (x - mean);
    }
    double deviation = Math.sqrt(squares / numbers.length);
    if (!Double.isFinite(deviation) || deviation < Double.MIN_NORMAL) {
      throw new DataException(
          "The numbers of column \"%s\" cannot be scaled; use another unit for them.", column);
    }
    return new Spread(mean, deviation);
  }

  /** A loop: the order in which a stream sums is not the same on every Java. */
  private static double mean(double[] numbers) {
    double sum = 0;
    for (double x : numbers) {
      sum += x;
    }
    return sum / numbers.length;
  }

  static void requireScale(String column, double mean, double deviation) {
    checkArgument(
        Double.isFinite(mean) && Double.isFinite(deviation) && deviation > 0,
        "column \"%s\" needs a finite mean and a positive deviation, got %s and %s",
        column,
        mean,
        deviation);
  }
}
