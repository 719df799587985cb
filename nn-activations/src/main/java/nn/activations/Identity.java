package nn.activations;

import java.util.Optional;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Link;
import nn.api.Named;
import nn.api.Reads;

/** Lets every number through unchanged: f(x) = x, f'(x) = 1. */
@Named(
    aliases = "linear",
    summary = "Lets every number through unchanged, as the output of a regression does.",
    formula = "x",
    source = "PyTorch Identity")
public record Identity() implements ElementwiseActivation {
  @Override
  public Optional<Link> link() {
    return Optional.of(Link.IDENTITY);
  }

  /** {@inheritDoc} Backward looks at neither array, so forward may run in place. */
  @Override
  public Reads reads() {
    return Reads.OUTPUT;
  }

  @Override
  public double value(double x) {
    return x;
  }

  @Override
  public double derivative(double x) {
    return 1;
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    System.arraycopy(x, from, y, from, to - from);
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    System.arraycopy(dy, from, dx, from, to - from);
  }
}
