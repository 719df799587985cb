package nn.core.sample;

import java.util.Optional;
import nn.api.Link;
import nn.api.Named;
import nn.api.Range;
import nn.api.Reads;
import nn.api.RowActivation;

/** y_j = e^x_j / sum_k e^x_k over the row. */
@Named(
    value = "softmax",
    summary = "Turns a row into probabilities.",
    formula = "e^x_j / sum e^x_k")
public record SampleSoftmax() implements RowActivation {
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
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < width; j++) {
      most = Math.max(most, x[at + j]);
    }
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double e = StrictMath.exp(x[at + j] - most);
      y[at + j] = (float) e;
      sum += e;
    }
    for (int j = 0; j < width; j++) {
      y[at + j] = (float) (y[at + j] / sum);
    }
  }

  @Override
  public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
    double dot = 0;
    for (int j = 0; j < width; j++) {
      dot += (double) dy[at + j] * y[at + j];
    }
    for (int j = 0; j < width; j++) {
      dx[at + j] = (float) (y[at + j] * (dy[at + j] - dot));
    }
  }
}
