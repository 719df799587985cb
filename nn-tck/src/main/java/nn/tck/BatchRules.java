package nn.tck;

import static nn.tck.Check.Level.REQUIRED;

import java.util.List;
import nn.api.Activation;
import nn.api.RowActivation;
import nn.api.Rows;

/** Activations on rows: gradients by differences, links, ranges, and any split of a batch. */
final class BatchRules {
  private static final int ROWS = 12;

  private BatchRules() {}

  static List<Check<?>> checks() {
    return List.of(
        check(
            "A-07", "The gradient of a row is the slope of its outputs.", GradientRule::ofOutputs),
        check("A-08", "It equals the function that link() names.", LinkRule::equalsFunction),
        check("A-09", "A batch gives the same numbers in one part or in many.", BatchRules::split),
        check("A-11", "Its outputs lie in range().", RangeRule::inside),
        new Check<>(
            "A-12",
            REQUIRED,
            RowActivation.class,
            "Its methods for many rows agree with those for one.",
            BatchRules::rows));
  }

  private static Check<Activation> check(String id, String title, Check.Body<Activation> body) {
    return new Check<>(id, REQUIRED, Activation.class, title, body);
  }

  private static void split(Activation activation, Bench bench) {
    for (Form form : Form.of(activation, bench)) {
      Rows x = bench.rows(ROWS, form.width(), -3, 3);
      Rows dy = bench.rows(ROWS, form.outputs(), -1, 1);
      Pass whole = Pass.of(form, x, dy, List.of(0, ROWS));
      Pass again = Pass.of(form, x, dy, List.of(0, ROWS));
      Guard.same(whole.y, again.y, "the same pass twice gives two outputs");
      Guard.same(whole.dx, again.dx, "the same pass twice gives two gradients");
      Pass parts = Pass.of(form, x, dy, List.of(0, 5, 6, ROWS));
      Guard.same(whole.y, parts.y, "a batch in three parts gives other outputs");
      Guard.same(whole.dx, parts.dx, "a batch in three parts gives other gradients");
    }
  }

  /** Outputs and gradients of one pass, computed part by part. */
  private record Pass(Rows y, Rows dx) {
    static Pass of(Form form, Rows x, Rows dy, List<Integer> cuts) {
      Rows y = Rows.zeros(ROWS, form.outputs());
      Rows dx = Rows.zeros(ROWS, form.width());
      for (int i = 1; i < cuts.size(); i++) {
        int from = cuts.get(i - 1);
        int to = cuts.get(i);
        Form.Moment moment = new Form.Moment(true, 7, from);
        form.forward(x.slice(from, to), y.slice(from, to), moment);
        form.backward(
            x.slice(from, to),
            y.slice(from, to),
            dy.slice(from, to),
            dx.slice(from, to),
            form.noBlame(),
            moment);
      }
      return new Pass(y, dx);
    }
  }

  private static void rows(RowActivation f, Bench bench) {
    for (Form form : Form.of(f, bench)) {
      int width = form.width();
      Rows x = Guard.copy(bench.rows(ROWS, width, -8, 8));
      Rows dy = Guard.copy(bench.rows(ROWS, width, -1, 1));
      Rows y = Guard.rows(ROWS, width);
      Rows dx = Guard.rows(ROWS, width);
      Rows y1 = Guard.rows(ROWS, width);
      Rows dx1 = Guard.rows(ROWS, width);
      form.forward(x, y, Form.Moment.INFERENCE);
      form.backward(x, y, dy, dx, form.noBlame(), Form.Moment.INFERENCE);
      for (int r = 0; r < ROWS; r++) {
        f.forwardRow(x.data(), y1.data(), x.at(r), width);
        f.backwardRow(x.data(), y.data(), dy.data(), dx1.data(), x.at(r), width);
      }
      Guard.check(y, "y");
      Guard.check(dx, "dx");
      near(y1, y, 1e-3f, "forward");
      near(dx1, dx, 1, "backward");
    }
  }

  /** Within 4 float ulp of the number, or of the floor if it is smaller. */
  private static void near(Rows one, Rows many, float floor, String what) {
    for (int i = one.offset(); i < one.offset() + one.size(); i++) {
      float a = one.data()[i];
      float b = many.data()[i];
      Finding.unless(
          Math.abs(a - b) <= 4 * Math.ulp(Math.max(Math.abs(a), floor)),
          "%s gives %s for many rows and %s for one.",
          what,
          b,
          a);
    }
  }
}
