package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Range;

/**
 * The sigmoid in three straight pieces: f(x) = min(1, max(0, (x + 3) / 6)), f'(x) = 1/6 for {@code
 * |x| < 3} and 0 elsewhere, also at the kinks. PyTorch and Keras 3 agree on this; older Keras and
 * DL4J meant 0.2 x + 0.5.
 *
 * <p>Source: Howard and others: Searching for MobileNetV3 (ICCV 2019).
 */
@Named(
    summary = "The sigmoid in three straight pieces.",
    formula = "min(1, max(0, (x + 3) / 6))",
    source = "Howard and others 2019; PyTorch Hardsigmoid")
public record HardSigmoid() implements ElementwiseActivation {
  @Override
  public Range range() {
    return Range.UNIT;
  }

  @Override
  public double[] kinks() {
    return new double[] {-3, 3};
  }

  @Override
  public double value(double x) {
    return Math.min(6, Math.max(0, x + 3)) / 6;
  }

  @Override
  public double derivative(double x) {
    return Math.abs(x) < 3 ? 1 / 6.0 : 0;
  }
}
