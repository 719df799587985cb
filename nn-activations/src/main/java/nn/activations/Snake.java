package nn.activations;

import nn.api.Named;
import nn.api.Param;
import nn.api.ParametricActivation;

/**
 * A rising line with ripples of learned frequency a, for what grows and repeats itself: f(x, a) = x
 * + sin(a x)^2 / a; df/dx = 1 + sin(2 a x), df/da = x sin(2 a x) / a - sin(a x)^2 / a^2. At a = 0
 * these are the limits x, 1 and x^2. It has no limits: unless a is 0, both infinities give NaN.
 *
 * <p>Source: Ziyin, Hartwig, Ueda: Neural networks fail to learn periodic functions and how to fix
 * it (NeurIPS 2020).
 *
 * @param initial the frequency at the start; 1, while the paper varies it from 0.2 to 50
 * @param shared whether the units of a layer share one frequency
 */
@Named(
    summary = "A rising line with ripples, for what grows and repeats itself.",
    formula = "x + sin(a x)^2 / a, with a learned",
    source = "Ziyin, Hartwig and Ueda 2020")
public record Snake(
    @Param(min = 0, help = "frequency of the ripples at the start") double initial,
    @Param(help = "one frequency per layer instead of one per unit") boolean shared)
    implements ParametricActivation {
  /** One frequency per unit, starting at 1. */
  public Snake() {
    this(1, false);
  }

  @Override
  public double value(double x, double a) {
    double sine = StrictMath.sin(a * x);
    return a == 0 ? x : x + sine * sine / a;
  }

  @Override
  public double derivative(double x, double a) {
    return 1 + StrictMath.sin(2 * a * x);
  }

  @Override
  public double parameterDerivative(double x, double a) {
    double ripple = StrictMath.sin(a * x) / a;
    return a == 0 ? x * x : x * StrictMath.sin(2 * a * x) / a - ripple * ripple;
  }

  @Override
  public double initialParameter() {
    return initial;
  }
}
