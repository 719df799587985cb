package nn.core.data;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nn.core.data.Feature.Categorical;
import nn.core.data.Feature.Numeric;

/** Decides what each column but the target becomes; see {@link Preparation#fit}. */
final class FeatureFit {
  private static final int MOST_VALUES = 100;

  private final Table table;
  private final int[] rows;
  private final List<Feature> features = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private FeatureFit(Table table, int[] rows) {
    this.table = table;
    this.rows = rows;
  }

  static FeatureFit fit(Table table, String target, int[] rows) {
    FeatureFit fit = new FeatureFit(table, rows);
    fit.addAll(table.columns().stream().filter(column -> !column.equals(target)).toList());
    return fit;
  }

  List<Feature> features() {
    return features;
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  private void addAll(List<String> columns) {
    if (columns.isEmpty()) {
      throw new DataException(
          "There is no column beside the target in %s; add at least one.", table.name());
    }
    for (String column : columns) {
      add(column(column));
    }
    keepIdentifiersIfNothingElse(Column.Numbers.class);
    keepIdentifiersIfNothingElse(Column.Text.class);
    requireFeatures();
  }

  private Column column(String name) {
    return Column.of(table, name, "remove the column if it holds codes");
  }

  private void add(Column column) {
    Identifiers.reason(column)
        .ifPresentOrElse(reason -> leaveOut(column, reason), () -> addFitted(column));
  }

  private void addFitted(Column column) {
    if (column instanceof Column.Numbers numbers) {
      add(numbers);
    } else if (column instanceof Column.Text text) {
      add(text);
    } else {
      leaveOut(column, "has no value");
    }
  }

  private void add(Column.Numbers column) {
    double[] present =
        Arrays.stream(rows)
            .mapToDouble(r -> column.values()[r])
            .filter(x -> !Double.isNaN(x))
            .toArray();
    if (present.length == 0) {
      leaveOut(column, "has no value in the training rows");
      return;
    }
    Spread spread = Spread.of(column.name(), present);
    double deviation = spread.deviation() == 0 ? Numeric.CONSTANT : spread.deviation();
    boolean marksMissing = present.length < rows.length;
    features.add(new Numeric(column.name(), spread.mean(), deviation, marksMissing));
  }

  private void add(Column.Text column) {
    List<String> values = values(column.cells());
    if (values.isEmpty()) {
      leaveOut(column, "has no value in the training rows");
    } else if (values.size() > MOST_VALUES) {
      leaveOut(
          column,
          Strings.lenientFormat(
              "is text with %s different values, more than the %s that become numbers",
              values.size(), MOST_VALUES));
    } else {
      features.add(new Categorical(column.name(), values, hasMissing(column.cells())));
    }
  }

  private void leaveOut(Column column, String reason) {
    leftOut.add(new LeftOut(column.name(), reason));
  }

  /** An identifier is never the only feature: then it is taken for what it looks like. */
  private void keepIdentifiersIfNothingElse(Class<? extends Column> kind) {
    if (features.isEmpty()) {
      for (LeftOut one : ImmutableList.copyOf(leftOut)) {
        keep(one, column(one.column()), kind);
      }
    }
  }

  private void keep(LeftOut one, Column column, Class<? extends Column> kind) {
    if (kind.isInstance(column)) {
      leftOut.remove(one);
      addFitted(column);
    }
  }

  private void requireFeatures() {
    if (features.isEmpty()) {
      throw new DataException(
          "No column of %s serves as a feature: %s. Add a column of numbers, or of fewer words.",
          table.name(),
          leftOut.stream()
              .map(one -> "\"" + one.column() + "\" " + one.reason())
              .collect(Collectors.joining(", ")));
    }
  }

  private boolean hasMissing(List<String> cells) {
    return Arrays.stream(rows).mapToObj(cells::get).anyMatch(Cells::isMissing);
  }

  /** The distinct values in the training rows, sorted. */
  private List<String> values(List<String> cells) {
    return Arrays.stream(rows)
        .mapToObj(cells::get)
        .distinct()
        .filter(cell -> !Cells.isMissing(cell))
        .sorted()
        .toList();
  }
}
