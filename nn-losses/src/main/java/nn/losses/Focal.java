package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * Cross-entropy that turns away from what is already right: -alpha sum_j t_j (1 - p_j)^gamma ln
 * p_j. The derivative with respect to ln p_j is alpha t_j (1 - p_j)^gamma (gamma p_j ln p_j / (1 -
 * p_j) - 1). A p of 0 counts as the smallest normal float.
 *
 * @param targets how a row says which class is right
 * @param gamma how fast the interest in rows that are nearly right fades; 0 is cross-entropy
 * @param alpha a factor on the whole loss
 */
@Named(
    aliases = "categorical-focal",
    summary = "Cross-entropy that spends its effort on the hard rows.",
    formula = "-alpha sum_j t_j (1 - p_j)^gamma ln p_j",
    source = "Lin and others 2017; Keras 3 CategoricalFocalCrossentropy")
public record Focal(
    @Param(help = "index: a class number per row; one-hot: one number per class") Targets targets,
    @Param(min = 0, help = "how fast easy rows fade; 0 is cross-entropy") double gamma,
    @Param(min = 0, max = 1, help = "factor on the whole loss") double alpha)
    implements OnProbabilities {
  /** Keras's defaults, gamma 2 and alpha 0.25, with class numbers. */
  public Focal() {
    this(Targets.INDEX, 2, 0.25);
  }

  @Override
  public double cost(double logP, double notP) {
    return -alpha * StrictMath.pow(notP, gamma) * logP;
  }

  @Override
  public double slope(double logP, double notP) {
    // At p = 1 the ratio tends to -1.
    double ratio = notP == 0 ? -1 : logP / notP;
    double growth = gamma * StrictMath.exp(logP) * ratio;
    return alpha * StrictMath.pow(notP, gamma) * (growth - 1);
  }
}
