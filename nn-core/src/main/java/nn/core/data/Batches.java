package nn.core.data;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import nn.api.Rows;
import nn.core.random.Purpose;
import nn.core.random.SplitMix64;

/**
 * A data set in batches, in another order every epoch. The order depends on the seed and the number
 * of the epoch alone, so that a run can be resumed at any. The last batch is shorter where the rows
 * do not divide evenly. Not for several threads.
 */
public final class Batches {
  private final Dataset data;
  private final int batchSize;
  private final long seed;
  private final int[] order;

  /**
   * Batches in the order of epoch 0.
   *
   * @param batchSize rows per batch, at least 1; more than there are means one batch of all
   * @throws IllegalArgumentException if the size is not positive
   * @throws DataException if there are no rows
   */
  public Batches(Dataset data, int batchSize, long seed) {
    checkArgument(batchSize > 0, "the batch size must be at least 1, got %s", batchSize);
    if (data.count() == 0) {
      throw new DataException("There are no rows to train on; give at least one.");
    }
    this.data = data;
    this.batchSize = Math.min(batchSize, data.count());
    this.seed = seed;
    this.order = new int[data.count()];
    startEpoch(0);
  }

  /** Puts the rows into the order of the given epoch. */
  public void startEpoch(long epoch) {
    Shuffle.fill(order, SplitMix64.of(seed, Purpose.SHUFFLE, epoch));
  }

  /** How many batches an epoch has: rows / size, rounded up. */
  public int count() {
    return (order.length - 1) / batchSize + 1;
  }

  /** Rows per full batch: the size asked for, or all rows if there are fewer. */
  public int batchSize() {
    return batchSize;
  }

  /** How many batches are full. */
  public int fullCount() {
    return order.length / batchSize;
  }

  /** Rows in the last batch, from 1 to the full size. */
  public int lastSize() {
    return size(count() - 1);
  }

  /** Rows in batch {@code batch}, from 0. */
  public int size(int batch) {
    checkElementIndex(batch, count(), "batch");
    return Math.min(batchSize, order.length - batch * batchSize);
  }

  /** The number, in the data set, of row {@code r} of a batch. */
  public int row(int batch, int r) {
    return order[batch * batchSize + checkElementIndex(r, size(batch), "row")];
  }

  /**
   * Copies a batch; allocates nothing.
   *
   * @param features where the features go: size(batch) x width of the features
   * @param targets where the targets go: size(batch) x width of the targets
   * @throws IllegalArgumentException if a window has another shape
   */
  public void gather(int batch, Rows features, Rows targets) {
    copy(batch, data.features(), features);
    copy(batch, data.targets(), targets);
  }

  private void copy(int batch, Rows from, Rows to) {
    int size = size(batch);
    if (to.count() != size || to.width() != from.width()) { // checkArgument would make an array
      throw new IllegalArgumentException(
          "batch %s is %s x %s, the window for it %s x %s"
              .formatted(batch, size, from.width(), to.count(), to.width()));
    }
    int first = batch * batchSize;
    for (int r = 0; r < size; r++) {
      System.arraycopy(from.data(), from.at(order[first + r]), to.data(), to.at(r), from.width());
    }
  }
}
