package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static nn.core.data.Complaint.assertWrongArgument;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.api.Rows;
import nn.core.data.Feature.Categorical;
import nn.core.data.Feature.Numeric;
import nn.core.data.Feature.Pixels;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.random.SplitMix64;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private static final Table HOUSES =
      Table.of("area", 1000, 1500, 2000, 2600)
          .with("place", List.of("sea", "hill", "sea", "NA"))
          .with("price", 200_000, 310_000, 390_000, 520_000);

  @Test
  void numbersAreStandardisedWithTheStatisticsOfTheTrainingRows() {
    SplitMix64 random = new SplitMix64(5);
    double[] area = random.doubles(50, 500, 4000).toArray();
    Table table = Table.of("area", area).with("price", random.doubles(50).toArray());
    Preparation preparation =
        Preparation.fit(table, "price", null, IntStream.range(0, 30).toArray());
    DescriptiveStatistics judge = new DescriptiveStatistics(Arrays.copyOf(area, 30));
    Numeric feature = (Numeric) preparation.features().get(0);
    assertEquals(judge.getMean(), feature.mean(), 1e-9);
    assertEquals(Math.sqrt(judge.getPopulationVariance()), feature.deviation(), 1e-9);
    Rows numbers = preparation.applyFeatures(table);
    for (int r = 0; r < 50; r++) {
      double expected = (area[r] - judge.getMean()) / Math.sqrt(judge.getPopulationVariance());
      assertEquals(expected, numbers.get(r, 0), 1e-6);
    }
  }

  @Test
  void whatDeviatesFromAConstantColumnLaterHasNoEffect() {
    Table table = Table.of("x", 0.1, 0.1, 0.1, 7.1).with("y", 1, 2, 4, 8);
    Preparation preparation = Preparation.fit(table, "y", null, new int[] {0, 1, 2});
    assertEquals(List.of(new Numeric("x", 0.1, Numeric.CONSTANT, false)), preparation.features());
    assertFeatures(new float[][] {{0}, {0}, {0}, {0}}, preparation, table);
  }

  @Test
  void aMissingNumberIsTheMeanAndMarked() {
    Table table = Table.of("x", 1, Double.NaN, 3).with("y", 1, 2, 4);
    Preparation preparation = Preparation.fit(table, "y", null, table.rows());
    assertEquals(List.of(new Numeric("x", 2, 1, true)), preparation.features());
    assertEquals(2, preparation.width());
    assertFeatures(new float[][] {{-1, 0}, {0, 1}, {1, 0}}, preparation, table);
  }

  @Test
  void aNumberMissingOnlyLaterIsTheMeanWithoutMark() {
    Table table = Table.of("x", 1, 3, Double.NaN).with("y", 1, 2, 4);
    Preparation preparation = Preparation.fit(table, "y", null, new int[] {0, 1});
    assertFeatures(new float[][] {{-1}, {1}, {0}}, preparation, table);
  }

  @Test
  void textIsOneHotWithALastPlaceForAllElse() {
    Table table = Table.of("place", List.of("sea", "hill", "")).with("y", 1, 2, 4);
    Preparation preparation = Preparation.fit(table, "y", null, table.rows());
    assertEquals(
        List.of(new Categorical("place", List.of("hill", "sea"), true)), preparation.features());
    assertEquals(3, preparation.width());
    assertFeatures(
        new float[][] {{0, 1, 0}, {0, 0, 1}, {0, 0, 1}, {1, 0, 0}},
        preparation,
        Table.of("place", List.of("sea", "moon", "", "hill")));
  }

  /** Its weights are those of the start: nothing was learnt about it. */
  @Test
  void aLastPlaceThatNoTrainingRowTookStaysEmpty() {
    Preparation preparation = Preparation.fit(HOUSES, "price", null, new int[] {0, 1, 2});
    assertEquals(
        new Categorical("place", List.of("hill", "sea"), false), preparation.features().get(1));
    assertEquals(4, preparation.width());
    Table later =
        Table.of("place", List.of("sea", "moon", "", "hill")).with("area", 1500, 1500, 1500, 1500);
    assertFeatures(
        new float[][] {{0, 0, 1, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 1, 0, 0}}, preparation, later);
  }

  @Test
  void aMissingColumnIsNamedWhenPredicting() {
    Preparation preparation = Preparation.fit(HOUSES, "price", null, HOUSES.rows());
    Table later = Table.of("Areas", 1, 2).with("place", List.of("sea", "sea"));
    assertComplaint(
        "There is no column \"area\" in the table; did you mean \"Areas\"? It has Areas, place.",
        () -> preparation.applyFeatures(later));
  }

  @Test
  void aNumberFarBeyondTheTrainingRowsIsRefused() {
    Table table = Table.of("x", 1, 2, 1e300).with("y", 1, 2, 4);
    Preparation preparation = Preparation.fit(table, "y", null, new int[] {0, 1});
    assertComplaint(
        "Column \"x\", row 3 of the table: \"1.0E300\" is too far from the numbers of the training"
            + " rows; correct it.",
        () -> preparation.applyFeatures(table));
  }

  @Test
  void numbersThatCannotBeScaledAreRefused() {
    Table table = Table.of("x", 1e200, -1e200).with("y", 1, 2);
    assertComplaint(
        "The numbers of column \"x\" cannot be scaled; use another unit for them.",
        () -> Preparation.fit(table, "y", null, table.rows()));
  }

  @Test
  void whatIsNoPlainNumberIsRefusedAsAFeature() {
    Table table = Table.of("area", List.of("1,200", "900", "800")).with("y", 1, 2, 4);
    assertComplaint(
        "Column \"area\", row 1 of the table: \"1,200\" is no plain number because of the \",\", the"
            + " only such cell among 3 filled ones; write numbers like 1200.5, or remove the column if"
            + " it holds codes.",
        () -> Preparation.fit(table, "y", null, table.rows()));
  }

  @Test
  void identifiersAreLeftOutAndNamed() {
    Table table =
        Table.of("id", 3, 1, 2, 4)
            .with("zip", List.of("0203", "0101", "0999", "1000"))
            .with("name", List.of("Ann", "Bob", "Cy", "NA"))
            .with("x", 1, 2, 2, 1)
            .with("size", 10, 20, 30, 41)
            .with("half", 1.5, 2.5, 3.5, 4.5)
            .with("y", 1, 2, 4, 8);
    Preparation preparation = Preparation.fit(table, "y", null, table.rows());
    assertEquals(
        List.of(
            new LeftOut("id", "is an identifier: whole numbers that count up by one"),
            new LeftOut("zip", "is an identifier: distinct whole numbers with leading zeros"),
            new LeftOut("name", "is an identifier: text that differs in nearly every row")),
        preparation.leftOut());
    assertEquals(
        List.of("x", "size", "half"),
        preparation.features().stream().map(Feature::column).toList());
  }

  @Test
  void identifiersAreRecognisedInTheWholeTableNotInTheTrainingRows() {
    Table table = Table.of("id", 1, 2, 3, 4).with("x", 5, 5, 7, 7).with("y", 1, 2, 4, 8);
    Preparation preparation = Preparation.fit(table, "y", null, new int[] {0, 3});
    assertEquals("id", preparation.leftOut().get(0).column());
  }

  @Test
  void numbersWithAGapOrAMissingCellAreNoIdentifiers() {
    Table table = Table.of("gap", 1, 2, 4).with("hole", 1, 2, Double.NaN).with("y", 1.5, 2, 4);
    assertEquals(List.of(), Preparation.fit(table, "y", null, table.rows()).leftOut());
  }

  @Test
  void anIdentifierIsNeverTheOnlyFeature() {
    Table numbers = Table.of("x", 1, 2, 3, 4).with("y", 2, 4, 6, 8);
    Preparation preparation = Preparation.fit(numbers, "y", null, numbers.rows());
    assertEquals(List.of(), preparation.leftOut());
    assertEquals(1, preparation.width());
    Table both = numbers.with("w", List.of("a", "b", "c", "d"));
    assertEquals(1, Preparation.fit(both, "y", null, both.rows()).width());
    Table words = Table.of("w", List.of("a", "b", "c")).with("y", 2, 4, 6);
    assertEquals(4, Preparation.fit(words, "y", null, words.rows()).width());
  }

  @Test
  void textWithTooManyValuesIsLeftOut() {
    List<String> words = IntStream.range(0, 400).mapToObj(i -> "w" + i % 150).toList();
    Table table =
        Table.of("word", words)
            .with("x", IntStream.range(0, 400).mapToDouble(i -> i * i).toArray())
            .with("y", IntStream.range(0, 400).mapToDouble(i -> i / 2.0).toArray());
    assertEquals(
        List.of(
            new LeftOut(
                "word",
                "is text with 150 different values, more than the 100 that become numbers")),
        Preparation.fit(table, "y", null, table.rows()).leftOut());
  }

  @Test
  void columnsWithoutValuesAreLeftOut() {
    Table table =
        Table.of("none", List.of("", "", ""))
            .with("number", Double.NaN, Double.NaN, 1)
            .with("word", List.of("", "NA", "b"))
            .with("x", 1, 2, 4)
            .with("y", 1, 2, 4);
    assertEquals(
        List.of(
            new LeftOut("none", "has no value"),
            new LeftOut("number", "has no value in the training rows"),
            new LeftOut("word", "has no value in the training rows")),
        Preparation.fit(table, "y", null, new int[] {0, 1}).leftOut());
  }

  @Test
  void aTableWithoutAUsableColumnIsRefused() {
    List<String> names = IntStream.range(0, 120).mapToObj(i -> "n" + i).toList();
    double[] y = IntStream.range(0, 120).mapToDouble(i -> i / 3.0).toArray();
    Table table = Table.of("name", names).with("none", Collections.nCopies(120, "")).with("y", y);
    assertComplaint(
        "No column of the table serves as a feature: \"none\" has no value, \"name\" is text with 120"
            + " different values, more than the 100 that become numbers. Add a column of numbers, or"
            + " of fewer words.",
        () -> Preparation.fit(table, "y", null, table.rows()));
    assertComplaint(
        "There is no column beside the target in the table; add at least one.",
        () -> Preparation.fit(Table.of("y", y), "y", null, table.rows()));
  }

  @Test
  void noTrainingRowsAreRefused() {
    assertComplaint(
        "There are no training rows; hold fewer rows back for validation.",
        () -> Preparation.fit(HOUSES, "price", null, new int[0]));
  }

  @Test
  void aMissingTargetColumnNamesTheNearest() {
    assertComplaint(
        "There is no column \"prize\" in the table; did you mean \"price\"? It has area, place, price.",
        () -> Preparation.fit(HOUSES, "prize", null, HOUSES.rows()));
  }

  @Test
  void numberTargetsAreScaledAndBack() {
    Preparation preparation = Preparation.fit(HOUSES, "price", null, new int[] {0, 2});
    assertEquals(new NumberTarget("price", 295_000, 95_000), preparation.target());
    assertEquals(Task.REGRESSION, preparation.task());
    Dataset data = preparation.apply(HOUSES, new int[] {0, 2, 1}, Encoding.NUMBER);
    assertArrayEquals(new float[] {-1, 1, 15 / 95f}, data.targets().data(), 1e-6f);
    NumberTarget target = (NumberTarget) preparation.target();
    assertEquals(310_000, target.toUnits(target.scaled(310_000)), 1e-9);
  }

  @Test
  void classTargetsAreEncodedAsTheLossWants() {
    Table table = Table.of("x", 1, 5, 2, 9).with("kind", List.of("b", "a", "b", "a"));
    Preparation preparation = Preparation.fit(table, "kind", null, table.rows());
    assertEquals(new ClassTarget("kind", List.of("a", "b")), preparation.target());
    assertTrue(((ClassTarget) preparation.target()).isBinary());
    assertArrayEquals(
        new float[] {1, 0, 1},
        preparation.apply(table, new int[] {0, 1, 2}, Encoding.CLASS_INDEX).targets().data());
    assertArrayEquals(
        new float[] {0, 1, 1, 0},
        preparation.apply(table, new int[] {0, 1}, Encoding.ONE_HOT).targets().data());
  }

  @Test
  void aCellThatIsNoClassIsRefused() {
    Table table = Table.of("x", 1, 5, 2, 9).with("kind", List.of("b", "a", "b", "a"));
    Preparation preparation = Preparation.fit(table, "kind", null, table.rows());
    Table other = Table.of("x", 1).with("kind", List.of("c"));
    assertComplaint(
        "Column \"kind\", row 1 of the table: \"c\" is none of the classes [a, b]; correct it.",
        () -> preparation.apply(other, new int[] {0}, Encoding.CLASS_INDEX));
  }

  @Test
  void anEncodingForTheOtherTaskIsAMistake() {
    assertWrongArgument(
        "a class cannot be encoded as NUMBER",
        () -> new ClassTarget("y", List.of("a", "b")).width(Encoding.NUMBER));
    assertWrongArgument(
        "a number cannot be encoded as ONE_HOT",
        () -> new NumberTarget("y", 0, 1).width(Encoding.ONE_HOT));
  }

  @Test
  void moreNumbersThanAnArrayHoldsAreRefused() {
    assertComplaint(
        "1048576 rows of 4096 numbers are more than one array can hold; use fewer rows.",
        () -> Encoder.zeros(1 << 20, 1 << 12));
  }

  @Test
  void aModelOfImagesRefusesTables() {
    Preparation images =
        new Preparation(List.of(new Pixels(4, 255)), List.of(), new NumberTarget("y", 0, 1));
    assertComplaint(
        "The model reads images of 4 pixels, not a table like the table; give it IDX images.",
        () -> images.applyFeatures(HOUSES));
  }

  @Test
  void recordsRefuseWhatCannotBe() {
    assertWrongArgument(
        "column \"x\" needs a finite mean and a positive deviation, got 0.0 and 0.0",
        () -> new Numeric("x", 0, 0, false));
    assertWrongArgument(
        "column \"x\" needs a finite mean and a positive deviation, got NaN and 1.0",
        () -> new NumberTarget("x", Double.NaN, 1));
    assertWrongArgument(
        "the values of column \"x\" must be sorted and distinct, got [b, a]",
        () -> new Categorical("x", List.of("b", "a"), true));
    assertWrongArgument("an image needs pixels, got 0", () -> new Pixels(0, 255));
    assertWrongArgument("the scale of pixels must be positive, got 0.0", () -> new Pixels(1, 0));
    assertWrongArgument(
        "column \"x\" needs two classes, got [a]", () -> new ClassTarget("x", List.of("a")));
    assertWrongArgument(
        "a preparation needs at least one feature",
        () -> new Preparation(List.of(), List.of(), new NumberTarget("y", 0, 1)));
  }

  @Test
  void furtherColumnsAreIgnored() {
    Preparation preparation = Preparation.fit(HOUSES, "price", null, HOUSES.rows());
    Rows plain = preparation.applyFeatures(HOUSES);
    Rows more = preparation.applyFeatures(HOUSES.with("note", List.of("a", "$1", "inf", "")));
    assertArrayEquals(plain.data(), more.data());
  }

  private static void assertFeatures(float[][] expected, Preparation preparation, Table table) {
    Rows rows = preparation.applyFeatures(table);
    float[][] found =
        Stream.of(table.rows())
            .flatMapToInt(Arrays::stream)
            .mapToObj(r -> Arrays.copyOfRange(rows.data(), rows.at(r), rows.at(r) + rows.width()))
            .toArray(float[][]::new);
    assertArrayEquals(expected, found);
  }
}
