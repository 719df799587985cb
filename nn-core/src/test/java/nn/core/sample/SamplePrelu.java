package nn.core.sample;

import nn.api.Named;
import nn.api.Param;
import nn.api.ParametricActivation;

/** x where x is positive, a x elsewhere; a is learned. */
@Named(value = "prelu", summary = "Learns its slope for negative inputs.", formula = "x or a x")
public record SamplePrelu(
    @Param(min = -1, max = 1, help = "starting slope") double start, boolean shared)
    implements ParametricActivation {
  public SamplePrelu() {
    this(0.25, false);
  }

  @Override
  public double initialParameter() {
    return start;
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
    return x > 0 ? 0 : x;
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }
}
