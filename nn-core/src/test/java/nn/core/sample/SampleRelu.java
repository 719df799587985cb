package nn.core.sample;

import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Range;

/** max(0, x). */
@Named(value = "relu", summary = "Cuts off what is negative.", formula = "max(0, x)")
public record SampleRelu() implements ElementwiseActivation {
  @Override
  public String initializer() {
    return "he-normal";
  }

  @Override
  public Range range() {
    return Range.NON_NEGATIVE;
  }

  @Override
  public double value(double x) {
    return Math.max(0, x);
  }

  @Override
  public double derivative(double x) {
    return x > 0 ? 1 : 0;
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }
}
