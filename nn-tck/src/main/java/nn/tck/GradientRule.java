package nn.tck;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import nn.api.Activation;
import nn.api.Rows;

/** The gradients of whole rows, judged by differences of float results. */
final class GradientRule {
  private static final int ROWS = 10;
  private static final double TOLERANCE = 1e-4;

  /** What is in the gradients of learned numbers before, to see whether they are added to. */
  private static final float BEFORE = 2;

  private final Form form;
  private final Form.Moment moment;
  private final Tally tally = new Tally();
  private final Tally learned = new Tally();
  private boolean constant = true;

  private GradientRule(Form form, Form.Moment moment) {
    this.form = form;
    this.moment = moment;
  }

  static void ofOutputs(Activation activation, Bench bench) {
    if (Curve.fits(activation)) {
      throw new Check.Skip("it is a curve of single numbers, see A-01");
    }
    for (Form form : Form.of(activation, bench)) {
      for (Form.Moment m : new Form.Moment[] {Form.Moment.TRAINING, Form.Moment.INFERENCE}) {
        new GradientRule(form.with(even(form.a())), m).run(bench);
      }
    }
  }

  private static Rows even(Rows a) {
    Rows even = Rows.zeros(1, a.width());
    for (int i = 0; i < a.width(); i++) {
      even.data()[i] = Bench.even(a.get(0, i));
    }
    return even;
  }

  private void run(Bench bench) {
    float last = Float.NaN;
    for (int i = 0; i < ROWS; i++) {
      Rows x = Guard.copy(bench.even(1, form.width(), -3, 3));
      Rows dy = Guard.copy(bench.rows(1, form.outputs(), -1, 1));
      Rows y = Guard.rows(1, form.outputs());
      form.forward(x, y, moment);
      Guard.check(y, "y");
      constant &= i == 0 || y.get(0, 0) == last;
      last = y.get(0, 0);
      compare(x, y, dy);
    }
    if (tally.isFlat() && !constant) {
      throw new Check.Skip("its output moves in steps, so that backward is a stand-in");
    }
    tally.verdict();
    if (form.a().width() > 0) {
      learned.verdict();
    }
  }

  private void compare(Rows x, Rows y, Rows dy) {
    Rows dx = Guard.rows(1, form.width());
    Rows da = Guard.rows(1, form.a().width());
    Arrays.fill(da.data(), da.offset(), da.offset() + da.size(), BEFORE);
    form.backward(x, y, dy, dx, da, moment);
    Guard.check(dx, "dx");
    Guard.check(da, "the gradient of the learned numbers");
    double size = Math.max(1, largest(dx));
    for (int j = 0; j < form.width(); j++) {
      Slope slope = slope(v -> dot(x, dy), x, j);
      int unit = j;
      tally.compare(
          dx.get(0, j),
          slope,
          TOLERANCE * size,
          () -> Finding.text("for input %s of %s", unit + 1, form.width()));
    }
    for (int k = 0; k < form.a().width(); k++) {
      Slope slope = slope(v -> dot(x, dy), form.a(), k);
      int number = k;
      learned.compare(
          da.get(0, k) - BEFORE,
          slope,
          2 * TOLERANCE * Math.max(size, Math.abs(slope.value())),
          () -> Finding.text("for learned number %s of %s", number + 1, form.a().width()));
    }
  }

  private static double largest(Rows rows) {
    double largest = 0;
    for (int i = rows.offset(); i < rows.offset() + rows.size(); i++) {
      largest = Math.max(largest, Math.abs(rows.data()[i]));
    }
    return largest;
  }

  /** The slope of f when one number of the window moves; the number is put back. */
  private static Slope slope(DoubleUnaryOperator f, Rows window, int j) {
    float before = window.get(0, j);
    DoubleUnaryOperator moved =
        v -> {
          window.data()[window.offset() + j] = (float) v;
          double y = f.applyAsDouble(v);
          window.data()[window.offset() + j] = before;
          return y;
        };
    return Slope.of(moved, before, 0x1p-4, 0x1p-10, Slope.FLOAT);
  }

  /** The outputs weighted by the blame: its gradient is what backward computes. */
  private double dot(Rows x, Rows dy) {
    Rows y = Guard.rows(1, form.outputs());
    form.forward(x, y, moment);
    double sum = 0;
    for (int j = 0; j < y.width(); j++) {
      sum += (double) y.get(0, j) * dy.get(0, j);
    }
    return sum;
  }
}
