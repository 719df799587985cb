package nn.core.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.util.Collections;
import java.util.List;

/** How one column becomes numbers; fitted on the training rows, plain data, saved in the model. */
public sealed interface Feature {
  /** The column's name. */
  String column();

  /** How many numbers a row it becomes. */
  int width();

  /**
   * A number: (x - mean) / deviation, and a missing one the mean, that is 0. If missing cells are
   * marked, a second number is 1 for them, else 0.
   *
   * @param column the column's name
   * @param mean mean over the training rows
   * @param deviation standard deviation over the training rows (divided by n); {@link #CONSTANT} if
   *     they are all equal
   * @param marksMissing whether a training row had a missing cell
   */
  record Numeric(String column, double mean, double deviation, boolean marksMissing)
      implements Feature {
    /** Whatever deviates is 0 then: nothing was learnt about it. */
    public static final double CONSTANT = Double.MAX_VALUE;

    /** Checks the numbers. */
    public Numeric {
      Spread.requireScale(column, mean, deviation);
    }

    @Override
    public int width() {
      return marksMissing ? 2 : 1;
    }
  }

  /**
   * One of several words: one number for each value, 1 for the one in the cell and 0 for the
   * others, then one more for all others, and missing cells. Where no training row had such a cell
   * nothing was learnt about it, and it stays 0.
   *
   * @param column the column's name
   * @param values the values of the training rows, sorted by {@link String#compareTo}
   * @param marksOthers whether a training row had a missing cell
   */
  record Categorical(String column, List<String> values, boolean marksOthers) implements Feature {
    /** Checks the order and copies the list. */
    public Categorical {
      values = ImmutableList.copyOf(values);
      checkArgument(
          Ordering.natural().isStrictlyOrdered(values),
          "the values of column \"%s\" must be sorted and distinct, got %s",
          column,
          values);
    }

    @Override
    public int width() {
      return values.size() + 1;
    }

    /** The place of a cell's value: its index, or the last for any other. */
    public int indexOf(String cell) {
      int at = Collections.binarySearch(values, cell);
      return at < 0 ? values.size() : at;
    }
  }

  /**
   * An image: each pixel divided by the scale.
   *
   * @param count how many pixels
   * @param scale the value of a white one
   */
  record Pixels(int count, double scale) implements Feature {
    /** Checks that there are pixels and that the scale divides. */
    public Pixels {
      checkArgument(count > 0, "an image needs pixels, got %s", count);
      checkArgument(scale > 0, "the scale of pixels must be positive, got %s", scale);
    }

    @Override
    public String column() {
      return "pixels";
    }

    @Override
    public int width() {
      return count;
    }
  }
}
