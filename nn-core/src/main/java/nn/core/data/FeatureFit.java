package nn.core.data;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
      add(column);
    }
    if (features.isEmpty()) {
      keepIdentifiers();
    }
  }

  private void add(String column) {
    ColumnKind kind = ColumnKind.of(table, column);
    Optional<String> identifier = Identifiers.reason(kind, table.column(column));
    if (identifier.isPresent()) {
      leftOut.add(new LeftOut(column, identifier.get()));
    } else {
      addFitted(column, kind);
    }
  }

  private void addFitted(String column, ColumnKind kind) {
    if (values(column).isEmpty()) {
      leftOut.add(new LeftOut(column, "has no value in the training rows"));
    } else if (kind == ColumnKind.NUMBERS) {
      features.add(numeric(column));
    } else {
      addText(column);
    }
  }

  private void addText(String column) {
    List<String> values = values(column);
    if (values.size() > MOST_VALUES) {
      String reason =
          Strings.lenientFormat(
              "is text with %s different values, more than the %s that become numbers",
              values.size(), MOST_VALUES);
      leftOut.add(new LeftOut(column, reason));
    } else {
      features.add(new Categorical(column, values));
    }
  }

  /** An identifier is never the only feature: then it is taken for what it looks like. */
  private void keepIdentifiers() {
    List<LeftOut> again = ImmutableList.copyOf(leftOut);
    leftOut.clear();
    for (LeftOut column : again) {
      addFitted(column.column(), ColumnKind.of(table, column.column()));
    }
    if (features.isEmpty()) {
      throw new DataException(
          "No column of %s serves as a feature: %s. Add a column of numbers, or of fewer words.",
          table.name(),
          leftOut.stream()
              .map(one -> "\"" + one.column() + "\" " + one.reason())
              .collect(Collectors.joining(", ")));
    }
  }

  private Numeric numeric(String column) {
    double[] all =
        Arrays.stream(rows).mapToDouble(row -> Cells.number(table, column, row)).toArray();
    double[] present = Arrays.stream(all).filter(x -> !Double.isNaN(x)).toArray();
    Spread spread = Spread.of(column, present);
    return new Numeric(column, spread.mean(), spread.deviation(), present.length < all.length);
  }

  /** The distinct values in the training rows, sorted. */
  private List<String> values(String column) {
    List<String> cells = table.column(column);
    return Arrays.stream(rows)
        .mapToObj(cells::get)
        .filter(cell -> !Cells.isMissing(cell))
        .distinct()
        .sorted()
        .toList();
  }
}
