package nn.core.eval;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nn.api.Rows;

/** How many rows of each class were taken for which; immutable. */
public final class ConfusionMatrix {
  private final ImmutableList<String> labels;
  private final long[][] counts;

  private ConfusionMatrix(ImmutableList<String> labels, long[][] counts) {
    this.labels = labels;
    this.counts = counts;
  }

  /** The names of the classes, in the order of their numbers. */
  public List<String> labels() {
    return labels;
  }

  /** How many rows of class {@code actual} were taken for class {@code predicted}. */
  public long count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /**
   * The matrix as text of at most 80 columns, a line for each actual class; where the classes are
   * too many for that, the ten most frequent confusions. Long labels are shortened, unless that
   * made two of them alike.
   */
  @Override
  public String toString() {
    return ConfusionText.of(this);
  }

  /** Counts predictions. Not for several threads. */
  public static final class Accumulator {
    private final ImmutableList<String> labels;
    private final long[][] counts;

    /** An accumulator without rows, for classes of these names. */
    public Accumulator(List<String> labels) {
      this.labels = ImmutableList.copyOf(labels);
      this.counts = new long[labels.size()][labels.size()];
    }

    /**
     * Counts one row.
     *
     * @throws IndexOutOfBoundsException if there is no class of such a number
     */
    public void add(int predicted, int actual) {
      checkElementIndex(predicted, labels.size(), "class predicted");
      checkElementIndex(actual, labels.size(), "actual class");
      counts[actual][predicted]++;
    }

    /**
     * Counts rows by their scores: the class with the highest is predicted, the first of equals.
     *
     * @param scores rows x classes
     * @param actual rows x 1, the number of the true class
     * @throws IllegalArgumentException if a shape is another, or a true class no whole number
     * @throws IndexOutOfBoundsException if there is no class of such a number
     */
    public void add(Rows scores, Rows actual) {
      checkShapes(scores, actual);
      for (int r = 0; r < scores.count(); r++) {
        add(highest(scores, r), whole(actual.get(r, 0)));
      }
    }

    private void checkShapes(Rows scores, Rows actual) {
      checkArgument(
          scores.width() == labels.size(),
          "There are %s classes and %s scores a row; give a score for each class.",
          labels.size(),
          scores.width());
      checkArgument(
          actual.width() == 1 && actual.count() == scores.count(),
          "%s rows of scores need as many numbers of true classes, got %s rows of %s.",
          scores.count(),
          actual.count(),
          actual.width());
    }

    private static int whole(float number) {
      checkArgument(number == (int) number, "%s is not the number of a class.", number);
      return (int) number;
    }

    /** The counts so far. */
    public ConfusionMatrix snapshot() {
      long[][] copy = new long[counts.length][];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = counts[i].clone();
      }
      return new ConfusionMatrix(labels, copy);
    }
  }

  /** The column of the highest number in row {@code r}, NaN passed over; the first of equals. */
  public static int highest(Rows scores, int r) {
    int best = 0;
    for (int c = 1; c < scores.width(); c++) {
      boolean lower = scores.get(r, c) <= scores.get(r, best);
      if (!lower && !Float.isNaN(scores.get(r, c))) {
        best = c;
      }
    }
    return best;
  }
}
