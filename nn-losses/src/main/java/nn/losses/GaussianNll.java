package nn.losses;

import java.util.Locale;
import nn.api.Named;
import nn.api.Param;
import nn.api.RowLoss;

/**
 * The surprise at numbers t of which the network predicts a mean m and a variance v each: (ln v +
 * (m - t)^2 / v) / 2, averaged over the targets. A row of predictions holds all means and then all
 * variances, so the network has two outputs per target.
 *
 * <p>The derivatives are (m - t) / v and (1 - (m - t)^2 / v) / (2 v). A variance below {@code
 * epsilon} counts as epsilon in both; as in PyTorch its derivative there is not 0, so a variance
 * that fell too low finds its way up. Use the output activation {@code mean-and-variance}, which
 * leaves means alone and makes variances positive.
 *
 * @param epsilon the smallest variance; PyTorch's default 1e-6
 */
// The gradient may be null, but Maven's reader of module-info cannot parse "float @Nullable []" in
// a class that it provides (qdox issue 219).
@SuppressWarnings("NullAway")
@Named(
    summary = "Learns a number and how uncertain it is: a mean and a variance per target.",
    formula = "(ln v + (m - t)^2 / v) / 2",
    source = "Nix and Weigend 1994; PyTorch GaussianNLLLoss")
public record GaussianNll(
    @Param(min = 1e-12, log = true, help = "smallest variance") double epsilon) implements RowLoss {
  /** PyTorch's default: epsilon 1e-6. */
  public GaussianNll() {
    this(1e-6);
  }

  @Override
  public int targetWidth(int predictionWidth) {
    return predictionWidth / 2;
  }

  @Override
  public int predictionWidth(int targetWidth) {
    return 2 * targetWidth;
  }

  @Override
  public String output() {
    return "mean-and-variance";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the width is odd
   */
  @Override
  public double row(float[] p, int at, int width, float[] target, int targetAt, float[] gradient) {
    check(width);
    int targets = width / 2;
    double sum = 0;
    for (int j = 0; j < targets; j++) {
      double variance = Math.max(epsilon, p[at + targets + j]);
      double miss = (double) p[at + j] - target[targetAt + j];
      double ratio = miss / variance;
      sum += (StrictMath.log(variance) + miss * ratio) / 2;
      if (gradient != null) {
        gradient[at + j] = (float) (ratio / targets);
        gradient[at + targets + j] = (float) ((1 / variance - ratio * ratio) / 2 / targets);
      }
    }
    return sum / targets;
  }

  private static void check(int width) {
    if (width % 2 != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "gaussian-nll needs two outputs per target, its mean and its variance, but a row has"
                  + " %d; give the network an even number of outputs.",
              width));
    }
  }
}
