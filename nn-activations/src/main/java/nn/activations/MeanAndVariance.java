package nn.activations;

import nn.api.Named;
import nn.api.Reads;
import nn.api.RowActivation;

/**
 * The output activation for the loss gaussian-nll: the first half of a row, the means, stays as it is;
 * the second half, the variances, becomes softplus(x) = ln(1 + e^x), with derivative 1 / (1 +
 * e^-x). Of an odd row the middle number is a variance.
 */
@Named(
    summary = "Means and, made positive, as many variances: the output for gaussian-nll.",
    formula = "x in the first half of a row, ln(1 + exp(x)) in the second",
    source = "Nix and Weigend 1994, with softplus for exp")
public record MeanAndVariance() implements RowActivation {
  private static final Softplus SOFTPLUS = new Softplus();

  @Override
  public Reads reads() {
    return Reads.INPUT;
  }

  @Override
  public void forwardRow(float[] x, float[] y, int at, int width) {
    int middle = at + width / 2;
    System.arraycopy(x, at, y, at, width / 2);
    for (int i = middle; i < at + width; i++) {
      y[i] = (float) SOFTPLUS.value(x[i]);
    }
  }

  @Override
  public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
    int middle = at + width / 2;
    System.arraycopy(dy, at, dx, at, width / 2);
    for (int i = middle; i < at + width; i++) {
      dx[i] = (float) (dy[i] * SOFTPLUS.derivative(x[i]));
    }
  }
}
