package nn.tck;

import static nn.tck.Check.Level.REQUIRED;

import java.util.List;
import nn.api.Activation;
import nn.api.BatchActivation;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.api.Rows;

/** The array methods of activations: the numbers of the scalar ones, and nothing beyond them. */
final class ArrayRules {
  private static final int[] LENGTHS = {0, 1, 7, 8, 9, 31, 33, 1000};

  private static final float[] SPECIAL = {0f, -0f, 1e-20f, -1e-6f, 20f, -20f, 100f, -100f};

  private ArrayRules() {}

  static List<Check<?>> checks() {
    return List.of(
        new Check<>(
            "A-04",
            REQUIRED,
            ElementwiseActivation.class,
            "The array methods agree with value() and derivative().",
            ArrayRules::bulk),
        new Check<>(
            "A-05",
            REQUIRED,
            Activation.class,
            "backward reads only what reads() names, and may write over dy.",
            ArrayRules::reads),
        new Check<>(
            "A-06",
            REQUIRED,
            ParametricActivation.class,
            "The learned number has the right gradient, added to what is there.",
            ParametricRule::learned));
  }

  private static void bulk(ElementwiseActivation f, Bench bench) {
    Curve curve = Curve.of(f).get(0);
    for (int length : LENGTHS) {
      Rows x = Guard.copy(inputs(curve, length, bench));
      Rows dy = Guard.copy(bench.rows(1, length, -2, 2));
      Rows y = Guard.rows(1, length);
      Rows dx = Guard.rows(1, length);
      Rows xBefore = Guard.copy(x);
      Rows dyBefore = Guard.copy(dy);
      int at = x.offset();
      f.forward(x.data(), y.data(), at, at + length, bench.kernels());
      f.backward(x.data(), y.data(), dy.data(), dx.data(), at, at + length, bench.kernels());
      agree(curve, x, y, dy, dx);
      Guard.check(y, "y");
      Guard.check(dx, "dx");
      Guard.same(xBefore, x, "x was changed");
      Guard.same(dyBefore, dy, "dy was changed");
    }
  }

  /** Ordinary and special numbers; none at a kink, where either side is right. */
  private static Rows inputs(Curve curve, int length, Bench bench) {
    Rows x = bench.rows(1, length, -CurveRules.REACH, CurveRules.REACH);
    for (int i = 0; i < length; i++) {
      if (length > 100 && i < SPECIAL.length) {
        x.data()[i] = SPECIAL[i];
      }
      while (curve.room(x.data()[i]) < 1e-6) {
        x.data()[i] = (float) bench.uniform(-CurveRules.REACH, CurveRules.REACH);
      }
    }
    return x;
  }

  private static void agree(Curve curve, Rows x, Rows y, Rows dy, Rows dx) {
    for (int i = x.offset(); i < x.offset() + x.size(); i++) {
      float in = x.data()[i];
      forward(y.data()[i], (float) curve.at(in), in, curve.held());
      backward(dx.data()[i], curve.slopeAt(in), dy.data()[i], in, curve.held());
    }
  }

  /** Within 4 float ulp of the result, or of a thousandth if it is smaller. */
  static void forward(float bulk, float scalar, float x, String held) {
    float ulp = Math.ulp(Math.max(Math.abs(scalar), 1e-3f));
    if (bulk != scalar && !(Math.abs(bulk - scalar) <= 4 * ulp) && !overflow(bulk, scalar)) {
      throw Finding.of("at x = %s%s forward gives %s but value() says %s.", x, held, bulk, scalar);
    }
  }

  /** Within 8 float ulp of 1 per unit of blame: a slope taken from a float output is no better. */
  static void backward(float bulk, double slope, float blame, float x, String held) {
    double scalar = blame * slope;
    double tolerance = 8 * Math.ulp(1f) * Math.abs(blame) * Math.max(1, Math.abs(slope));
    if (bulk != (float) scalar
        && !(Math.abs(bulk - scalar) <= tolerance)
        && !overflow(bulk, (float) scalar)) {
      throw Finding.of(
          "at x = %s%s and dy = %s backward gives %s but derivative() says %s.",
          x, held, blame, bulk, (float) scalar);
    }
  }

  /** Both are at the end of what a float can say. */
  private static boolean overflow(float a, float b) {
    float most = 0.999f * Float.MAX_VALUE;
    return Math.min(Math.abs(a), Math.abs(b)) > most && (a > 0) == (b > 0);
  }

  private static void reads(Activation activation, Bench bench) {
    for (Form form : Form.of(activation, bench)) {
      new ReadsRule(form, bench).check(!(activation instanceof BatchActivation));
    }
  }
}
