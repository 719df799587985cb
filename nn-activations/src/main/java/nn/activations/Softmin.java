package nn.activations;

import nn.api.Kernels;
import nn.api.Named;
import nn.api.Range;
import nn.api.Reads;
import nn.api.RowActivation;
import nn.api.Rows;

/**
 * {@link Softmax} of the negative scores, for scores that are costs: y_j = exp(-x_j) / sum_k
 * exp(-x_k), dx_j = -y_j (dy_j - sum_k dy_k y_k). One NaN makes its row NaN.
 */
@Named(
    summary = "Turns the costs of a row into probabilities: the smallest gets the most.",
    formula = "exp(-x_j) / sum_k exp(-x_k)",
    source = "PyTorch Softmin over the last dimension")
public record Softmin() implements RowActivation {
  private static final Softmax SOFTMAX = new Softmax();

  @Override
  public Range range() {
    return Range.SIMPLEX;
  }

  @Override
  public Reads reads() {
    return Reads.OUTPUT;
  }

  @Override
  public void forwardRow(float[] x, float[] y, int at, int width) {
    negate(x, y, at, at + width);
    SOFTMAX.forwardRow(y, y, at, width);
  }

  @Override
  public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
    SOFTMAX.backwardRow(x, y, dy, dx, at, width);
    negate(dx, dx, at, at + width);
  }

  @Override
  public void forward(Rows x, Rows y, int from, int to, Kernels kernels) {
    negate(x.data(), y.data(), y.at(from), y.at(to));
    SOFTMAX.forward(y, y, from, to, kernels);
  }

  private static void negate(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = -x[i];
    }
  }
}
