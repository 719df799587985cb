package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Range;

/**
 * The sigmoid in three straight pieces between -1 and 1: f(x) = min(1, max(0, (x + 1) / 2)), f'(x)
 * = 1/2 for {@code |x| < 1} and 0 elsewhere, also at the kinks. It is {@link Sparsemax} of the two
 * scores x and 0.
 *
 * <p>Source: Martins, Astudillo: From softmax to sparsemax (ICML 2016).
 */
@Named(
    summary = "The sigmoid in three straight pieces: 0 up to -1, 1 from 1.",
    formula = "min(1, max(0, (x + 1) / 2))",
    source = "Martins and Astudillo 2016; Keras 3 sparse_sigmoid")
public record SparseSigmoid() implements ElementwiseActivation {
  @Override
  public Range range() {
    return Range.UNIT;
  }

  @Override
  public double[] kinks() {
    return new double[] {-1, 1};
  }

  @Override
  public double value(double x) {
    return (Math.min(1, Math.max(-1, x)) + 1) / 2;
  }

  @Override
  public double derivative(double x) {
    return Math.abs(x) < 1 ? 0.5 : 0;
  }
}
