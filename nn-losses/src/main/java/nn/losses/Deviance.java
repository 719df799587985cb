package nn.losses;

import nn.api.Link;
import nn.api.Range;

/**
 * Half the unit deviance of a Tweedie distribution, for targets from 0 up and positive predictions:
 * t^(2-power) / ((1-power) (2-power)) - t p^(1-power) / (1-power) + p^(2-power) / (2-power), and
 * its limits at 1 and 2. The derivative is p^(1-power) - t p^-power.
 *
 * <p>With u = ln(p / t) this is t^(2-power) (h(2-power, u) - h(1-power, u)), where h(a, u) = (e^(a
 * u) - 1) / a, or u for a = 0: powers 1 and 2 need no formula of their own, and the loss is 0 at p
 * = t.
 */
interface Deviance extends FusedElementwise {
  /** Below this a prediction that is not fused counts as this, so that its slope is finite. */
  double EPSILON = 1e-8;

  /** The exponent by which the variance grows with the mean, from 1 to 2. */
  double power();

  @Override
  default String output() {
    return "exponential";
  }

  @Override
  default Range domain() {
    return Range.POSITIVE;
  }

  @Override
  default double value(double prediction, double target) {
    return fusedValue(StrictMath.log(Math.max(prediction, EPSILON)), target);
  }

  @Override
  default double derivative(double prediction, double target) {
    double p = Math.max(prediction, EPSILON);
    return fusedDerivative(StrictMath.log(p), target) / p;
  }

  @Override
  default Range targetDomain() {
    return Range.NON_NEGATIVE;
  }

  @Override
  default Link link() {
    return Link.EXP;
  }

  @Override
  default double fusedValue(double z, double target) {
    double t = amount(target);
    double a = 2 - power();
    if (t == 0) {
      return StrictMath.exp(a * z) / a;
    }
    double u = z - StrictMath.log(t);
    return StrictMath.pow(t, a) * (grown(a, u) - grown(a - 1, u));
  }

  @Override
  default double fusedDerivative(double z, double target) {
    double t = amount(target);
    double a = 2 - power();
    return StrictMath.exp(a * z) - (t == 0 ? 0 : t * StrictMath.exp((a - 1) * z));
  }

  private static double grown(double a, double u) {
    return a == 0 ? u : StrictMath.expm1(a * u) / a;
  }

  /** The target, at least 0, or where 0 would be infinitely surprising the smallest number. */
  private double amount(double target) {
    return Math.max(target, power() < 2 ? 0 : Float.MIN_NORMAL);
  }
}
