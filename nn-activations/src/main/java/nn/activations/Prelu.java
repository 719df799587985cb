package nn.activations;

import nn.api.Named;
import nn.api.Param;
import nn.api.ParametricActivation;

/**
 * A leaky rectifier that learns its slope a: f(x, a) = x for x > 0, a x elsewhere; df/dx = 1 for x
 * > 0, a elsewhere; df/da = min(0, x).
 *
 * <p>One slope per unit unless shared. PyTorch's default is one per layer ({@code
 * num_parameters=1}), which is {@code prelu(shared=true)} here. The slope does not decay, as the
 * paper advises.
 *
 * <p>Source: He, Zhang, Ren, Sun: Delving deep into rectifiers (ICCV 2015).
 *
 * @param initial the slope at the start; PyTorch's default 0.25
 * @param shared whether the units of a layer share one slope
 */
@Named(
    value = "prelu",
    summary = "A leaky rectifier that learns the slope for negative numbers.",
    formula = "x if x > 0, else a x, with a learned",
    source = "He, Zhang, Ren and Sun 2015")
public record Prelu(
    @Param(min = 0, max = 1, help = "slope for negative inputs at the start") double initial,
    @Param(help = "one slope per layer instead of one per unit") boolean shared)
    implements ParametricActivation {
  /** The paper's choice: one slope per unit, starting at 0.25. */
  public Prelu() {
    this(0.25, false);
  }

  @Override
  public String initializer() {
    return "he-normal";
  }

  @Override
  public double value(double x, double a) {
    return x > 0 ? x : a * x;
  }

  @Override
  public double derivative(double x, double a) {
    return x > 0 ? 1 : a;
  }

  @Override
  public double parameterDerivative(double x, double a) {
    return Math.min(0, x);
  }

  @Override
  public double initialParameter() {
    return initial;
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }
}
