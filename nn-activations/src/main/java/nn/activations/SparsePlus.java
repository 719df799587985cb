package nn.activations;

import nn.api.Named;
import nn.api.Range;

/**
 * A rectifier with a rounded corner that is 0 from -1 down: f(x) = 0 for {@code x <= -1}, (x + 1)^2
 * / 4 between, x for x >= 1; f'(x) = 0, (x + 1) / 2, 1. The derivative has corners, but no jumps.
 *
 * <p>Source: Keras 3 sparse_plus, the integral of {@link SparseSigmoid}.
 */
@Named(
    summary = "A rectifier with a corner rounded by a parabola from -1 to 1.",
    formula = "0 up to -1, (x + 1)^2 / 4 between, x from 1",
    source = "Keras 3 sparse_plus")
public record SparsePlus() implements Rectifier {
  @Override
  public Range range() {
    return Range.NON_NEGATIVE;
  }

  @Override
  public double value(double x) {
    double near = Math.min(1, Math.max(-1, x)) + 1;
    return x > 1 ? x : near * near / 4;
  }

  @Override
  public double derivative(double x) {
    return (Math.min(1, Math.max(-1, x)) + 1) / 2;
  }
}
