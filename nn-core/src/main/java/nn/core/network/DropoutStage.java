package nn.core.network;

import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.Crew;
import nn.core.random.SplitMix64;

/**
 * Dropout, by rows: each number is multiplied by its factor of this step, 0 or what makes up for
 * those. Which numbers fall depends on the seed and the global row alone.
 */
final class DropoutStage extends Stage {
  /** To mix the bits of one number takes as long as so many multiply-adds of a product. */
  private static final int WORK = 64;

  /** In steps of 2^-53: chance below this drops. */
  private final long threshold;

  /** The bits of the factor of what is kept. */
  private final int kept;

  private final long layer;
  private final Rows factors;
  private final Crew.Task drop = this::drop;
  private final Crew.Task dropBack = this::dropBack;
  private long key;
  private long firstRow;

  DropoutStage(Dropout layer, Rows x, Rows dx) {
    super(x, Rows.zeros(x.count(), x.width()), dx, dx);
    threshold = (long) Math.ceil(layer.rate() * 0x1.0p53);
    kept = Float.floatToRawIntBits((float) (1 / (1 - layer.rate())));
    this.layer = layer.number();
    factors = Rows.zeros(x.count(), x.width());
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
      crew.split(x.count(), x.size(), dropBack);
    }
  }

  private void drop(int from, int to, Kernels kernels) {
    draw(factors.data(), factors.at(from), factors.at(to), firstRow * x.width());
    multiply(x, y, from, to);
  }

  private void dropBack(int from, int to, Kernels kernels) {
    multiply(dy, dx, from, to);
  }

  /**
   * Without a branch, which chance would mispredict: the sign of threshold - 1 - bits, spread over
   * all bits of a mask, lets the factor through or leaves 0.
   */
  private void draw(float[] factors, int from, int to, long first) {
    for (int i = from; i < to; i++) {
      long keep = (threshold - 1 - SplitMix64.bits(key, first + i)) >> 63;
      factors[i] = Float.intBitsToFloat(kept & (int) keep);
    }
  }

  private void multiply(Rows source, Rows target, int from, int to) {
    int at = source.at(from) - factors.at(from);
    int targetAt = target.at(from) - factors.at(from);
    for (int i = factors.at(from); i < factors.at(to); i++) {
      target.data()[targetAt + i] = source.data()[at + i] * factors.data()[i];
    }
  }
}
