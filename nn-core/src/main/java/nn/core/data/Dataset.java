package nn.core.data;

import nn.api.Rows;

/**
 * Numbers to learn from, all finite when it is made: a view, like its rows, so the arrays must not
 * change afterwards. Data sets are compared by the arrays they look at.
 *
 * @param features one row an example
 * @param targets what is to be predicted from the row of features with the same number
 */
public record Dataset(Rows features, Rows targets) {
  /**
   * Checks the numbers.
   *
   * @throws DataException if there are more rows of one than of the other, or a number is not
   *     finite
   */
  public Dataset {
    if (features.count() != targets.count()) {
      throw new DataException(
          "There are %s rows of features and %s of targets; give one target for each row.",
          features.count(), targets.count());
    }
    requireFinite("features", features);
    requireFinite("targets", targets);
  }

  /**
   * A data set from numbers in memory, rounded to {@code float}.
   *
   * @throws DataException if the rows of one differ in length, or as in the constructor
   */
  public static Dataset of(double[][] features, double[][] targets) {
    return new Dataset(rows("features", features), rows("targets", targets));
  }

  /** How many rows. */
  public int count() {
    return features.count();
  }

  /** A data set of copies of the given rows, in the given order. */
  public Dataset subset(int[] rows) {
    return new Dataset(copy(features, rows), copy(targets, rows));
  }

  private static Rows copy(Rows from, int[] rows) {
    Rows to = Rows.zeros(rows.length, from.width());
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(from.data(), from.at(rows[r]), to.data(), to.at(r), from.width());
    }
    return to;
  }

  private static Rows rows(String what, double[][] numbers) {
    int width = numbers.length == 0 ? 0 : numbers[0].length;
    Rows rows = Encoder.zeros(numbers.length, width);
    for (int r = 0; r < numbers.length; r++) {
      if (numbers[r].length != width) {
        throw new DataException(
            "Row %s of the %s has %s numbers where row 0 has %s; make them equally long.",
            r, what, numbers[r].length, width);
      }
      for (int c = 0; c < width; c++) {
        rows.data()[rows.at(r) + c] = (float) numbers[r][c];
      }
    }
    return rows;
  }

  private static void requireFinite(String what, Rows rows) {
    for (int r = 0; r < rows.count(); r++) {
      for (int c = 0; c < rows.width(); c++) {
        if (!Float.isFinite(rows.get(r, c))) {
          throw new DataException(
              "Number %s in row %s of the %s is %s; every number must be finite and fit a float.",
              c, r, what, rows.get(r, c));
        }
      }
    }
  }
}
