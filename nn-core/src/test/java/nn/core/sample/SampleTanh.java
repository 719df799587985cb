package nn.core.sample;

import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Reads;

/** The hyperbolic tangent; its backward pass reads the output alone. */
@Named(value = "tanh", summary = "Squeezes numbers between -1 and 1.", formula = "tanh x")
public record SampleTanh() implements ElementwiseActivation {
  @Override
  public Reads reads() {
    return Reads.OUTPUT;
  }

  @Override
  public double value(double x) {
    return StrictMath.tanh(x);
  }

  @Override
  public double derivative(double x) {
    double y = StrictMath.tanh(x);
    return 1 - y * y;
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * (1 - y[i] * y[i]);
    }
  }
}
