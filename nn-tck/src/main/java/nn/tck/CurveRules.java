package nn.tck;

import static nn.tck.Check.Level.RECOMMENDED;
import static nn.tck.Check.Level.REQUIRED;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import nn.api.Activation;

/** The scalar definition of an activation: its slope, its edges, its kinks. */
final class CurveRules {
  /** Inputs of an ordinary network. */
  static final double REACH = 8;

  /** Nearer to a kink no slope is measured. */
  private static final double NEAR = 1e-4;

  private static final List<Double> FINITE =
      List.of(0.0, 1e-300, 1e-30, 1e-6, 1.0, 20.0, 88.0, 89.0, 104.0, 709.0, 711.0, 746.0, 1e3);

  private static final List<Double> FAR = List.of(1.1e4, 1.7e6, 2.3e10, 3.1e19, 3.4e38);

  private CurveRules() {}

  static List<Check<?>> checks() {
    return List.of(
        new Check<>(
            "A-01",
            REQUIRED,
            Activation.class,
            "derivative() is the slope of value().",
            CurveRules::slope),
        new Check<>(
            "A-02",
            REQUIRED,
            Activation.class,
            "No number becomes NaN, and none infinity without need.",
            CurveRules::finite),
        new Check<>(
            "A-03",
            RECOMMENDED,
            Activation.class,
            "NaN stays NaN, so that a diverged run is noticed.",
            CurveRules::nan),
        new Check<>(
            "A-10",
            RECOMMENDED,
            Activation.class,
            "The slope jumps only at the declared kinks.",
            KinkRule::declared));
  }

  private static void slope(Activation activation, Bench bench) {
    for (Curve curve : Curve.of(activation)) {
      for (int i = 0; i < bench.effort(); i++) {
        double x = bench.uniform(-REACH, REACH);
        if (curve.room(x) > NEAR) {
          slope(curve, x);
        }
      }
    }
  }

  private static void slope(Curve curve, double x) {
    double widest = Math.min(0x1p-6, curve.room(x) / 2);
    Slope slope = Slope.of(curve.value(), x, widest, Math.min(widest, 0x1p-20), Slope.DOUBLE);
    double claimed = curve.slopeAt(x);
    double tolerance = Math.max(1e-7, 1e-6 * Math.abs(slope.value()));
    if (slope.isUsable() && !slope.agrees(claimed, tolerance)) {
      throw Finding.of(
          "at x = %s%s derivative() says %s but the function rises by %s per unit.",
          x, curve.held(), claimed, slope.value());
    }
  }

  private static void finite(Activation activation, Bench bench) {
    if (!Curve.fits(activation)) {
      Finiteness.ofRows(activation, bench);
      return;
    }
    for (Curve curve : Curve.of(activation)) {
      for (int sign : new int[] {1, -1}) {
        finite(curve, curve.value(), "value()", sign);
        finite(curve, curve.derivative(), "derivative()", sign);
        // At the end of a parameter a function may be degenerate: 0 times infinity.
        if (PluginRules.isDefault(activation, bench)) {
          limit(curve, sign);
        }
      }
    }
  }

  private static void finite(Curve curve, DoubleUnaryOperator f, String what, int sign) {
    for (double size : FINITE) {
      double x = sign * size;
      double y = f.applyAsDouble(x);
      notNaN(curve, y, what, x);
      if (Double.isInfinite(y) && !Finiteness.climbs(f, 0, x, Finiteness.DOUBLE_TOP)) {
        throw Finding.of(
            "at x = %s%s %s overflows to %s, although the function itself is finite there.",
            x, curve.held(), what, y);
      }
    }
    for (double size : FAR) {
      notNaN(curve, f.applyAsDouble(sign * size), what, sign * size);
    }
  }

  private static void notNaN(Curve curve, double y, String what, double x) {
    Finding.unless(!Double.isNaN(y), "at x = %s%s %s is NaN.", x, curve.held(), what);
  }

  /** A function that settles has a limit, and infinity gives it; sine and snake do not settle. */
  private static void limit(Curve curve, int sign) {
    double end = sign * Double.POSITIVE_INFINITY;
    if (Double.isNaN(curve.at(end)) && settles(curve.value(), sign)) {
      Finding.unless(
          !settles(curve.derivative(), sign),
          "value(%s) is NaN, but the function approaches %s.",
          end,
          curve.at(sign * 3.4e38));
    }
  }

  private static boolean settles(DoubleUnaryOperator f, int sign) {
    double[] y =
        DoubleStream.concat(
                DoubleStream.of(10, 47, 350, 2000), DoubleStream.of(1e5, 1e7, 2e9, 3e19))
            .map(x -> f.applyAsDouble(sign * x))
            .toArray();
    boolean rises = true;
    boolean falls = true;
    for (int i = 1; i < y.length; i++) {
      rises &= y[i] >= y[i - 1];
      falls &= y[i] <= y[i - 1];
    }
    return rises || falls;
  }

  private static void nan(Activation activation, Bench bench) {
    List<Curve> curves = Curve.fits(activation) ? Curve.of(activation) : List.of();
    for (Curve curve : curves) {
      double y = curve.at(Double.NaN);
      Finding.unless(Double.isNaN(y), "value(NaN)%s is %s.", curve.held(), y);
    }
    Finiteness.nanInRows(activation, bench);
  }
}
