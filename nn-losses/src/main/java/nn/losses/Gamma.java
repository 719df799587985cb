package nn.losses;

import nn.api.Named;

/**
 * Half the gamma deviance, for positive amounts whose spread grows with their size, such as the
 * cost of one claim: ln(p / t) + t / p - 1, averaged over a row's outputs, with derivative (p - t)
 * / p^2. It is {@link Deviance} at power 2.
 *
 * <p>It is half of scikit-learn's {@code mean_gamma_deviance}, 0 at p = t; scikit-learn's {@code
 * HalfGammaLoss} leaves out the part that only t decides. A target below the smallest normal float
 * counts as that. Fused with the exponential it is z - ln t + t e^-z - 1, which overflows to
 * infinity where e^-z itself does.
 */
@Named(
    aliases = "gamma-deviance",
    summary = "For positive amounts whose spread grows with their size, such as costs.",
    formula = "ln(p / t) + t / p - 1",
    source = "scikit-learn HalfGammaLoss, mean_gamma_deviance / 2")
public record Gamma() implements Deviance {
  @Override
  public double power() {
    return 2;
  }
}
