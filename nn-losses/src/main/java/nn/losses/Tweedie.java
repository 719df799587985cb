package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * Half the Tweedie deviance, for amounts that are often exactly 0, such as the claims on a policy
 * in a year: {@link Deviance} with a power between 1, Poisson, and 2, gamma. Averaged over a row's
 * outputs.
 *
 * <p>It is half of scikit-learn's {@code mean_tweedie_deviance}, 0 at p = t; scikit-learn's {@code
 * HalfTweedieLoss} leaves out the part that only t decides. A negative target counts as 0. Large
 * scores overflow to infinity where e^z itself does.
 *
 * @param power the exponent by which the variance grows with the mean; scikit-learn's default 1.5
 */
@Named(
    summary = "For amounts that are often exactly 0, such as insurance claims.",
    formula = "t^(2-k) / ((1-k) (2-k)) - t p^(1-k) / (1-k) + p^(2-k) / (2-k), with k = power",
    source = "scikit-learn HalfTweedieLoss, mean_tweedie_deviance / 2")
public record Tweedie(
    @Param(min = 1, max = 2, help = "1: Poisson, 2: gamma, between: amounts with zeros")
        double power)
    implements Deviance {
  /** Scikit-learn's default: power 1.5. */
  public Tweedie() {
    this(1.5);
  }
}
