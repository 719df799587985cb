package nn.core.kernel;

import nn.api.Kernels;
import nn.api.Rows;
import org.jspecify.annotations.Nullable;

/** The plain arithmetic until the {@link WarmUp} is over, then the back end: the same bits. */
final class WarmingKernels implements Kernels {
  private final WarmUp warmUp;
  private final Kernels plain = new PlainKernels();
  private @Nullable Kernels warm;
  private long work;

  WarmingKernels(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  /** Who does the next piece of work. */
  private Kernels choose() {
    Kernels chosen = warm;
    return chosen == null ? plain : chosen;
  }

  /**
   * The same for the large pieces, which are counted; a small network would feel more than that.
   */
  private Kernels choose(long multiplyAdds) {
    Kernels chosen = warm;
    return chosen == null ? chooseYet(multiplyAdds) : chosen;
  }

  private Kernels chooseYet(long multiplyAdds) {
    if (warmUp.isOver()) {
      Kernels chosen = warmUp.create();
      warm = chosen;
      return chosen;
    }
    work += multiplyAdds;
    if (work > WarmUp.SHORT_JOB) {
      warmUp.begin();
    }
    return plain;
  }

  @Override
  public void forward(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    choose((long) (to - from) * w.size()).forward(x, w, b, z, from, to);
  }

  @Override
  public void inputGradient(Rows dz, Rows w, Rows dx, int from, int to) {
    choose().inputGradient(dz, w, dx, from, to);
  }

  @Override
  public void weightGradient(Rows x, Rows dz, Rows dw, int from, int to) {
    choose((long) dz.size() * (to - from)).weightGradient(x, dz, dw, from, to);
  }

  @Override
  public void biasGradient(Rows dz, Rows db, int from, int to) {
    choose().biasGradient(dz, db, from, to);
  }

  @Override
  public void multiply(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c) {
    choose((long) a.size() * c.width()).multiply(a, transposeA, b, transposeB, c);
  }

  @Override
  public void exp(float[] x, int xAt, float[] y, int yAt, int size) {
    choose().exp(x, xAt, y, yAt, size);
  }

  @Override
  public void expm1(float[] x, int xAt, float[] y, int yAt, int size) {
    choose().expm1(x, xAt, y, yAt, size);
  }

  @Override
  public void log1p(float[] x, int xAt, float[] y, int yAt, int size) {
    choose().log1p(x, xAt, y, yAt, size);
  }

  @Override
  public void tanh(float[] x, int xAt, float[] y, int yAt, int size) {
    choose().tanh(x, xAt, y, yAt, size);
  }

  @Override
  public void sigmoid(float[] x, int xAt, float[] y, int yAt, int size) {
    choose().sigmoid(x, xAt, y, yAt, size);
  }

  @Override
  public void erf(float[] x, int xAt, float[] y, int yAt, int size) {
    choose().erf(x, xAt, y, yAt, size);
  }

  @Override
  public float[] scratch(int number, int size) {
    return plain.scratch(number, size);
  }
}
