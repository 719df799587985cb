package nn.tck;

import nn.api.Activation;
import nn.api.Range;
import nn.api.Rows;

/** The set of values that an activation promises and a loss relies on. */
final class RangeRule {
  private static final int ROWS = 20;

  /** Roundings of a sum of a few floats. */
  private static final double SLACK = 1e-5;

  private RangeRule() {}

  static void inside(Activation activation, Bench bench) {
    Range range = activation.range();
    if (range == Range.REAL) {
      throw new Check.Skip("it promises no more than numbers");
    }
    for (Form form : Form.of(activation, bench)) {
      for (int i = 0; i < ROWS; i++) {
        Rows y = Rows.zeros(1, form.outputs());
        form.forward(bench.rows(1, form.width(), -8, 8), y, Form.Moment.TRAINING);
        each(range, y);
        sum(range, y);
      }
    }
  }

  private static void each(Range range, Rows y) {
    for (float number : y.data()) {
      boolean inside =
          switch (range) {
            case REAL -> true;
            case NON_NEGATIVE, POSITIVE -> number >= 0; // a tiny number may round to 0
            case UNIT, SIMPLEX -> number >= 0 && number <= 1;
            case LOG_SIMPLEX -> number <= SLACK;
          };
      Finding.unless(inside, "range() says %s, but %s comes out.", range.words(), number);
    }
  }

  private static void sum(Range range, Rows y) {
    boolean log = range == Range.LOG_SIMPLEX;
    if (log || range == Range.SIMPLEX) {
      double sum = 0;
      for (float number : y.data()) {
        sum += log ? StrictMath.exp(number) : number;
      }
      Finding.unless(
          Math.abs(sum - 1) <= SLACK,
          "range() says %s, but the probabilities of a row add up to %s.",
          range.words(),
          sum);
    }
  }
}
