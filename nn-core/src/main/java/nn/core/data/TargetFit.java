package nn.core.data;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import org.jspecify.annotations.Nullable;

/** Finds out what a target column asks for; see {@link Preparation#fit}. */
final class TargetFit {
  private static final int FEW_CLASSES = 20;
  private static final int ROWS_PER_CLASS = 20;
  private static final int MOST_CLASSES = 1000;

  private TargetFit() {}

  static Target fit(Table table, String column, @Nullable Task task, int[] rows) {
    requireFilled(table, column, table.rows());
    Task asked = task == null ? infer(table, column) : task;
    return asked == Task.REGRESSION ? number(table, column, rows) : classes(table, column);
  }

  /** Refuses rows without a target, for nothing can be learnt from them and nothing measured. */
  static void requireFilled(Table table, String column, int[] rows) {
    List<String> cells = table.column(column);
    int[] missing = Arrays.stream(rows).filter(row -> Cells.isMissing(cells.get(row))).toArray();
    if (missing.length > 0) {
      throw new DataException(
          "The target \"%s\" is missing in %s of %s rows, as on %s of %s (\"%s\"); fill it in, or remove those rows.",
          column,
          missing.length,
          rows.length,
          table.place(missing[0]),
          table.name(),
          cells.get(missing[0]));
    }
  }

  private static Task infer(Table table, String column) {
    boolean text = ColumnKind.of(table, column) == ColumnKind.TEXT;
    return text || isFewWholeNumbers(table.column(column)) ? Task.CLASSIFICATION : Task.REGRESSION;
  }

  private static boolean isFewWholeNumbers(List<String> cells) {
    Set<Double> values = cells.stream().map(Double::valueOf).collect(Collectors.toSet());
    boolean whole = values.stream().allMatch(x -> x == Math.rint(x));
    boolean few = values.size() <= FEW_CLASSES && values.size() * ROWS_PER_CLASS <= cells.size();
    boolean yesOrNo = values.equals(Set.of(0.0, 1.0)) && cells.size() > 2;
    return whole && (few || yesOrNo);
  }

  private static Target number(Table table, String column, int[] rows) {
    if (ColumnKind.of(table, column) == ColumnKind.TEXT) {
      throw new DataException(
          "The target \"%s\" holds text like \"%s\", no numbers; ask for classification, or choose another target.",
          column, table.cell(0, column));
    }
    double[] numbers =
        Arrays.stream(rows).mapToDouble(row -> Cells.number(table, column, row)).toArray();
    Spread spread = Spread.of(column, numbers);
    return new NumberTarget(column, spread.mean(), spread.deviation());
  }

  static ClassTarget classes(Table table, String column) {
    List<String> cells = table.column(column);
    Set<String> labels = labels(cells);
    if (labels.size() == 1) {
      throw new DataException(
          "The target \"%s\" is \"%s\" in every row; classes need at least two values, so add rows of another, or choose another target.",
          column, cells.get(0));
    }
    if (labels.size() > MOST_CLASSES || 2 * labels.size() > cells.size()) {
      throw new DataException(
          "The target \"%s\" has %s different values in %s rows, too many to be classes; choose another target, or ask for regression if they are numbers.",
          column, labels.size(), cells.size());
    }
    return new ClassTarget(column, labels.stream().toList());
  }

  /** The distinct values: by value if all are numbers (1 and 1.0 are one class), else by text. */
  private static Set<String> labels(List<String> cells) {
    Comparator<String> order =
        cells.stream().allMatch(Cells::isNumber)
            ? Comparator.comparingDouble(Double::parseDouble)
            : Comparator.naturalOrder();
    return ImmutableSortedSet.copyOf(order, cells);
  }
}
