package nn.core.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import nn.api.Rows;
import nn.core.eval.ClassificationMetrics.ClassScore;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionMatrixTest {
  @Test
  void countsEveryPairOfActualAndPredicted() {
    ConfusionMatrix matrix = animals().snapshot();
    assertEquals(2, matrix.count(0, 0));
    assertEquals(1, matrix.count(0, 1));
    assertEquals(0, matrix.count(1, 0));
    assertEquals(1, matrix.count(2, 1));
    assertEquals(List.of("cat", "dog", "elephant"), matrix.labels());
  }

  @Test
  void accuracyAndScoresAgreeWithValuesWorkedByHand() {
    ClassificationMetrics metrics = ClassificationMetrics.of(animals().snapshot());
    assertEquals(5, metrics.count());
    assertEquals(0.6, metrics.accuracy(), 1e-15);
    assertEquals(
        List.of(
            new ClassScore("cat", 3, 2, 2),
            new ClassScore("dog", 1, 3, 1),
            new ClassScore("elephant", 1, 0, 0)),
        metrics.classes());
    assertEquals(2 / 3.0, metrics.classes().get(0).recall(), 1e-15);
    assertEquals(1 / 3.0, metrics.classes().get(1).precision(), 1e-15);
    assertEquals(Double.NaN, metrics.classes().get(2).precision());
  }

  @Test
  void withoutRowsEverythingIsUndefined() {
    ConfusionMatrix matrix = new ConfusionMatrix.Accumulator(List.of("a", "b")).snapshot();
    ClassificationMetrics metrics = ClassificationMetrics.of(matrix);
    assertEquals(0, metrics.count());
    assertEquals(Double.NaN, metrics.accuracy());
    assertEquals(Double.NaN, metrics.classes().get(0).recall());
  }

  @Test
  void whatIsNoScoreOfAClassIsRefused() {
    ConfusionMatrix.Accumulator counts = new ConfusionMatrix.Accumulator(List.of("a", "b"));
    assertComplaint(
        "There are 2 classes and 1 scores a row; give a score for each class.",
        () -> counts.add(Rows.zeros(3, 1), Rows.zeros(3, 1)));
    assertComplaint(
        "3 rows of scores need as many numbers of true classes, got 3 rows of 2.",
        () -> counts.add(Rows.zeros(3, 2), Rows.zeros(3, 2)));
    assertComplaint(
        "3 rows of scores need as many numbers of true classes, got 2 rows of 1.",
        () -> counts.add(Rows.zeros(3, 2), Rows.zeros(2, 1)));
    Rows half = new Rows(new float[] {0.5f}, 0, 1, 1);
    assertComplaint("0.5 is not the number of a class.", () -> counts.add(Rows.zeros(1, 2), half));
    Exception e = assertThrows(IndexOutOfBoundsException.class, () -> counts.add(0, 2));
    assertEquals("actual class (2) must be less than size (2)", e.getMessage());
  }

  private static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  @Test
  void theHighestScoreIsPredictedAndTheFirstOfEquals() {
    float nan = Float.NaN;
    Rows scores =
        new Rows(new float[] {1, 3, 2, 5, 5, 1, nan, 0, -1, nan, nan, nan, 2, nan, 3}, 0, 5, 3);
    int[] found = IntStream.range(0, 5).map(r -> ConfusionMatrix.highest(scores, r)).toArray();
    assertEquals(List.of(1, 0, 1, 0, 2), IntStream.of(found).boxed().toList());
    ConfusionMatrix.Accumulator counts = new ConfusionMatrix.Accumulator(List.of("a", "b", "c"));
    counts.add(scores, new Rows(new float[] {1, 1, 1, 0, 2}, 0, 5, 1));
    assertEquals(2, counts.snapshot().count(1, 1));
    assertEquals(1, counts.snapshot().count(1, 0));
    assertEquals(1, counts.snapshot().count(2, 2));
  }

  @Test
  void anUnknownClassIsAMistake() {
    assertThrows(IndexOutOfBoundsException.class, () -> animals().add(3, 0));
  }

  @Test
  void aSnapshotDoesNotChange() {
    ConfusionMatrix.Accumulator counts = animals();
    ConfusionMatrix before = counts.snapshot();
    counts.add(0, 0);
    assertEquals(2, before.count(0, 0));
    assertEquals(3, counts.snapshot().count(0, 0));
  }

  @Test
  void printsAlignedText() {
    assertEquals(
        """
                  predicted
        actual         cat       dog  elephant
        cat              2         1         0
        dog              0         1         0
        elephant         0         1         0
        """,
        animals().snapshot().toString());
  }

  @Test
  void shortensLongLabels() {
    ConfusionMatrix.Accumulator counts =
        new ConfusionMatrix.Accumulator(List.of("a label of forty letters, more or less", "b"));
    counts.add(1, 1);
    assertEquals(
        """
                          predicted
        actual            a label of for..                 b
        a label of for..                 0                 0
        b                                0                 1
        """,
        counts.snapshot().toString());
  }

  @Test
  void longLabelsThatBeginAlikeAreToldApart() {
    List<String> labels = List.of("production-cluster-a", "production-cluster-b");
    assertEquals(
        """
                          predicted
        actual            product..uster-a  product..uster-b
        product..uster-a                 1                 0
        product..uster-b                 0                 0
        """,
        one(labels, 0, 0));
  }

  @Test
  void labelsThatOnlyTheListCanTellApartAreListed() {
    List<String> labels = List.of("production-in-europe-by-night", "production-in-africa-by-night");
    assertEquals(
        "     1  production-in-europe-by-night taken for production-in-africa-by-night\n",
        one(labels, 1, 0));
  }

  @Test
  void labelsThatDifferOnlyInTheMiddleAreWhole() {
    List<String> labels =
        List.of("a".repeat(40) + "1" + "b".repeat(40), "a".repeat(40) + "2" + "b".repeat(40));
    assertEquals(
        "     1  %s taken for %s\n".formatted(labels.get(0), labels.get(1)), one(labels, 1, 0));
  }

  @Test
  void noCharacterIsCutInTwo() {
    String smile = "\uD83D\uDE00";
    String text = one(List.of("x" + smile.repeat(12), "b"), 0, 0);
    assertTrue(text.contains("x" + smile.repeat(6) + ".. "), text);
  }

  @Test
  void wideLabelsStandBelowEachOther() {
    assertEquals(
        """
                predicted
        actual  pear  \u82F9\u679C
        pear       1     0
        \u82F9\u679C       0     0
        """,
        one(List.of("pear", "\u82F9\u679C"), 0, 0));
  }

  @Test
  void aLabelCannotBreakTheTable() {
    assertEquals(
        """
                   predicted
        actual      a\\u000ab  \\u001b[2J
        a\\u000ab           1          0
        \\u001b[2J          0          0
        """,
        one(List.of("a\nb", "\u001B[2J"), 0, 0));
  }

  private static String one(List<String> labels, int predicted, int actual) {
    ConfusionMatrix.Accumulator counts = new ConfusionMatrix.Accumulator(labels);
    counts.add(predicted, actual);
    return counts.snapshot().toString();
  }

  @Test
  void namesTheMostFrequentConfusionsOfManyClasses() {
    ConfusionMatrix.Accumulator counts = new ConfusionMatrix.Accumulator(words(40));
    assertEquals("No row was taken for another class.\n", counts.snapshot().toString());
    counts.add(3, 5);
    counts.add(4, 9);
    counts.add(4, 9);
    assertEquals(
        """
             2  word9 taken for word4
             1  word5 taken for word3
        """,
        counts.snapshot().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 9, 10, 11, 26, 100})
  void noLineIsLongerThan80Columns(int classes) {
    SplitMix64 random = new SplitMix64(2);
    ConfusionMatrix.Accumulator counts = new ConfusionMatrix.Accumulator(words(classes));
    for (int i = 0; i < 5000; i++) {
      counts.add(random.nextInt(classes), random.nextInt(classes));
    }
    String text = counts.snapshot().toString();
    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    assertTrue(text.lines().count() >= Math.min(classes, 10), text);
  }

  private static List<String> words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "word" + i).toList();
  }

  private static ConfusionMatrix.Accumulator animals() {
    ConfusionMatrix.Accumulator counts =
        new ConfusionMatrix.Accumulator(List.of("cat", "dog", "elephant"));
    counts.add(0, 0);
    counts.add(0, 0);
    counts.add(1, 0);
    counts.add(1, 1);
    counts.add(1, 2);
    return counts;
  }
}
