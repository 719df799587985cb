package nn.tck;

import java.util.function.DoubleUnaryOperator;
import nn.api.ParametricActivation;
import nn.api.Rows;

/** The learned number of a parametric activation: its gradient, one number and many at a time. */
final class ParametricRule {
  private static final int ROWS = 6;
  private static final int UNITS = 7;

  /** What is in the gradients before, to see whether they are added to. */
  private static final float BEFORE = 10;

  private ParametricRule() {}

  static void learned(ParametricActivation f, Bench bench) {
    for (int i = 0; i < bench.effort(); i++) {
      slope(f, bench.uniform(-8, 8), f.initialParameter() + bench.uniform(-0.5, 0.5));
    }
    Rows a = Rows.zeros(1, f.shared() ? 1 : UNITS);
    for (int j = 0; j < a.width(); j++) {
      a.data()[j] = (float) (f.initialParameter() + bench.uniform(-0.5, 0.5));
    }
    Rows x = Guard.copy(bench.rows(ROWS, UNITS, -8, 8));
    forward(f, x, a, bench);
    backward(f, x, a, bench);
  }

  private static void slope(ParametricActivation f, double x, double a) {
    DoubleUnaryOperator of = value -> f.value(x, value);
    Slope slope = Slope.of(of, a, 0x1p-6, 0x1p-20, Slope.DOUBLE);
    double claimed = f.parameterDerivative(x, a);
    double tolerance = Math.max(1e-7, 1e-6 * Math.abs(slope.value()));
    if (slope.isUsable() && !slope.agrees(claimed, tolerance)) {
      throw Finding.of(
          "at x = %s and a = %s parameterDerivative() says %s but the function rises by %s per"
              + " unit of a.",
          x, a, claimed, slope.value());
    }
  }

  private static void forward(ParametricActivation f, Rows x, Rows a, Bench bench) {
    Rows y = Guard.rows(ROWS, UNITS);
    f.forward(x, y, a, 0, ROWS, bench.kernels());
    Guard.check(y, "y");
    for (int r = 0; r < ROWS; r++) {
      for (int j = 0; j < UNITS; j++) {
        float p = a.get(0, j % a.width());
        float in = x.get(r, j);
        ArrayRules.forward(y.get(r, j), (float) f.value(in, p), in, held(p));
      }
    }
  }

  private static void backward(ParametricActivation f, Rows x, Rows a, Bench bench) {
    Rows dy = Guard.copy(bench.rows(ROWS, UNITS, -1, 1));
    Rows dx = Guard.rows(ROWS, UNITS);
    Rows da = Guard.rows(1, a.width());
    for (int j = 0; j < a.width(); j++) {
      da.data()[da.at(0) + j] = BEFORE;
    }
    split(f, x, dy, dx, a, da, bench);
    Guard.check(dx, "dx");
    Guard.check(da, "da");
    for (int j = 0; j < UNITS; j++) {
      blame(f, x, dy, dx, a, j);
    }
    for (int k = 0; k < a.width(); k++) {
      sum(f, x, dy, a, da, k);
    }
  }

  /** Units in two calls, as two threads would have them, unless they share their number. */
  private static void split(
      ParametricActivation f, Rows x, Rows dy, Rows dx, Rows a, Rows da, Bench bench) {
    int cut = f.shared() ? UNITS : 3;
    f.backward(x, dy, dx, a, da, 0, cut, bench.kernels());
    if (cut < UNITS) {
      f.backward(x, dy, dx, a, da, cut, UNITS, bench.kernels());
    }
  }

  private static void blame(ParametricActivation f, Rows x, Rows dy, Rows dx, Rows a, int j) {
    float p = a.get(0, j % a.width());
    for (int r = 0; r < ROWS; r++) {
      float in = x.get(r, j);
      ArrayRules.backward(dx.get(r, j), f.derivative(in, p), dy.get(r, j), in, held(p));
    }
  }

  private static void sum(ParametricActivation f, Rows x, Rows dy, Rows a, Rows da, int k) {
    double sum = BEFORE;
    double size = BEFORE;
    for (int j = k; j < UNITS; j += a.width()) {
      for (int r = 0; r < ROWS; r++) {
        double term = dy.get(r, j) * f.parameterDerivative(x.get(r, j), a.get(0, k));
        sum += term;
        size += Math.abs(term);
      }
    }
    float actual = da.get(0, k);
    Finding.unless(
        Math.abs(actual - sum) <= 1e-5 * size,
        "backward adds to a gradient of %s and leaves %s; %s is right.",
        BEFORE,
        actual,
        (float) sum);
  }

  private static String held(float a) {
    return Finding.text(" and a = %s", a);
  }
}
