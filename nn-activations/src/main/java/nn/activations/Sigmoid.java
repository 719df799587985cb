package nn.activations;

import java.util.Optional;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Link;
import nn.api.Named;
import nn.api.Range;
import nn.api.Reads;

/**
 * The logistic function: f(x) = 1 / (1 + e^-x), f'(x) = f(x) (1 - f(x)), at most 0.25. The scalar
 * pair raises e to negative powers only, so nothing overflows and nothing cancels; the loop takes
 * the derivative from the float output and is off by less than 2^-24.
 */
@Named(
    aliases = "logistic",
    summary = "Squeezes every number into a probability from 0 to 1.",
    formula = "1 / (1 + exp(-x))",
    source = "PyTorch Sigmoid")
public record Sigmoid() implements ElementwiseActivation {
  @Override
  public Optional<Link> link() {
    return Optional.of(Link.LOGISTIC);
  }

  @Override
  public Range range() {
    return Range.UNIT;
  }

  @Override
  public Reads reads() {
    return Reads.OUTPUT;
  }

  @Override
  public double value(double x) {
    return Logistic.cdf(x);
  }

  @Override
  public double derivative(double x) {
    return Logistic.density(x);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    kernels.sigmoid(x, from, y, from, to - from);
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * (y[i] * (1 - y[i]));
    }
  }
}
