package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Range;

/**
 * A bump around 0: f(x) = e^(-x^2), f'(x) = -2 x e^(-x^2). Both infinities give 0.
 *
 * <p>Source: Ramasinghe, Lucey: Beyond periodicity, towards a unifying framework for activations in
 * coordinate-MLPs (ECCV 2022), with a width of 1.
 */
@Named(
    summary = "A bump: 1 at 0, nearly 0 from 3 on both sides.",
    formula = "exp(-x^2)",
    source = "Ramasinghe and Lucey 2022")
public record Gaussian() implements ElementwiseActivation {
  @Override
  public Range range() {
    return Range.UNIT;
  }

  @Override
  public double value(double x) {
    return StrictMath.exp(-x * x);
  }

  @Override
  public double derivative(double x) {
    double y = value(x);
    return y == 0 ? 0 : -2 * x * y;
  }
}
