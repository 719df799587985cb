package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static nn.core.data.Complaint.assertWrongArgument;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import nn.core.data.Feature.Numeric;
import org.junit.jupiter.api.Test;

/** Several columns beside each other, and the borders of what a column is taken for. */
class ColumnsTest {
  @Test
  void whatRepeatsIsNoIdentifier() {
    Table table =
        Table.of("rooms", 1, 1, 3, 4)
            .with("x", 1.5, 1.5, 2, 2)
            .with("code", List.of("01", "02", "01", "02"))
            .with("y", 1, 2, 4, 8);
    Preparation preparation = Preparation.fit(table, "y", null, table.rows());
    assertEquals(List.of(), preparation.leftOut());
  }

  @Test
  void zeroBeforeAPointIsNoLeadingZero() {
    Table table = Table.of("x", List.of("0.0", "5.0", "9.0")).with("y", 1, 2, 4);
    Preparation preparation = Preparation.fit(table.with("z", 1, 1, 2), "y", null, table.rows());
    assertEquals(List.of(), preparation.leftOut());
  }

  @Test
  void everyColumnIsWrittenIntoItsOwnPlace() {
    Table table =
        Table.of("a", 1, 3, 1, 3)
            .with("b", Double.NaN, 2, 4, 6)
            .with("c", 7, 7, 9, 9)
            .with("y", 1, 2, 4, 8);
    Preparation preparation = Preparation.fit(table, "y", null, table.rows());
    float one = (float) Math.sqrt(1.5);
    assertArrayEquals(
        new float[] {-1, 0, 1, -1, 1, -one, 0, -1, -1, 0, 0, 1, 1, one, 0, 1},
        preparation.applyFeatures(table).data(),
        1e-6f);
  }

  @Test
  void aHundredWordsAreNotTooMany() {
    List<String> words = IntStream.range(0, 400).mapToObj(i -> "w" + i % 100).toList();
    Table table =
        Table.of("word", words)
            .with("y", IntStream.range(0, 400).mapToDouble(i -> i / 2.0).toArray());
    Preparation preparation = Preparation.fit(table, "y", null, table.rows());
    assertEquals(101, preparation.width());
  }

  @Test
  void aMissingTargetIsRefusedWhenApplied() {
    Table table = Table.of("x", 1, 5, 2, 9).with("y", 1.5, 2, 4, 8);
    Preparation preparation = Preparation.fit(table, "y", null, table.rows());
    Table holes = Table.of("x", 1, 2).with("y", 3, Double.NaN);
    assertComplaint(
        "The target \"y\" is missing in 1 of 2 rows, as on row 2 of the table (\"NaN\"); fill it in,"
            + " rename it if it is a class, or remove those rows.",
        () -> preparation.apply(holes, holes.rows(), Encoding.NUMBER));
  }

  @Test
  void aLargeMeanDoesNotDrownASmallDeviation() {
    double[] x = {1e9 + 0.1, 1e9 + 0.3, 1e9 + 0.5, 1e9 + 0.7};
    Table table = Table.of("x", x).with("y", 1, 2, 4, 8);
    Numeric feature = (Numeric) Preparation.fit(table, "y", null, table.rows()).features().get(0);
    assertEquals(Math.sqrt(0.05), feature.deviation(), 1e-6);
  }

  @Test
  void aDeviationThatIsNotFiniteIsRefused() {
    assertWrongArgument(
        "column \"x\" needs a finite mean and a positive deviation, got 0.0 and Infinity",
        () -> new Numeric("x", 0, Double.POSITIVE_INFINITY, false));
  }
}
