package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;

/**
 * The sine, for what repeats itself: f(x) = sin x, f'(x) = cos x. It has no limits: both infinities
 * give NaN.
 *
 * <p>Source: Sitzmann and others: Implicit neural representations with periodic activation
 * functions (NeurIPS 2020); their factor omega_0 belongs to the weights here.
 */
@Named(
    aliases = "sin",
    summary = "The sine, for what repeats itself.",
    formula = "sin(x)",
    source = "Sitzmann and others 2020")
public record Sine() implements ElementwiseActivation {
  @Override
  public double value(double x) {
    return StrictMath.sin(x);
  }

  @Override
  public double derivative(double x) {
    return StrictMath.cos(x);
  }
}
