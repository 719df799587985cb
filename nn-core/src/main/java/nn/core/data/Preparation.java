package nn.core.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import nn.api.Rows;
import nn.core.data.Feature.Numeric;
import nn.core.data.Target.NumberTarget;
import org.jspecify.annotations.Nullable;

/**
 * What turns a table, or images, into the numbers a network works with. It is fitted on the
 * training rows, then applied to all others, and saved in the model: plain data.
 *
 * @param features the columns that are used, in the order of their numbers
 * @param leftOut the columns that are not, each with the reason
 * @param target what is predicted
 */
public record Preparation(List<Feature> features, List<LeftOut> leftOut, Target target) {
  /** Copies the lists. */
  public Preparation {
    features = ImmutableList.copyOf(features);
    leftOut = ImmutableList.copyOf(leftOut);
    checkArgument(!features.isEmpty(), "a preparation needs at least one feature");
  }

  /**
   * No preparation, for a network that was trained on arrays: columns {@code x1}, {@code x2} and so
   * on, as many as it has inputs, whose numbers are taken as they are.
   *
   * @param target what the outputs mean: {@code new NumberTarget("y", 0, 1)} for a number as it is
   */
  public static Preparation none(int width, Target target) {
    return new Preparation(
        IntStream.rangeClosed(1, width).mapToObj(Preparation::asItIs).toList(),
        ImmutableList.of(),
        target);
  }

  private static Feature asItIs(int number) {
    return new Numeric("x" + number, 0, 1, false);
  }

  /** A preparation fitted on all rows, the task inferred from the target; see the other form. */
  public static Preparation fit(Table table, String target) {
    return fit(table, target, null, table.rows());
  }

  /**
   * Fits a preparation. Which columns are numbers, text or identifiers, and which classes there
   * are, is read from the whole table; means, deviations, values and missing marks from the given
   * rows alone.
   *
   * <p>Left out are identifiers (text that differs in nearly every row; whole numbers that are all
   * distinct and count up by one or carry leading zeros), text with more than 100 values, and
   * columns without a value, unless nothing would remain.
   *
   * @param target the column to predict
   * @param task what is asked of it; null to have it inferred: classification for text, for 0 and
   *     1, and for whole numbers with at most 20 different values that are at most a twentieth of
   *     the rows; regression otherwise
   * @param rows the training rows
   * @throws DataException if the table does not serve; the message says where and how to fix it
   */
  public static Preparation fit(Table table, String target, @Nullable Task task, int[] rows) {
    if (rows.length == 0) {
      throw new DataException("There are no training rows; hold fewer rows back for validation.");
    }
    Target fitted = TargetFit.fit(table, target, task, rows);
    FeatureFit features = FeatureFit.fit(table, target, rows);
    return new Preparation(features.features(), features.leftOut(), fitted);
  }

  /** The same with a number target as it is, for losses that do not bear standardised ones. */
  public Preparation withTargetAsItIs() {
    return target instanceof NumberTarget number
        ? new Preparation(features, leftOut, new NumberTarget(number.column(), 0, 1))
        : this;
  }

  /** What is asked of the target. */
  public Task task() {
    return target.task();
  }

  /** How many numbers a row of features becomes. */
  public int width() {
    return features.stream().mapToInt(Feature::width).sum();
  }

  /** All rows as numbers; a class as its number. */
  public Dataset apply(Table table) {
    boolean number = task() == Task.REGRESSION;
    return apply(table, table.rows(), number ? Encoding.NUMBER : Encoding.CLASS_INDEX);
  }

  /**
   * The given rows as numbers, features and targets. Further columns are ignored.
   *
   * @throws DataException if a column is missing, or a cell does not fit it
   * @throws IllegalArgumentException if the encoding is one for the other task
   */
  public Dataset apply(Table table, int[] rows, Encoding encoding) {
    return new Dataset(
        Encoder.features(this, table, rows), Encoder.targets(target, table, rows, encoding));
  }

  /**
   * All rows as numbers, features only; the target may be absent: count x width.
   *
   * @throws DataException if a column is missing, or a cell does not fit it
   */
  public Rows applyFeatures(Table table) {
    return Encoder.features(this, table, table.rows());
  }
}
