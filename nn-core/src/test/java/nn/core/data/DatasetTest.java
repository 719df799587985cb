package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.api.Rows;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final double[][] TARGETS = {{10}, {20}, {30}};
  private static final Dataset DATA = Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, TARGETS);

  @Test
  void holdsRowsOfFeaturesAndTargets() {
    assertEquals(3, DATA.count());
    assertEquals(4, DATA.features().get(1, 1));
    assertEquals(30, DATA.targets().get(2, 0));
  }

  @Test
  void aSubsetCopiesRowsInTheGivenOrder() {
    Dataset subset = DATA.subset(new int[] {2, 0, 2});
    assertArrayEquals(new float[] {5, 6, 1, 2, 5, 6}, subset.features().data());
    assertArrayEquals(new float[] {30, 10, 30}, subset.targets().data());
    assertEquals(0, DATA.subset(new int[0]).count());
  }

  @Test
  void noRowsAreAllowed() {
    assertEquals(0, Dataset.of(new double[0][], new double[0][]).count());
  }

  @Test
  void rowsOfDifferentLengthAreRefused() {
    assertComplaint(
        "Row 2 of the features has 1 numbers where row 0 has 2; make them equally long.",
        () -> Dataset.of(new double[][] {{1, 2}, {3, 4}, {5}}, TARGETS));
  }

  @Test
  void eachRowNeedsATarget() {
    assertComplaint(
        "There are 2 rows of features and 3 of targets; give one target for each row.",
        () -> new Dataset(Rows.zeros(2, 1), Rows.zeros(3, 1)));
  }

  @Test
  void numbersMustBeFinite() {
    assertComplaint(
        "Number 1 in row 0 of the features is NaN; every number must be finite and fit a float.",
        () -> Dataset.of(new double[][] {{1, Double.NaN}}, new double[][] {{1}}));
    assertComplaint(
        "Number 0 in row 0 of the targets is -Infinity; every number must be finite and fit a float.",
        () -> Dataset.of(new double[][] {{1}}, new double[][] {{-1e39}}));
  }
}
