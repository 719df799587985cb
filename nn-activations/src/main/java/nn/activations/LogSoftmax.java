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
 * The logarithm of {@link Softmax}, without its underflow: y_j = x_j - ln sum_k exp(x_k), dx_j =
 * dy_j - exp(y_j) sum_k dy_k. The row's maximum is subtracted first; sums run in double. One NaN
 * makes its row NaN.
 */
@Named(
    summary = "Turns the scores of a row into logarithms of probabilities.",
    formula = "x_j - ln(sum_k exp(x_k))",
    source = "PyTorch LogSoftmax over the last dimension")
public record LogSoftmax() implements RowActivation {
  @Override
  public Optional<Link> link() {
    return Optional.of(Link.LOG_SOFTMAX);
  }

  @Override
  public Range range() {
    return Range.LOG_SIMPLEX;
  }

  @Override
  public Reads reads() {
    return Reads.OUTPUT;
  }

  @Override
  public void forwardRow(float[] x, float[] y, int at, int width) {
    Softmax.shift(x, y, at, width);
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum += StrictMath.exp(y[i]);
    }
    subtract(StrictMath.log(sum), y, at, width);
  }

  @Override
  public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
    double total = sum(dy, at, width);
    for (int i = at; i < at + width; i++) {
      dx[i] = (float) (dy[i] - StrictMath.exp(y[i]) * total);
    }
  }

  @Override
  public void forward(Rows x, Rows y, int from, int to, Kernels kernels) {
    for (int r = from; r < to; r++) {
      Softmax.shift(x.data(), y.data(), x.at(r), x.width());
    }
    float[] e = exp(y, from, to, kernels);
    for (int r = from; r < to; r++) {
      double sum = sum(e, y.at(r), y.width());
      subtract(StrictMath.log(sum), y.data(), y.at(r), y.width());
    }
  }

  @Override
  public void backward(Rows x, Rows y, Rows dy, Rows dx, int from, int to, Kernels kernels) {
    float[] p = exp(y, from, to, kernels);
    for (int r = from; r < to; r++) {
      double total = sum(dy.data(), dy.at(r), dy.width());
      for (int i = y.at(r); i < y.at(r + 1); i++) {
        dx.data()[i] = (float) (dy.data()[i] - p[i] * total);
      }
    }
  }

  private static float[] exp(Rows y, int from, int to, Kernels kernels) {
    float[] e = kernels.scratch(0, y.at(to));
    kernels.exp(y.data(), y.at(from), e, y.at(from), y.at(to) - y.at(from));
    return e;
  }

  private static double sum(float[] numbers, int at, int width) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum += numbers[i];
    }
    return sum;
  }

  private static void subtract(double amount, float[] y, int at, int width) {
    for (int i = at; i < at + width; i++) {
      y[i] = (float) (y[i] - amount);
    }
  }
}
