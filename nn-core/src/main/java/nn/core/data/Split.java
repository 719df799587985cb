package nn.core.data;

import java.util.Arrays;
import java.util.function.IntPredicate;
import nn.core.random.Purpose;
import nn.core.random.SplitMix64;

/**
 * The rows to learn from and those held back, in random order; equal seeds give equal splits.
 *
 * @param train numbers of the training rows
 * @param validation numbers of the rows held back, perhaps none
 */
@SuppressWarnings("ArrayRecordComponent") // a pair of results, read once, never compared
public record Split(int[] train, int[] validation) {
  /**
   * Splits rows 0 to count - 1; with a fraction above 0 each part has at least one.
   *
   * @param fraction the part to hold back, at least 0 and less than 1
   * @throws DataException if there are too few rows
   */
  public static Split of(int count, double fraction, long seed) {
    return stratified(new int[count], fraction, seed);
  }

  /**
   * Splits rows so that each class has about the same share in both parts: of a class with two rows
   * or more at least one goes to each, of a class with one row it is for training.
   *
   * @param classes the class number of each row, from 0
   * @param fraction the part to hold back, at least 0 and less than 1
   * @throws DataException if there are too few rows
   */
  public static Split stratified(int[] classes, double fraction, long seed) {
    requireFraction(fraction);
    requireRows(classes, fraction);
    int[] order = new int[classes.length];
    Shuffle.fill(order, SplitMix64.of(seed, Purpose.SPLIT, 0));
    int[] toHoldBack = toHoldBack(classes, fraction);
    boolean[] held = new boolean[classes.length];
    for (int row : order) {
      held[row] = toHoldBack[classes[row]]-- > 0;
    }
    return new Split(where(order, row -> !held[row]), where(order, row -> held[row]));
  }

  /** How many rows of each class go to validation. */
  private static int[] toHoldBack(int[] classes, double fraction) {
    int[] sizes = new int[Arrays.stream(classes).max().orElse(0) + 1];
    for (int one : classes) {
      sizes[one]++;
    }
    return Arrays.stream(sizes).map(size -> toHoldBack(size, fraction)).toArray();
  }

  private static int toHoldBack(int size, double fraction) {
    boolean whole = size < 2 || fraction == 0;
    return whole ? 0 : (int) Math.max(1, Math.min(size - 1, Math.rint(size * fraction)));
  }

  private static int[] where(int[] order, IntPredicate wanted) {
    return Arrays.stream(order).filter(wanted).toArray();
  }

  private static void requireFraction(double fraction) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new DataException(
          "The validation fraction is %s; give a number from 0 to less than 1.", fraction);
    }
  }

  private static void requireRows(int[] classes, double fraction) {
    int least = fraction == 0 ? 1 : 2;
    if (classes.length < least) {
      throw new DataException(
          classes.length == 0
              ? "There are no rows; give at least one."
              : "One row cannot be split; give more rows, or a validation fraction of 0.");
    }
  }
}
