package nn.tck;

import java.util.Arrays;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.api.Reads;
import nn.api.RowActivation;
import nn.api.Rows;

/** What the trainer saves because of {@code reads()}: memory that backward must not need. */
final class ReadsRule {
  private static final int ROWS = 4;

  private final Form form;
  private final Reads reads;
  private final Rows x;
  private final Rows y;
  private final Rows dy;
  private final Rows dx;

  ReadsRule(Form form, Bench bench) {
    this.form = form;
    reads = form.activation().reads();
    x = bench.rows(ROWS, form.width(), -3, 3);
    y = Rows.zeros(ROWS, form.outputs());
    dy = bench.rows(ROWS, form.outputs(), -1, 1);
    dx = Rows.zeros(ROWS, form.width());
    form.forward(x, y, Form.Moment.TRAINING);
    form.backward(x, y, dy, dx, form.noBlame(), Form.Moment.TRAINING);
  }

  void check(boolean overwrites) {
    if (form.activation() instanceof ParametricActivation) {
      Finding.unless(reads == Reads.INPUT, "a learned curve is given x alone, not %s.", reads);
    }
    Rows hidden = Rows.zeros(ROWS, Math.max(form.width(), form.outputs()));
    Arrays.fill(hidden.data(), Float.NaN);
    Rows seenX = reads == Reads.OUTPUT ? window(hidden, form.width()) : x;
    Rows seenY = reads == Reads.INPUT ? window(hidden, form.outputs()) : y;
    Rows again = Rows.zeros(ROWS, form.width());
    form.backward(seenX, seenY, dy, again, form.noBlame(), Form.Moment.TRAINING);
    Guard.same(dx, again, "reads() says " + reads + ", but backward needs the other array");
    if (overwrites) {
      overwrites(seenX, seenY);
    }
  }

  private void overwrites(Rows seenX, Rows seenY) {
    Rows both = new Rows(dy.data().clone(), 0, ROWS, form.outputs());
    form.backward(seenX, seenY, both, both, form.noBlame(), Form.Moment.TRAINING);
    Guard.same(dx, both, "backward gives other numbers when dx is dy");
    boolean inPlace =
        form.activation() instanceof ElementwiseActivation
            || form.activation() instanceof RowActivation;
    if (inPlace && reads == Reads.OUTPUT) {
      Rows place = new Rows(x.data().clone(), 0, ROWS, form.width());
      form.forward(place, place, Form.Moment.TRAINING);
      Guard.same(y, place, "forward gives other numbers when y is x");
    }
  }

  private static Rows window(Rows rows, int width) {
    return new Rows(rows.data(), 0, rows.count(), width);
  }
}
