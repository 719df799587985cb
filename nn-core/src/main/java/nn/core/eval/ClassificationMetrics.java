package nn.core.eval;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often predicted classes are the true ones.
 *
 * @param count how many rows
 * @param accuracy the part of them that is right, 0 to 1; NaN if there are no rows
 * @param classes the same for each class, in the order of their numbers
 */
public record ClassificationMetrics(long count, double accuracy, List<ClassScore> classes) {
  /** Copies the list. */
  public ClassificationMetrics {
    classes = ImmutableList.copyOf(classes);
  }

  /**
   * The score of one class.
   *
   * @param label its name
   * @param actual how many rows are of this class
   * @param predicted how many rows were taken for it
   * @param right how many both
   */
  public record ClassScore(String label, long actual, long predicted, long right) {
    /** right / predicted; NaN if it was never predicted. */
    public double precision() {
      return (double) right / predicted;
    }

    /** right / actual; NaN if there is no such row. */
    public double recall() {
      return (double) right / actual;
    }
  }

  /** The metrics of the rows counted in a confusion matrix. */
  public static ClassificationMetrics of(ConfusionMatrix matrix) {
    ImmutableList<ClassScore> classes =
        IntStream.range(0, matrix.labels().size())
            .mapToObj(number -> score(matrix, number))
            .collect(ImmutableList.toImmutableList());
    long right = classes.stream().mapToLong(ClassScore::right).sum();
    long count = classes.stream().mapToLong(ClassScore::actual).sum();
    return new ClassificationMetrics(count, (double) right / count, classes);
  }

  private static ClassScore score(ConfusionMatrix matrix, int number) {
    long actual = 0;
    long predicted = 0;
    for (int other = 0; other < matrix.labels().size(); other++) {
      actual += matrix.count(number, other);
      predicted += matrix.count(other, number);
    }
    return new ClassScore(
        matrix.labels().get(number), actual, predicted, matrix.count(number, number));
  }
}
