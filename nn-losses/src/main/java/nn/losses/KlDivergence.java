package nn.losses;

import nn.api.Named;

/**
 * How far the predicted distribution is from that of the target: sum_j t_j (ln t_j - p_j), where
 * the prediction p_j is a log-probability and t_j a probability; the derivative is -t_j. A target
 * of 0 adds nothing. It is the sum over the classes, PyTorch's {@code batchmean} once the trainer
 * has averaged over rows. {@link NegativeLogLikelihood} less the targets' entropy.
 */
// The gradient may be null; see GaussianNll.
@SuppressWarnings("NullAway")
@Named(
    aliases = "kl",
    summary = "Distance from the target's distribution, for outputs that are log-probabilities.",
    formula = "sum_j t_j (ln t_j - p_j), p_j the log-probability",
    source = "PyTorch KLDivLoss, batchmean")
public record KlDivergence() implements OnLogProbabilities {
  @Override
  public Targets targets() {
    return Targets.ONE_HOT;
  }

  @Override
  public double row(float[] p, int at, int width, float[] target, int targetAt, float[] gradient) {
    return OnLogProbabilities.super.row(p, at, width, target, targetAt, gradient)
        - entropy(target, targetAt, width);
  }

  @Override
  public double fusedRow(
      float[] z, int at, int width, float[] target, int targetAt, float[] gradient) {
    return OnLogProbabilities.super.fusedRow(z, at, width, target, targetAt, gradient)
        - entropy(target, targetAt, width);
  }

  private static double entropy(float[] target, int at, int width) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      sum -= target[i] == 0 ? 0 : target[i] * StrictMath.log(target[i]);
    }
    return sum;
  }
}
