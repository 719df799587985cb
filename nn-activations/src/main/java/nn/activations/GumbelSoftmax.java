package nn.activations;

import nn.api.BatchActivation;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;
import nn.api.Rows;

/**
 * Draws a class from a row of scores in a way that can be differentiated: y = softmax((x + g) /
 * tau), g_j = -ln(-ln u_j) with u_j uniform in (0, 1); dx_j = y_j (dy_j - sum_k dy_k y_k) / tau.
 * The larger score is the larger y_j with its probability under softmax(x); the smaller tau, the
 * nearer y comes to a single 1.
 *
 * <p>With {@code hard} the output is that 1 among zeros, the first of equals, while the gradient
 * stays the one of the soft form (straight-through), so it is not the slope of what comes out.
 * Noise is drawn in training only; PyTorch's function, which knows no modes, always draws. The
 * noise follows from the seed and the global row number.
 *
 * <p>Source: Jang, Gu, Poole: Categorical reparameterization with Gumbel-softmax (ICLR 2017).
 *
 * @param tau the temperature, above 0; PyTorch's default 1
 * @param hard whether the output is one-hot; PyTorch's default false
 */
@Named(
    summary = "Draws a class by the scores of a row, in a way that can be trained through.",
    formula = "softmax((x + g) / tau), g = -ln(-ln(u)) drawn in training",
    source = "Jang, Gu and Poole 2017")
public record GumbelSoftmax(
    @Param(log = true, help = "temperature, above 0: small is nearly one-hot") double tau,
    @Param(help = "one-hot outputs, with the gradient of the soft form") boolean hard)
    implements BatchActivation {
  private static final Softmax SOFTMAX = new Softmax();

  /**
   * Checks the temperature.
   *
   * @throws IllegalArgumentException unless it is above 0
   */
  public GumbelSoftmax {
    if (!(tau > 0)) {
      throw new IllegalArgumentException("tau must be above 0, got %s. Use 1.".formatted(tau));
    }
  }

  /** PyTorch's defaults: temperature 1, soft. */
  public GumbelSoftmax() {
    this(1, false);
  }

  @Override
  public Range range() {
    return Range.SIMPLEX;
  }

  @Override
  public void forward(
      Rows x,
      Rows y,
      Rows parameters,
      boolean training,
      long seed,
      long firstRow,
      Kernels kernels) {
    soft(x, y, training, seed, firstRow, kernels);
    for (int r = 0; hard && r < y.count(); r++) {
      harden(y.data(), y.at(r), y.width());
    }
  }

  /** {@inheritDoc} The soft outputs are computed anew, in dx. */
  @Override
  public void backward(
      Rows x,
      Rows y,
      Rows dy,
      Rows dx,
      Rows parameters,
      Rows dParameters,
      boolean training,
      long seed,
      long firstRow,
      Kernels kernels) {
    soft(x, dx, training, seed, firstRow, kernels);
    for (int r = 0; r < x.count(); r++) {
      backwardRow(dx.data(), dx.at(r), dy.data(), dy.at(r), x.width());
    }
  }

  private void soft(Rows x, Rows y, boolean training, long seed, long firstRow, Kernels kernels) {
    for (int r = 0; r < x.count(); r++) {
      long stream = Chance.stream(seed, firstRow + r);
      for (int j = 0; j < x.width(); j++) {
        double noise = training ? gumbel(Chance.uniform(stream, j)) : 0;
        y.data()[y.at(r) + j] = (float) ((x.get(r, j) + noise) / tau);
      }
    }
    SOFTMAX.forward(y, y, 0, y.count(), kernels);
  }

  private static double gumbel(double uniform) {
    return -StrictMath.log(-StrictMath.log(uniform));
  }

  private static void harden(float[] y, int at, int width) {
    int best = at;
    for (int i = at; i < at + width; i++) {
      best = y[i] > y[best] ? i : best;
    }
    // A row with a NaN stays as it is: NaN throughout.
    for (int i = at; !Float.isNaN(y[at]) && i < at + width; i++) {
      y[i] = i == best ? 1 : 0;
    }
  }

  private void backwardRow(float[] y, int at, float[] dy, int dyAt, int width) {
    double mean = 0;
    for (int j = 0; j < width; j++) {
      mean = Math.fma(dy[dyAt + j], (double) y[at + j], mean);
    }
    for (int j = 0; j < width; j++) {
      y[at + j] = (float) (y[at + j] * (dy[dyAt + j] - mean) / tau);
    }
  }
}
