package nn.tck;

import java.util.function.DoubleUnaryOperator;
import nn.api.Activation;
import nn.api.Rows;

/** Whether numbers stay numbers. */
final class Finiteness {
  /** Who climbs higher before overflowing had to overflow. */
  static final double DOUBLE_TOP = 1e300;

  /** The same for results that are floats. */
  static final double FLOAT_TOP = 1e36;

  /** Sizes of the numbers in a row: what is tame, what overflows a naive exp, what is far off. */
  private static final float[] SIZES = {0f, 1f, 100f, 1000f};

  private static final int ROWS = 8;

  private Finiteness() {}

  /** Whether a function, finite here and infinite there, climbs to its overflow step by step. */
  static boolean climbs(DoubleUnaryOperator f, double here, double there, double top) {
    double finite = here;
    double infinite = there;
    for (int i = 0; i < 60; i++) {
      double middle = finite / 2 + infinite / 2;
      if (Double.isFinite(f.applyAsDouble(middle))) {
        finite = middle;
      } else {
        infinite = middle;
      }
    }
    return Math.abs(f.applyAsDouble(finite)) > top;
  }

  /** Rows of large, equal and mixed numbers, forward and backward. */
  static void ofRows(Activation activation, Bench bench) {
    for (Form form : Form.of(activation, bench)) {
      for (float size : SIZES) {
        Rows x = bench.rows(ROWS, form.width(), -1, 1);
        for (int i = 0; i < x.size(); i++) {
          x.data()[i] = size * Math.signum(x.data()[i]);
        }
        finite(form, x, bench, size);
      }
    }
  }

  private static void finite(Form form, Rows x, Bench bench, float size) {
    Rows y = Rows.zeros(x.count(), form.outputs());
    Rows dx = Rows.zeros(x.count(), form.width());
    Rows dy = bench.rows(x.count(), form.outputs(), -1, 1);
    form.forward(x, y, Form.Moment.TRAINING);
    form.backward(x, y, dy, dx, form.noBlame(), Form.Moment.TRAINING);
    for (float number : y.data()) {
      Finding.unless(Float.isFinite(number), "a row of numbers of size %s gives %s.", size, number);
    }
    for (float number : dx.data()) {
      Finding.unless(
          Float.isFinite(number), "a row of numbers of size %s has gradient %s.", size, number);
    }
  }

  /** A NaN in a row of any width. */
  static void nanInRows(Activation activation, Bench bench) {
    for (Form form : Form.of(activation, bench)) {
      nan(form, bench);
    }
  }

  /** One NaN in a row must show up in the row that comes out. */
  private static void nan(Form form, Bench bench) {
    Rows x = bench.rows(1, form.width(), -1, 1);
    x.data()[form.width() - 1] = Float.NaN;
    Rows y = Rows.zeros(1, form.outputs());
    form.forward(x, y, Form.Moment.INFERENCE);
    for (float number : y.data()) {
      if (Float.isNaN(number)) {
        return;
      }
    }
    throw Finding.of("a NaN among %s numbers does not show in the output.", form.width());
  }
}
