package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * Between cross-entropy, q = 0, and one minus the probability of the right class, q = 1, which
 * wrong labels mislead less: sum_j t_j (1 - p_j^q) / q, with derivative -t_j p_j^(q-1). A p of 0
 * counts as the smallest normal float. For targets other than 0 and 1 it is the expectation over
 * the classes; Keras takes class numbers only.
 *
 * @param targets how a row says which class is right
 * @param q how little a class that is deemed impossible counts
 */
@Named(
    summary = "Cross-entropy that wrong labels mislead less.",
    formula = "(1 - p^q) / q, p the probability of the right class",
    source = "Zhang and Sabuncu 2018; Keras 3 CategoricalGeneralizedCrossEntropy")
public record GeneralizedCrossEntropy(
    @Param(help = "index: a class number per row; one-hot: one number per class") Targets targets,
    @Param(min = 0, max = 1, help = "0: cross-entropy; 1: robust as the absolute error") double q)
    implements OnProbabilities {
  /** Keras's default q, 0.5, with class numbers. */
  public GeneralizedCrossEntropy() {
    this(Targets.INDEX, 0.5);
  }

  @Override
  public double cost(double logP, double notP) {
    return q == 0 ? -logP : -StrictMath.expm1(q * logP) / q;
  }

  @Override
  public double slope(double logP, double notP) {
    return -StrictMath.exp(q * logP);
  }
}
