package nn.activations;

import java.util.Optional;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Link;
import nn.api.Named;
import nn.api.Range;
import nn.api.Reads;

/**
 * The exponential function, for outputs that are rates: f(x) = f'(x) = e^x. It overflows to
 * infinity above 88.7 in a float, 709.8 in a double.
 */
@Named(
    aliases = "exp",
    summary = "Turns any number into a positive one, as the output of a rate does.",
    formula = "exp(x)",
    source = "Keras 3 exponential")
public record Exponential() implements ElementwiseActivation {
  @Override
  public Optional<Link> link() {
    return Optional.of(Link.EXP);
  }

  @Override
  public Range range() {
    return Range.POSITIVE;
  }

  @Override
  public Reads reads() {
    return Reads.OUTPUT;
  }

  @Override
  public double value(double x) {
    return StrictMath.exp(x);
  }

  @Override
  public double derivative(double x) {
    return StrictMath.exp(x);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    kernels.exp(x, from, y, from, to - from);
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * y[i];
    }
  }
}
