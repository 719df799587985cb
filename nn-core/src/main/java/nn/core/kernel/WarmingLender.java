package nn.core.kernel;

import nn.api.Kernels;

/** Plain Java until the {@link WarmUp} is over, then the back end. */
final class WarmingLender implements Lender {
  /**
   * Multiply-adds in a piece below which registers gain nothing: such pieces do not count, nor do
   * they look whether it is over, which the smallest networks would feel.
   */
  static final int WORTH = 1000;

  /** Multiply-adds after which it tells how many it has done. */
  private static final long TOLD = WarmUp.SHORT_JOB / 100;

  private final WarmUp warmUp;
  private Kernels kernels = new AutoVectorKernels();
  private boolean warm;
  private long done;

  WarmingLender(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  @Override
  public Kernels lend(long work) {
    if (work >= WORTH && !warm) {
      advance(work);
    }
    return kernels;
  }

  private void advance(long work) {
    if (warmUp.isOver()) {
      kernels = warmUp.create();
      warm = true;
    } else {
      done += work;
      if (done >= TOLD) {
        warmUp.done(done);
        done = 0;
      }
    }
  }
}
