package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetFitTest {
  @Test
  void textIsClassified() {
    assertEquals(
        new ClassTarget("y", List.of("false", "true")),
        fit(Table.of("y", List.of("true", "false", "true", "true")), null));
  }

  @Test
  void zeroAndOneAreClassified() {
    assertEquals(new ClassTarget("y", List.of("0", "1")), fit(Table.of("y", 0, 1, 1, 0), null));
  }

  @Test
  void fewWholeNumbersAmongManyRowsAreClassified() {
    assertEquals(
        new ClassTarget("y", List.of("8", "9", "10", "11")), fit(column(80, i -> 8 + i % 4), null));
  }

  @Test
  void otherNumbersAreRegression() {
    assertEquals(Task.REGRESSION, fit(column(79, i -> 8 + i % 4), null).task());
    assertEquals(Task.REGRESSION, fit(column(80, i -> 0.5 * (i % 4)), null).task());
    assertEquals(Task.REGRESSION, fit(column(1000, i -> i % 21), null).task());
    assertEquals(Task.REGRESSION, fit(Table.of("y", 0, 1), null).task());
  }

  @Test
  void theTaskCanBeForced() {
    assertEquals(Task.REGRESSION, fit(Table.of("y", 0, 1, 1, 0), Task.REGRESSION).task());
    assertEquals(
        new ClassTarget("y", List.of("2.5", "10")),
        fit(Table.of("y", 10, 2.5, 10, 2.5), Task.CLASSIFICATION));
    assertEquals(
        new ClassTarget("y", List.of("1", "2", "3+")),
        fit(Table.of("y", List.of("1", "2", "3+", "1", "2", "3+")), Task.CLASSIFICATION));
  }

  @Test
  void aConstantNumberIsRegressionWithDeviationOne() {
    assertEquals(new NumberTarget("y", 5, 1), fit(Table.of("y", 5, 5, 5), Task.REGRESSION));
  }

  @Test
  void oneAndOnePointZeroAreOneClass() {
    Table table = Table.of("y", List.of("1", "0", "1.0", "0"));
    ClassTarget target = (ClassTarget) fit(table, Task.CLASSIFICATION);
    assertEquals(2, target.labels().size());
    assertEquals(1, target.indexOf("1.00"));
    assertEquals(0, target.indexOf("0"));
    assertEquals(-1, target.indexOf("2"));
    assertEquals(-1, target.indexOf("one"));
  }

  @Test
  void missingTargetsAreCountedAndTheFirstNamed() {
    assertComplaint(
        "The target \"y\" is missing in 2 of 4 rows, as on row 2 of the table (\"NA\"); fill it in,"
            + " rename it if it is a class, or remove those rows.",
        () -> fit(Table.of("y", List.of("1", "NA", "", "2")), null));
  }

  @Test
  void aBadNumberInTheTargetIsNamed() {
    assertComplaint(
        "Column \"y\", row 2 of the table: \"$2\" is no plain number because of the \"$\", the only"
            + " such cell among 3 filled ones; write numbers like 1200.5, or ask for classification if"
            + " these are classes.",
        () -> fit(Table.of("y", List.of("1", "$2", "3")), null));
  }

  @Test
  void textCannotBeForcedIntoNumbers() {
    assertComplaint(
        "The target \"y\" holds text, no numbers; ask for classification, or choose another target.",
        () -> fit(Table.of("y", List.of("a", "b", "a")), Task.REGRESSION));
  }

  @Test
  void oneClassIsNoTask() {
    assertComplaint(
        "The target \"y\" is \"a\" in every row; classes need at least two values, so add rows of"
            + " another, or choose another target.",
        () -> fit(Table.of("y", List.of("a", "a", "a")), null));
  }

  @Test
  void moreClassesThanHalfTheRowsAreNoTask() {
    assertComplaint(
        "The target \"y\" has 3 different values in 5 rows, too many to be classes; choose another"
            + " target, or ask for regression if they are numbers.",
        () -> fit(Table.of("y", List.of("a", "b", "c", "a", "b")), null));
    List<String> many = IntStream.range(0, 3003).mapToObj(i -> "c" + i % 1001).toList();
    assertComplaint(
        "The target \"y\" has 1001 different values in 3003 rows, too many to be classes; choose"
            + " another target, or ask for regression if they are numbers.",
        () -> fit(Table.of("y", many), null));
  }

  private static Table column(int count, IntToDoubleFunction cell) {
    return Table.of("y", IntStream.range(0, count).mapToDouble(cell).toArray());
  }

  private static Target fit(Table table, @Nullable Task task) {
    return TargetFit.fit(table, "y", task, table.rows());
  }

  @Test
  void aNumberIsNoneOfTheWords() {
    ClassTarget target = new ClassTarget("y", List.of("low", "2d"));
    assertEquals(-1, target.indexOf("1"));
    assertEquals(-1, target.indexOf("2"));
  }

  @Test
  void twentyWholeNumbersInFourHundredRowsAreClassified() {
    double[] y = IntStream.range(0, 400).mapToDouble(i -> i % 20).toArray();
    Table table = Table.of("y", y);
    assertEquals(Task.CLASSIFICATION, TargetFit.fit(table, "y", null, table.rows()).task());
  }

  @Test
  void threeClassesAreNotBinary() {
    assertFalse(new ClassTarget("y", List.of("a", "b", "c")).isBinary());
  }

  @Test
  void ofSeveralSpellingsTheFirstNamesTheClass() {
    Table table = Table.of("y", List.of("2.0", "1", "2", "1.0", "2.0", "1"));
    Target target = TargetFit.fit(table, "y", Task.CLASSIFICATION, table.rows());
    assertEquals(new ClassTarget("y", List.of("1", "2.0")), target);
  }
}
