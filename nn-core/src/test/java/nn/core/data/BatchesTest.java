package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static nn.core.data.Complaint.assertWrongArgument;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import nn.api.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
  private static final Dataset TEN =
      Dataset.of(
          IntStream.range(0, 10).mapToObj(i -> new double[] {i, -i}).toArray(double[][]::new),
          IntStream.range(0, 10).mapToObj(i -> new double[] {100 + i}).toArray(double[][]::new));

  @ParameterizedTest
  @CsvSource({"3,4,3,1", "5,2,2,5", "10,1,1,10", "1,10,10,1", "7,2,1,3"})
  void theLastBatchIsShortWhereRowsDoNotDivide(int size, int count, int full, int last) {
    Batches batches = new Batches(TEN, size, 1);
    assertEquals(count, batches.count());
    assertEquals(full, batches.fullCount());
    assertEquals(last, batches.lastSize());
    assertEquals(size, batches.batchSize());
    assertEquals(10, IntStream.range(0, count).map(batches::size).sum());
  }

  @Test
  void aSizeBeyondTheRowsIsOneBatchOfAll() {
    Batches batches = new Batches(TEN, 64, 1);
    assertEquals(1, batches.count());
    assertEquals(1, batches.fullCount());
    assertEquals(10, batches.batchSize());
    assertEquals(10, batches.lastSize());
  }

  @Test
  void anEpochGivesEveryRowOnceWithItsTarget() {
    Batches batches = new Batches(TEN, 4, 1);
    boolean[] seen = new boolean[10];
    for (int b = 0; b < batches.count(); b++) {
      Rows features = Rows.zeros(batches.size(b), 2);
      Rows targets = Rows.zeros(batches.size(b), 1);
      batches.gather(b, features, targets);
      for (int r = 0; r < batches.size(b); r++) {
        int row = batches.row(b, r);
        assertFalse(seen[row]);
        seen[row] = true;
        assertEquals(row, features.get(r, 0));
        assertEquals(-row, features.get(r, 1), 0f);
        assertEquals(100 + row, targets.get(r, 0));
      }
    }
  }

  @Test
  void gatheringWritesIntoTheWindowAlone() {
    Rows features = new Rows(new float[11], 2, 4, 2);
    Arrays.fill(features.data(), 77);
    new Batches(TEN, 4, 1).gather(0, features, Rows.zeros(4, 1));
    assertEquals(77, features.data()[1]);
    assertEquals(77, features.data()[10]);
  }

  @Test
  void theOrderDependsOnSeedAndEpochAlone() {
    Batches run = new Batches(TEN, 3, 1);
    int[] first = order(run);
    run.startEpoch(1);
    run.startEpoch(7);
    int[] seventh = order(run);
    Batches resumed = new Batches(TEN, 3, 1);
    assertArrayEquals(first, order(resumed));
    resumed.startEpoch(7);
    assertArrayEquals(seventh, order(resumed));
    assertFalse(Arrays.equals(first, seventh));
    assertFalse(Arrays.equals(first, order(new Batches(TEN, 3, 2))));
  }

  @Test
  void everyOrderIsEquallyLikely() {
    Dataset three = TEN.subset(new int[] {0, 1, 2});
    Batches batches = new Batches(three, 3, 9);
    int[] times = new int[27];
    for (int epoch = 0; epoch < 6000; epoch++) {
      batches.startEpoch(epoch);
      times[9 * batches.row(0, 0) + 3 * batches.row(0, 1) + batches.row(0, 2)]++;
    }
    int[] orders = Arrays.stream(times).filter(n -> n > 0).toArray();
    assertEquals(6, orders.length);
    for (int n : orders) {
      assertEquals(1000, n, 150, Arrays.toString(orders));
    }
  }

  @Test
  void aWindowOfAnotherShapeIsAMistake() {
    Batches batches = new Batches(TEN, 4, 1);
    assertWrongArgument(
        "batch 0 is 4 x 2, the window for it 3 x 2",
        () -> batches.gather(0, Rows.zeros(3, 2), Rows.zeros(4, 1)));
    assertWrongArgument(
        "batch 2 is 2 x 1, the window for it 2 x 3",
        () -> batches.gather(2, Rows.zeros(2, 2), Rows.zeros(2, 3)));
  }

  @Test
  void onlyItsOwnBatchesAndRowsExist() {
    Batches batches = new Batches(TEN, 4, 1);
    assertThrows(IndexOutOfBoundsException.class, () -> batches.size(3));
    assertThrows(IndexOutOfBoundsException.class, () -> batches.row(2, 2));
  }

  @Test
  void noRowsAndNoSizeAreRefused() {
    assertComplaint(
        "There are no rows to train on; give at least one.",
        () -> new Batches(TEN.subset(new int[0]), 4, 1));
    assertWrongArgument("the batch size must be at least 1, got 0", () -> new Batches(TEN, 0, 1));
  }

  private static int[] order(Batches batches) {
    return IntStream.range(0, batches.count())
        .flatMap(b -> IntStream.range(0, batches.size(b)).map(r -> batches.row(b, r)))
        .toArray();
  }
}
