package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  @ParameterizedTest
  @CsvSource({"100,0.2,20", "10,0.25,2", "2,0.01,1", "2,0.99,1", "5,0,0", "1,0,0", "3,0.9,2"})
  void holdsTheFractionBackAndCoversEveryRowOnce(int count, double fraction, int held) {
    Split split = Split.of(count, fraction, 1);
    assertEquals(held, split.validation().length);
    assertArrayEquals(
        IntStream.range(0, count).toArray(),
        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation()))
            .sorted()
            .toArray());
  }

  @Test
  void theSeedDecides() {
    Split first = Split.of(50, 0.2, 1);
    assertArrayEquals(first.train(), Split.of(50, 0.2, 1).train());
    assertArrayEquals(first.validation(), Split.of(50, 0.2, 1).validation());
    assertFalse(Arrays.equals(first.validation(), Split.of(50, 0.2, 2).validation()));
  }

  @Test
  void rowsComeInRandomOrder() {
    int[] train = Split.of(50, 0, 1).train();
    assertFalse(Arrays.equals(train, IntStream.range(0, 50).toArray()));
  }

  @Test
  void classesKeepTheirShares() {
    int[] classes = IntStream.range(0, 100).map(i -> i < 80 ? 0 : 1).toArray();
    for (int seed = 0; seed < 20; seed++) {
      int[] validation = Split.stratified(classes, 0.2, seed).validation();
      assertEquals(16, Arrays.stream(validation).filter(row -> classes[row] == 0).count());
      assertEquals(20, validation.length);
    }
  }

  @Test
  void aRareClassIsInBothPartsAndASingleRowInTraining() {
    int[] classes = IntStream.range(0, 40).map(i -> i == 0 ? 2 : i < 3 ? 1 : 0).toArray();
    for (int seed = 0; seed < 20; seed++) {
      int[] validation = Split.stratified(classes, 0.1, seed).validation();
      assertEquals(1, Arrays.stream(validation).filter(row -> classes[row] == 1).count());
      assertEquals(0, Arrays.stream(validation).filter(row -> classes[row] == 2).count());
    }
  }

  @Test
  void everyRowIsHeldBackEquallyOften() {
    int[] held = new int[10];
    for (int seed = 0; seed < 10_000; seed++) {
      held[Split.of(10, 0.1, seed).validation()[0]]++;
    }
    for (int times : held) {
      assertEquals(1000, times, 150, Arrays.toString(held));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 20, Double.NaN})
  void aFractionIsBelowOne(double fraction) {
    assertComplaint(
        "The validation fraction is " + fraction + "; give a number from 0 to less than 1.",
        () -> Split.of(10, fraction, 1));
  }

  @Test
  void tooFewRowsAreRefused() {
    assertComplaint("There are no rows; give at least one.", () -> Split.of(0, 0, 1));
    assertComplaint("There are no rows; give at least one.", () -> Split.of(0, 0.2, 1));
    assertComplaint(
        "One row cannot be split; give more rows, or a validation fraction of 0.",
        () -> Split.of(1, 0.2, 1));
  }
}
