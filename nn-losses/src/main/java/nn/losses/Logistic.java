package nn.losses;

/** The logistic function and its integral, with all digits at both ends. */
final class Logistic {
  private Logistic() {}

  /** ln(1 + e^z). */
  static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
  }

  /** 1 / (1 + e^-z). */
  static double sigmoid(double z) {
    double e = StrictMath.exp(-Math.abs(z));
    return (z < 0 ? e : 1) / (1 + e);
  }

  /** The surprise of an answer that is yes and no in these amounts, given the score z of yes. */
  static double surprise(double z, double yes, double no) {
    return yes * softplus(-z) + no * softplus(z);
  }

  /** Derivative of {@link #surprise} with respect to z. */
  static double surpriseSlope(double z, double yes, double no) {
    return no * sigmoid(z) - yes * sigmoid(-z);
  }
}
