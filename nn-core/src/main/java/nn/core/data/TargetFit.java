package nn.core.data;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
    if (task == Task.CLASSIFICATION) {
      return classes(table, column);
    }
    Column cells = Column.of(table, column, "ask for classification if these are classes");
    Task asked = task == null ? infer(cells) : task;
    return asked == Task.REGRESSION ? number(cells, rows) : classes(table, column);
  }

  /** Refuses rows without a target, for nothing can be learnt from them and nothing measured. */
  static void requireFilled(Table table, String column, int[] rows) {
    int[] missing = Arrays.stream(rows).filter(table.cells(column)::isMissing).toArray();
    if (missing.length > 0) {
      throw new DataException(
          "The target \"%s\" is missing in %s of %s rows, as on %s of %s (\"%s\"); fill it in, %sor remove those rows.",
          column,
          missing.length,
          rows.length,
          table.place(missing[0]),
          table.name(),
          table.cell(missing[0], column),
          table.cell(missing[0], column).isBlank() ? "" : "rename it if it is a class, ");
    }
  }

  private static Task infer(Column column) {
    boolean classes =
        !(column instanceof Column.Numbers numbers) || isFewWholeNumbers(numbers.values());
    return classes ? Task.CLASSIFICATION : Task.REGRESSION;
  }

  private static boolean isFewWholeNumbers(double[] cells) {
    if (!Arrays.stream(cells).allMatch(x -> x == Math.rint(x))) {
      return false;
    }
    double[] values = Arrays.stream(cells).distinct().limit(FEW_CLASSES + 1).sorted().toArray();
    boolean few = values.length <= FEW_CLASSES && values.length * ROWS_PER_CLASS <= cells.length;
    boolean yesOrNo = Arrays.equals(values, new double[] {0, 1}) && cells.length > 2;
    return few || yesOrNo;
  }

  private static Target number(Column column, int[] rows) {
    if (column instanceof Column.Numbers numbers) {
      double[] values = Arrays.stream(rows).mapToDouble(row -> numbers.values()[row]).toArray();
      Spread spread = Spread.of(column.name(), values);
      // Where all are equal, scaling only shifts them.
      double deviation = spread.deviation() == 0 ? 1 : spread.deviation();
      return new NumberTarget(column.name(), spread.mean(), deviation);
    }
    throw new DataException(
        "The target \"%s\" holds text, no numbers; ask for classification, or choose another target.",
        column.name());
  }

  private static ClassTarget classes(Table table, String column) {
    List<String> cells = table.column(column);
    Set<String> labels = labels(ImmutableSet.copyOf(cells));
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
  private static Set<String> labels(Set<String> cells) {
    Comparator<String> order =
        cells.stream().allMatch(Cells::isNumber)
            ? Comparator.comparingDouble(Double::parseDouble)
            : Comparator.naturalOrder();
    return ImmutableSortedSet.copyOf(order, cells);
  }
}
