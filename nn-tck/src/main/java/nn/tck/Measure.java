package nn.tck;

import java.util.function.DoubleUnaryOperator;

/** Compares one number of a float gradient with the slope of a double loss. */
final class Measure {
  /** Steps are powers of two, so that a float moves by exactly as much. */
  private static final double WIDEST = 0x1p-5;

  private static final double NARROWEST = 0x1p-12;

  private static final double TOLERANCE = 2e-5;

  private Measure() {}

  /** Does nothing where the room is too small to measure. */
  static void compare(
      DoubleUnaryOperator f, double at, double room, float[] gradient, int j, Tally tally) {
    double widest = Math.min(WIDEST, Math.scalb(1.0, Math.getExponent(room / 2)));
    if (room > 0 && widest >= NARROWEST) {
      Slope slope = Slope.of(f, at, widest, NARROWEST, Slope.DOUBLE);
      double size = 1e-3;
      for (float number : gradient) {
        size = Math.max(size, Math.abs(number));
      }
      tally.compare(
          gradient[j],
          slope,
          TOLERANCE * size,
          () -> Finding.text("at %s (output %s of %s)", at, j + 1, gradient.length));
    }
  }
}
