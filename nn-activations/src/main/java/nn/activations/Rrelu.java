package nn.activations;

import nn.api.BatchActivation;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * A leaky rectifier whose slope is drawn anew for every number in training: f(x) = x for x > 0, a x
 * elsewhere; f'(x) = 1 for x > 0, a elsewhere, also at the kink 0. In training a is uniform in
 * [lower, upper], in inference it is their mean. The draw follows from the seed, the global row
 * number and the unit, so that any split into batches gives the same numbers.
 *
 * <p>Source: Xu, Wang, Chen, Li: Empirical evaluation of rectified activations in convolutional
 * network (arXiv 1505.00853, 2015).
 *
 * @param lower the smallest slope; PyTorch's default 1/8
 * @param upper the largest slope; PyTorch's default 1/3
 */
@Named(
    value = "rrelu",
    summary = "A leaky rectifier with a random slope in training.",
    formula = "x if x > 0, else a x, with a drawn from [lower, upper]",
    source = "Xu, Wang, Chen and Li 2015")
public record Rrelu(
    @Param(help = "smallest slope for negative inputs") double lower,
    @Param(help = "largest slope for negative inputs") double upper)
    implements BatchActivation {
  /**
   * Checks the order of the bounds.
   *
   * @throws IllegalArgumentException if lower is above upper
   */
  public Rrelu {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "lower must be at most upper, got lower %s and upper %s. Swap them."
              .formatted(lower, upper));
    }
  }

  /** PyTorch's defaults: slopes from 1/8 to 1/3. */
  public Rrelu() {
    this(1 / 8.0, 1 / 3.0);
  }

  @Override
  public String initializer() {
    return "he-normal";
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
    scale(x, x, y, training, seed, firstRow);
  }

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
    scale(x, dy, dx, training, seed, firstRow);
  }

  /** out = in times the slopes at x; forward is the case in = x. */
  private void scale(Rows x, Rows in, Rows out, boolean training, long seed, long firstRow) {
    for (int r = 0; r < x.count(); r++) {
      long stream = Chance.stream(seed, firstRow + r);
      for (int j = 0; j < x.width(); j++) {
        double share = training ? Chance.uniform(stream, j) : 0.5;
        double slope = x.get(r, j) > 0 ? 1 : lower + share * (upper - lower);
        out.data()[out.at(r) + j] = (float) (slope * in.get(r, j));
      }
    }
  }
}
