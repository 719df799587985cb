package nn.activations;

import nn.api.Named;
import nn.api.Param;
import nn.api.ParametricActivation;

/**
 * Silu with a learned sharpness a, the paper's beta: f(x, a) = x s(a x), where s is the logistic
 * function; df/dx = s(a x) + a x s'(a x), df/da = x^2 s'(a x), s' = s (1 - s). For a = 1 it is
 * {@link Silu}, for a = 0 half of x, for large a {@link Relu}. For a > 0 minus infinity gives 0 and
 * infinity infinity.
 *
 * <p>Source: Ramachandran, Zoph, Le: Searching for activation functions (arXiv 1710.05941, 2017).
 *
 * @param initial the sharpness at the start; 1 as in the paper
 * @param shared whether the units of a layer share one sharpness
 */
@Named(
    summary = "A smooth rectifier that learns how sharp its corner is.",
    formula = "x / (1 + exp(-a x)), with a learned",
    source = "Ramachandran, Zoph and Le 2017")
public record Swish(
    @Param(min = 0, max = 10, help = "sharpness at the start") double initial,
    @Param(help = "one sharpness per layer instead of one per unit") boolean shared)
    implements ParametricActivation {
  /** The paper's start: one sharpness per unit, starting at 1. */
  public Swish() {
    this(1, false);
  }

  @Override
  public String initializer() {
    return "he-normal";
  }

  @Override
  public double value(double x, double a) {
    return SelfGate.value(x, Logistic.cdf(a * x));
  }

  @Override
  public double derivative(double x, double a) {
    return SelfGate.derivative(x, Logistic.cdf(a * x), a * Logistic.density(a * x));
  }

  @Override
  public double parameterDerivative(double x, double a) {
    return SelfGate.value(x * x, Logistic.density(a * x));
  }

  @Override
  public double initialParameter() {
    return initial;
  }
}
