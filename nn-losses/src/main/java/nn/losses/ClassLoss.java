package nn.losses;

import nn.api.FusedLoss;
import nn.api.RowLoss;
import org.jspecify.annotations.Nullable;

/**
 * A loss of the form sum_j t_j cost(ln p_j), where p is a row of probabilities and t says which
 * class is right.
 *
 * <p>On the scores z before softmax or its logarithm, d loss / d z_k = t_k slope_k (1 - p_k) - p_k
 * sum over the other j of t_j slope_j. It is written so that a loss and a gradient near 0 keep
 * their digits however large the scores are.
 */
interface ClassLoss extends RowLoss, FusedLoss {
  /** How a target row says which class is right. */
  Targets targets();

  /** Loss of a right class with this log-probability; notP is 1 - p with all its digits. */
  double cost(double logP, double notP);

  /** Derivative of {@link #cost} with respect to ln p. */
  double slope(double logP, double notP);

  /** Loss of one row of predictions, whose target is valid. */
  double plainRow(
      float[] prediction,
      int at,
      int width,
      float[] target,
      int targetAt,
      float @Nullable [] gradient);

  /** t_j: how much of the target falls on class j. */
  default double share(float[] target, int targetAt, int j, int classes) {
    return targets().share(target, targetAt, j);
  }

  /** Whether the row with this first target number is left out. */
  default boolean ignores(float number) {
    return false;
  }

  @Override
  default int targetWidth(int predictionWidth) {
    return targets().width(predictionWidth);
  }

  @Override
  default double rowWeight(float[] target, int at, int width) {
    return ignores(target[at]) ? 0 : 1;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the target is not a class number
   */
  @Override
  default double row(
      float[] prediction,
      int at,
      int width,
      float[] target,
      int targetAt,
      float @Nullable [] gradient) {
    return counts(target[targetAt], at, width, gradient)
        ? plainRow(prediction, at, width, target, targetAt, gradient)
        : 0;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the target is not a class number
   */
  @Override
  default double fusedRow(
      float[] z, int at, int width, float[] target, int targetAt, float @Nullable [] gradient) {
    if (!counts(target[targetAt], at, width, gradient)) {
      return 0;
    }
    int top = Scores.top(z, at, width);
    double others = Scores.others(z, at, width, top);
    double log = StrictMath.log1p(others);
    double sum = 0;
    double pull = 0;
    for (int j = 0; j < width; j++) {
      double t = share(target, targetAt, j, width);
      // A class that has no share may have the score -infinity.
      double logP = t == 0 ? -log : Scores.logP(z, at + j, top, log);
      double notP = t == 0 ? 1 : Scores.notP(z, at + j, top, others);
      sum += t * cost(logP, notP);
      pull += t * slope(logP, notP);
    }
    if (gradient != null) {
      for (int k = 0; k < width; k++) {
        double t = share(target, targetAt, k, width);
        double notP = t == 0 ? 1 : Scores.notP(z, at + k, top, others);
        double own = t == 0 ? 0 : t * slope(Scores.logP(z, at + k, top, log), notP);
        double held = t == 0 ? 0 : own * notP;
        double p = Scores.p(z, at + k, top, others);
        gradient[at + k] = (float) (held - (pull - own) * p);
      }
    }
    return sum;
  }

  /** Whether the row counts; if not, its gradient is set to 0. */
  private boolean counts(float number, int at, int width, float @Nullable [] gradient) {
    if (!ignores(number)) {
      targets().check(number, width, ", or use targets=one-hot for rows of probabilities");
      return true;
    }
    for (int i = at; gradient != null && i < at + width; i++) {
      gradient[i] = 0;
    }
    return false;
  }
}
