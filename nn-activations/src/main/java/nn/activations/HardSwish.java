package nn.activations;

import nn.api.Named;

/**
 * Silu with the sigmoid in three straight pieces: f(x) = x min(1, max(0, (x + 3) / 6)); f'(x) = 0
 * for {@code x <= -3}, x / 3 + 1/2 between, 1 for x >= 3. Minus infinity gives 0.
 *
 * <p>Source: Howard and others: Searching for MobileNetV3 (ICCV 2019).
 */
@Named(
    aliases = "hard-silu",
    summary = "Each number times its own hard sigmoid.",
    formula = "x min(1, max(0, (x + 3) / 6))",
    source = "Howard and others 2019")
public record HardSwish() implements Rectifier {
  private static final HardSigmoid SHARE = new HardSigmoid();

  @Override
  public double[] kinks() {
    return new double[] {-3, 3};
  }

  @Override
  public double value(double x) {
    return SelfGate.value(x, SHARE.value(x));
  }

  @Override
  public double derivative(double x) {
    return SelfGate.derivative(x, SHARE.value(x), SHARE.derivative(x));
  }
}
