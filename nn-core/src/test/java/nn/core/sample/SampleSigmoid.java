package nn.core.sample;

import java.util.Optional;
import nn.api.ElementwiseActivation;
import nn.api.Link;
import nn.api.Named;
import nn.api.Range;

/** 1 / (1 + e^-x). */
@Named(
    value = "sigmoid",
    aliases = "logistic",
    summary = "Squeezes numbers between 0 and 1.",
    formula = "1 / (1 + e^-x)")
public record SampleSigmoid() implements ElementwiseActivation {
  @Override
  public Optional<Link> link() {
    return Optional.of(Link.LOGISTIC);
  }

  @Override
  public Range range() {
    return Range.UNIT;
  }

  @Override
  public double value(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  @Override
  public double derivative(double x) {
    double y = value(x);
    return y * (1 - y);
  }
}
