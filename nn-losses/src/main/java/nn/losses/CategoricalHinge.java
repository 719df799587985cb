package nn.losses;

import nn.api.Named;
import nn.api.RowLoss;

/**
 * What the right class lacks to a lead of 1 over the best of the others: max(0, 1 + max_j (1 - t_j)
 * p_j - sum_j t_j p_j), for scores p and a target row t with a 1 among zeros. As in Keras, the
 * right class takes part in the inner maximum with 0. The derivative is 1 at that maximum, the
 * first of equals, and -t_j at the right class; 0 where nothing is lacking.
 */
// The gradient may be null; see GaussianNll.
@SuppressWarnings("NullAway")
@Named(
    summary = "What the right class lacks to a lead of 1 over the best of the others.",
    formula = "max(0, 1 + max_j (1 - t_j) p_j - sum_j t_j p_j)",
    source = "Keras 3 CategoricalHinge")
public record CategoricalHinge() implements RowLoss {
  @Override
  public double row(float[] p, int at, int width, float[] target, int targetAt, float[] gradient) {
    double right = 0;
    double wrong = Double.NEGATIVE_INFINITY;
    int best = 0;
    for (int j = 0; j < width; j++) {
      double t = target[targetAt + j];
      right += t * p[at + j];
      double rival = (1 - t) * p[at + j];
      best = rival > wrong ? j : best;
      wrong = Math.max(wrong, rival);
    }
    double loss = Math.max(0, 1 + wrong - right);
    if (gradient != null) {
      for (int j = 0; j < width; j++) {
        double t = target[targetAt + j];
        gradient[at + j] = (float) (Math.signum(loss) * ((j == best ? 1 - t : 0) - t));
      }
    }
    return loss;
  }
}
