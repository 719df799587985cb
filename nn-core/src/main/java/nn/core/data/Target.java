package nn.core.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import nn.api.Rows;

/** What is to be predicted, and how it becomes numbers; plain data, saved in the model. */
public sealed interface Target {
  /** The column's name. */
  String column();

  /** What is asked of it. */
  Task task();

  /**
   * How many numbers a row it becomes.
   *
   * @throws IllegalArgumentException if the encoding is one for the other task
   */
  int width(Encoding encoding);

  /**
   * A number, scaled to mean 0 and deviation 1 over the training rows.
   *
   * @param column the column's name
   * @param mean mean over the training rows, in the target's own units
   * @param deviation standard deviation over the training rows (divided by n); 1 if they are all
   *     equal
   */
  record NumberTarget(String column, double mean, double deviation) implements Target {
    /** Checks the numbers. */
    public NumberTarget {
      Spread.requireScale(column, mean, deviation);
    }

    @Override
    public Task task() {
      return Task.REGRESSION;
    }

    @Override
    public int width(Encoding encoding) {
      checkArgument(encoding == Encoding.NUMBER, "a number cannot be encoded as %s", encoding);
      return 1;
    }

    /** (units - mean) / deviation. */
    public double scaled(double units) {
      return (units - mean) / deviation;
    }

    /** scaled x deviation + mean. */
    public double toUnits(double scaled) {
      return scaled * deviation + mean;
    }
  }

  /**
   * One of several classes.
   *
   * @param column the column's name
   * @param labels their names; the place of a name is the number of its class
   */
  record ClassTarget(String column, List<String> labels) implements Target {
    /** Checks that there is something to tell apart, and copies the list. */
    public ClassTarget {
      labels = ImmutableList.copyOf(labels);
      checkArgument(labels.size() > 1, "column \"%s\" needs two classes, got %s", column, labels);
      checkArgument(
          ImmutableSet.copyOf(labels).size() == labels.size(),
          "column \"%s\" needs distinct classes, got %s",
          column,
          labels);
    }

    @Override
    public Task task() {
      return Task.CLASSIFICATION;
    }

    /** Whether there are just two classes. */
    public boolean isBinary() {
      return labels.size() == 2;
    }

    @Override
    public int width(Encoding encoding) {
      return switch (encoding) {
        case CLASS_INDEX -> 1;
        case ONE_HOT -> labels.size();
        case NUMBER -> throw new IllegalArgumentException("a class cannot be encoded as NUMBER");
      };
    }

    /** The number of the class in row r of targets, in either encoding. */
    public static int number(Rows targets, int r) {
      if (targets.width() == 1) {
        return (int) targets.get(r, 0);
      }
      int number = 0;
      while (number < targets.width() - 1 && targets.get(r, number) != 1) {
        number++;
      }
      return number;
    }

    /** The number of the class of that name, or of that value (1.0 is 1); -1 if there is none. */
    public int indexOf(String label) {
      int at = labels.indexOf(label);
      return at >= 0 || !Cells.isNumber(label) ? at : indexOf(Double.parseDouble(label));
    }

    /** {@link #indexOf} for a whole column, where the same labels come again and again. */
    ToIntFunction<String> indexOfEach() {
      Map<String, Integer> known = new HashMap<>();
      return label -> known.computeIfAbsent(label, this::indexOf);
    }

    private int indexOf(double value) {
      for (int i = 0; i < labels.size(); i++) {
        if (Cells.isNumber(labels.get(i)) && Double.parseDouble(labels.get(i)) == value) {
          return i;
        }
      }
      return -1;
    }
  }
}
