package nn.core.sample;

import java.util.Optional;
import nn.api.ElementwiseActivation;
import nn.api.Link;
import nn.api.Named;

/** The input itself. */
@Named(value = "identity", aliases = "linear", summary = "Passes its input on.", formula = "x")
public record SampleIdentity() implements ElementwiseActivation {
  @Override
  public Optional<Link> link() {
    return Optional.of(Link.IDENTITY);
  }

  @Override
  public double value(double x) {
    return x;
  }

  @Override
  public double derivative(double x) {
    return 1;
  }
}
