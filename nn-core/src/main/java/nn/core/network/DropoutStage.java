package nn.core.network;

import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.Crew;
import nn.core.random.SplitMix64;

/** Dropout, by rows; which numbers fall depends on the seed and the global row alone. */
final class DropoutStage extends Stage {
  private static final int WORK = 8;

  private final double rate;
  private final float kept;
  private final long layer;
  private long key;
  private long firstRow;
  private final Crew.Task drop = this::drop;
  private final Crew.Task dropBack = this::dropBack;

  DropoutStage(Dropout layer, Rows x, Rows dx) {
    super(x, Rows.zeros(x.count(), x.width()), dx, dx);
    this.rate = layer.rate();
    this.kept = (float) (1 / (1 - rate));
    this.layer = layer.number();
  }

  @Override
  void forward(Moment moment, Crew crew) {
    if (moment.training) {
      key = SplitMix64.key(moment.seed, layer);
      firstRow = moment.firstRow;
      crew.split(x.count(), (long) WORK * x.size(), drop);
    } else {
      System.arraycopy(x.data(), x.offset(), y.data(), y.offset(), x.size());
    }
  }

  @Override
  void backward(Moment moment, Crew crew) {
    if (moment.training && passesBack()) {
      crew.split(x.count(), (long) WORK * x.size(), dropBack);
    }
  }

  private void drop(int from, int to, Kernels kernels) {
    copyKept(x, y, from, to);
  }

  private void dropBack(int from, int to, Kernels kernels) {
    copyKept(dy, dx, from, to);
  }

  private void copyKept(Rows source, Rows target, int from, int to) {
    int width = source.width();
    for (int r = from; r < to; r++) {
      long index = (firstRow + r) * width;
      for (int j = 0; j < width; j++) {
        boolean keep = SplitMix64.uniform(key, index + j) >= rate;
        target.data()[target.at(r) + j] = keep ? source.get(r, j) * kept : 0f;
      }
    }
  }
}
