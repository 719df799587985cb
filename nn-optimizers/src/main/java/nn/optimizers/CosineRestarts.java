package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate falls along half a cosine wave, jumps back and falls again; each fall is {@code
 * multiply} times as long as the one before. PyTorch's CosineAnnealingWarmRestarts, which has no
 * default for the first length.
 *
 * <p>Source: Loshchilov, Hutter: SGDR (ICLR 2017).
 *
 * @param first updates of the first fall
 * @param multiply how much longer each fall is than the one before; PyTorch's 1
 * @param end factor at the end of a fall; PyTorch's 0
 */
@Named(
    summary = "Lets the rate fall along cosine waves, starting anew after each.",
    formula = "end + (1 - end) (1 + cos(pi t / length)) / 2",
    source = "Loshchilov and Hutter 2017, PyTorch CosineAnnealingWarmRestarts")
public record CosineRestarts(
    @Param(min = 1, max = 1e9, log = true, help = "updates of the first fall") long first,
    @Param(min = 1, max = 10, help = "growth of the falls") int multiply,
    @Param(min = 0, max = 1, help = "factor at the end") double end)
    implements Schedule {
  /** Falls of 1,000 updates to 0. */
  public CosineRestarts() {
    this(1000, 1, 0);
  }

  @Override
  public double factor(long number, long total) {
    long done = number - 1;
    long length = first;
    if (multiply == 1) {
      done %= first;
    }
    while (done >= length) {
      done -= length;
      length *= multiply;
    }
    return end + (1 - end) * Plan.cosine(done / (double) length);
  }
}
