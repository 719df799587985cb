package nn.core.data;

import nn.core.data.Target.ClassTarget;
import org.jspecify.annotations.Nullable;

/**
 * A table with one column as the target.
 *
 * @param table the table
 * @param target the column to predict
 * @param task what is asked of it; null to have it inferred, see {@link Preparation#fit}
 */
public record TableSource(Table table, String target, @Nullable Task task) implements Source {
  @Override
  public int count() {
    return table.count();
  }

  @Override
  public int[] rows() {
    return table.rows();
  }

  @Override
  public Split split(double fraction, long seed) {
    if (TargetFit.fit(table, target, task, rows()) instanceof ClassTarget classes) {
      int[] numbers = table.column(target).stream().mapToInt(classes.indexOfEach()).toArray();
      return Split.stratified(numbers, fraction, seed);
    }
    return Split.of(count(), fraction, seed);
  }

  @Override
  public Preparation fit(int[] rows) {
    return Preparation.fit(table, target, task, rows);
  }

  @Override
  public Dataset dataset(Preparation preparation, int[] rows, Encoding encoding) {
    return preparation.apply(table, rows, encoding);
  }
}
