package nn.tck;

import nn.api.Activation;

/** Looks for jumps of the slope that nobody declared. */
final class KinkRule {
  private static final int CELLS = 1600;

  /** The width at which a jump that is still there is called one. */
  private static final double NARROW = 1e-9;

  private static final double JUMP = 1e-3;

  private KinkRule() {}

  static void declared(Activation activation, Bench bench) {
    for (Curve curve : Curve.of(activation)) {
      double cell = 2 * CurveRules.REACH / CELLS;
      double left = -CurveRules.REACH;
      for (int i = 0; i < CELLS; i++, left += cell) {
        look(curve, left, left + cell);
      }
    }
  }

  /** Narrows the cell down to where the slope changes most. */
  private static void look(Curve curve, double from, double to) {
    double left = from;
    double right = to;
    while (change(curve, left, right) > JUMP && right - left > NARROW) {
      double middle = (left + right) / 2;
      boolean isLeft = change(curve, left, middle) > change(curve, middle, right);
      left = isLeft ? left : middle;
      right = isLeft ? middle : right;
    }
    double at = (left + right) / 2;
    double size = 1 + Math.min(Math.abs(curve.slopeAt(left)), Math.abs(curve.slopeAt(right)));
    if (change(curve, left, right) > JUMP * size && curve.room(at) > 1e-6) {
      throw Finding.of(
          "at x = %s%s the slope jumps from %s to %s, which kinks() does not list.",
          at, curve.held(), curve.slopeAt(left), curve.slopeAt(right));
    }
  }

  private static double change(Curve curve, double left, double right) {
    return Math.abs(curve.slopeAt(right) - curve.slopeAt(left));
  }
}
