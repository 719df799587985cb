package nn.losses;

/**
 * A loss of the margin m = t p: how far the score p lies on the side of the target t, which is -1
 * or 1. A target of 0 counts as -1, as in Keras, so that 0 and 1 serve as well. Averaged over a
 * row's outputs.
 */
interface Margin extends OnIdentity {
  /** Loss of a margin. */
  double loss(double margin);

  /** Derivative of {@link #loss}. */
  double slope(double margin);

  @Override
  default double boundary() {
    return 0;
  }

  @Override
  default double value(double prediction, double target) {
    return loss(sign(target) * prediction);
  }

  @Override
  default double derivative(double prediction, double target) {
    return sign(target) * slope(sign(target) * prediction);
  }

  /** The side that a target names. */
  static double sign(double target) {
    return target == 0 ? -1 : target;
  }
}
