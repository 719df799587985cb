package nn.activations;

import nn.api.Named;
import nn.api.Range;
import nn.api.Reads;
import nn.api.RowActivation;

/**
 * Turns scores into probabilities of which many are exactly 0: the point of the simplex nearest to
 * x, y_j = max(0, x_j - t), with the t that makes them add up to 1. Over the support S, where y_j >
 * 0, dx_j = dy_j - mean of dy over S; elsewhere 0. Where a score equals t the derivative jumps.
 *
 * <p>The t is found without sorting, by dropping the scores below the mean excess until none is
 * left to drop; that takes at most as many rounds as there are scores, usually a few. The row's
 * maximum is subtracted first; sums run in double. One NaN makes its row NaN.
 *
 * <p>Source: Martins, Astudillo: From softmax to sparsemax (ICML 2016); the search is Michelot's
 * (J. Optim. Theory Appl. 50, 1986).
 */
@Named(
    summary = "Turns the scores of a row into probabilities of which many are exactly 0.",
    formula = "max(0, x_j - t), t such that the row adds up to 1",
    source = "Martins and Astudillo 2016")
public record Sparsemax() implements RowActivation {
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
    double max = Double.NEGATIVE_INFINITY;
    for (int i = at; i < at + width; i++) {
      max = Math.max(max, x[i]);
    }
    double threshold = threshold(x, max, at, width);
    for (int i = at; i < at + width; i++) {
      y[i] = (float) Math.max(0, x[i] - max - threshold);
    }
  }

  /** The t for x - max; at least -1, since the largest score alone gets no more than 1. */
  private static double threshold(float[] x, double max, int at, int width) {
    double threshold = -1;
    int before;
    int kept = width + 1;
    do {
      before = kept;
      kept = 0;
      double sum = 0;
      for (int i = at; i < at + width; i++) {
        double score = x[i] - max;
        if (score > threshold) {
          sum += score;
          kept++;
        }
      }
      threshold = (sum - 1) / kept;
    } while (kept < before);
    return threshold;
  }

  @Override
  public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
    double sum = 0;
    int support = 0;
    for (int i = at; i < at + width; i++) {
      if (y[i] != 0) {
        sum += dy[i];
        support++;
      }
    }
    for (int i = at; i < at + width; i++) {
      dx[i] = y[i] == 0 ? 0 : (float) (dy[i] - sum / support);
    }
  }
}
