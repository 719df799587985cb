package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * Cross-entropy on logarithms of probabilities: -sum_j t_j p_j, which for a class number is the
 * negative of its log-probability; the derivative is -t_j. Fused with log-softmax it is {@link
 * CrossEntropy} fused with softmax. A row whose class number is {@code ignored} has loss 0,
 * gradient 0 and weight 0.
 *
 * @param targets how a row says which class is right
 * @param ignored the class number of rows to leave out; PyTorch's {@code ignore_index}
 */
@Named(
    value = "nll",
    aliases = "negative-log-likelihood",
    summary = "Surprise at the right class, for outputs that are log-probabilities.",
    formula = "-sum_j t_j p_j, p_j the log-probability",
    source = "PyTorch NLLLoss")
public record NegativeLogLikelihood(
    @Param(help = "index: a class number per row; one-hot: one number per class") Targets targets,
    @Param(help = "class number of rows to leave out") int ignored)
    implements OnLogProbabilities {
  /** PyTorch's defaults: class numbers, -100 is ignored. */
  public NegativeLogLikelihood() {
    this(Targets.INDEX, -100);
  }

  @Override
  public boolean ignores(float number) {
    return targets == Targets.INDEX && number == ignored;
  }
}
