package nn.losses;

import nn.api.Named;

/**
 * The square of {@link Hinge}: max(0, 1 - t p)^2, with derivative -2 t max(0, 1 - t p). Targets are
 * -1 and 1, or 0 and 1, where 0 counts as -1. Averaged over a row's outputs.
 */
@Named(
    summary = "The square of what the score lacks to 1 on the right side.",
    formula = "max(0, 1 - t p)^2, t = -1 or 1",
    source = "Keras 3 SquaredHinge")
public record SquaredHinge() implements Margin {
  @Override
  public double loss(double margin) {
    double lack = Math.max(0, 1 - margin);
    return lack * lack;
  }

  @Override
  public double slope(double margin) {
    return -2 * Math.max(0, 1 - margin);
  }
}
