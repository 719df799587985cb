package nn.losses;

import nn.api.Named;

/**
 * What a margin lacks to 1: max(0, 1 - t p), with derivative -t where it is positive and 0
 * elsewhere, also at the kink p = 1 / t. Targets are -1 and 1, or 0 and 1, where 0 counts as -1.
 * Averaged over a row's outputs.
 */
@Named(
    summary = "What the score lacks to 1 on the right side, for yes-or-no targets.",
    formula = "max(0, 1 - t p), t = -1 or 1",
    source = "Keras 3 Hinge")
public record Hinge() implements Margin {
  @Override
  public double loss(double margin) {
    return Math.max(0, 1 - margin);
  }

  @Override
  public double slope(double margin) {
    return -Math.signum(loss(margin));
  }

  @Override
  public double[] kinks(double target) {
    return new double[] {1 / Margin.sign(target)};
  }
}
