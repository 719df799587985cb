package nn.activations;

import java.util.Optional;
import nn.api.Kernels;
import nn.api.Link;
import nn.api.Named;
import nn.api.Range;
import nn.api.Reads;
import nn.api.RowActivation;
import nn.api.Rows;

/**
 * Turns a row of scores into probabilities: y_j = exp(x_j) / sum_k exp(x_k), dx_j = y_j (dy_j -
 * sum_k dy_k y_k). The row's maximum is subtracted first, so nothing overflows; sums run in double.
 * One NaN makes its row NaN.
 *
 * <p>Each row depends on itself alone: any division of the rows into calls gives the same bits.
 */
@Named(
    summary = "Turns the scores of a row into probabilities that add up to 1.",
    formula = "exp(x_j) / sum_k exp(x_k)",
    source = "PyTorch Softmax over the last dimension")
public record Softmax() implements RowActivation {
  @Override
  public Optional<Link> link() {
    return Optional.of(Link.SOFTMAX);
  }

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
    shift(x, y, at, width);
    for (int i = at; i < at + width; i++) {
      y[i] = (float) StrictMath.exp(y[i]);
    }
    normalize(y, at, width);
  }

  @Override
  public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
    double mean = 0;
    for (int i = at; i < at + width; i++) {
      mean = Math.fma(dy[i], (double) y[i], mean);
    }
    for (int i = at; i < at + width; i++) {
      dx[i] = (float) (y[i] * (dy[i] - mean));
    }
  }

  @Override
  public void forward(Rows x, Rows y, int from, int to, Kernels kernels) {
    for (int r = from; r < to; r++) {
      shift(x.data(), y.data(), x.at(r), x.width());
    }
    kernels.exp(y.data(), y.at(from), y.data(), y.at(from), (to - from) * y.width());
    for (int r = from; r < to; r++) {
      normalize(y.data(), y.at(r), y.width());
    }
  }

  static void shift(float[] x, float[] y, int at, int width) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = at; i < at + width; i++) {
      max = Math.max(max, x[i]);
    }
    for (int i = at; i < at + width; i++) {
      y[i] = x[i] - max;
    }
  }

  private static void normalize(float[] y, int at, int width) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum += y[i];
    }
    for (int i = at; i < at + width; i++) {
      y[i] = (float) (y[i] / sum);
    }
  }
}
