package nn.losses;

import nn.api.RowLoss;
import org.jspecify.annotations.Nullable;

/**
 * A loss over pairs of a right class j and a wrong class i: the right score should lead by a
 * margin. sum_j sum_i t_j (1 - t_i) max(0, margin - p_j + p_i)^power / C, for C classes. At a kink,
 * where the lead is the margin, the derivative is 0.
 */
interface Pairs extends RowLoss {
  /** How a target row says which classes are right. */
  Targets targets();

  /** The lead that is enough. */
  double margin();

  /** 1, or 2 for the square. */
  int power();

  @Override
  default int targetWidth(int predictionWidth) {
    return targets().width(predictionWidth);
  }

  @Override
  default double row(
      float[] prediction,
      int at,
      int width,
      float[] target,
      int targetAt,
      float @Nullable [] gradient) {
    targets().check(target[targetAt], width, "");
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double right = targets().share(target, targetAt, j);
      for (int i = 0; right != 0 && i < width; i++) {
        double share = i == j ? 0 : right * (1 - targets().share(target, targetAt, i));
        double lack = lack(prediction[at + j], prediction[at + i]);
        sum += share * (power() == 1 ? lack : lack * lack);
      }
      if (gradient != null) {
        gradient[at + j] = (float) (slope(prediction, at, width, target, targetAt, j) / width);
      }
    }
    return sum / width;
  }

  /** Width times the derivative with respect to prediction k. */
  private double slope(float[] prediction, int at, int width, float[] target, int targetAt, int k) {
    double own = targets().share(target, targetAt, k);
    double p = prediction[at + k];
    double sum = 0;
    for (int i = 0; i < width; i++) {
      if (i != k) {
        double t = targets().share(target, targetAt, i);
        double other = prediction[at + i];
        sum += (1 - own) * t * push(lack(other, p)) - own * (1 - t) * push(lack(p, other));
      }
    }
    return sum;
  }

  private double lack(double right, double wrong) {
    return Math.max(0, margin() - right + wrong);
  }

  private double push(double lack) {
    return power() == 1 ? Math.signum(lack) : 2 * lack;
  }
}
