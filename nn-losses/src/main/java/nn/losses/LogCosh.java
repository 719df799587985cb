package nn.losses;

import nn.api.Named;

/**
 * The mean over a row's outputs of ln cosh(p - t), with derivative tanh(p - t): about half the
 * square of a small miss, and a large one less ln 2. Near 0 it is taken as ln(1 + sinh^2) / 2 and
 * farther out as |e| + ln(1 + e^(-2|e|)) - ln 2, so neither digits nor large misses are lost.
 */
@Named(
    summary = "A smooth absolute miss: squared near the target, straight far from it.",
    formula = "ln cosh(p - t)",
    source = "Keras 3 LogCosh")
public record LogCosh() implements OnIdentity {
  private static final double LN_2 = 0.6931471805599453;

  @Override
  public double value(double prediction, double target) {
    double miss = Math.abs(prediction - target);
    if (miss < 1) {
      double sinh = StrictMath.sinh(miss);
      return StrictMath.log1p(sinh * sinh) / 2;
    }
    return miss + Logistic.softplus(-2 * miss) - LN_2;
  }

  @Override
  public double derivative(double prediction, double target) {
    return StrictMath.tanh(prediction - target);
  }
}
