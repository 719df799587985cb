package nn.core.sample;

import nn.api.BatchActivation;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Rows;

/** y_j = x_j sigmoid(x_{j + n}): the second half of a row of 2 n gates the first. */
@Named(value = "glu", summary = "One half gates the other.", formula = "a sigmoid(b)")
public record SampleGlu() implements BatchActivation {
  @Override
  public int outputWidth(int inputWidth) {
    if (inputWidth % 2 != 0) {
      throw new IllegalArgumentException("glu needs an even number of units, got " + inputWidth);
    }
    return inputWidth / 2;
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
    for (int r = 0; r < x.count(); r++) {
      for (int j = 0; j < y.width(); j++) {
        y.data()[y.at(r) + j] = (float) (x.get(r, j) * sigmoid(x.get(r, j + y.width())));
      }
    }
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
    int n = dy.width();
    for (int r = 0; r < x.count(); r++) {
      for (int j = 0; j < n; j++) {
        double gate = sigmoid(x.get(r, j + n));
        double g = dy.get(r, j);
        dx.data()[dx.at(r) + j] = (float) (g * gate);
        dx.data()[dx.at(r) + j + n] = (float) (g * x.get(r, j) * gate * (1 - gate));
      }
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
