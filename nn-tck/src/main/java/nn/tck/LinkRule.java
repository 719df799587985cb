package nn.tck;

import java.util.Optional;
import java.util.stream.IntStream;
import nn.api.Activation;
import nn.api.Link;
import nn.api.Rows;

/** The standard functions that losses may rely on. */
final class LinkRule {
  private static final int ROWS = 20;

  private LinkRule() {}

  static void equalsFunction(Activation activation, Bench bench) {
    Link link = activation.link().orElseThrow(() -> new Check.Skip("it declares no link"));
    for (Form form : Form.of(activation, bench)) {
      for (int i = 0; i < ROWS; i++) {
        Rows x = bench.rows(1, form.width(), -8, 8);
        Rows y = Rows.zeros(1, form.outputs());
        form.forward(x, y, Form.Moment.TRAINING);
        double[] expected =
            outputs(link, x)
                .orElseThrow(() -> new Check.Skip("only its loss knows the link " + link.id()));
        compare(link, x, y, expected);
      }
    }
  }

  private static void compare(Link link, Rows x, Rows y, double[] expected) {
    Finding.unless(
        expected.length == y.width(),
        "link() says %s, which keeps the width of a row, but %s numbers give %s.",
        link.id(),
        x.width(),
        y.width());
    for (int j = 0; j < y.width(); j++) {
      Finding.unless(
          Math.abs(y.get(0, j) - expected[j]) <= 1e-6 * Math.max(1, Math.abs(expected[j])),
          "for x = %s the output is %s, but link() says %s, which is %s there.",
          x.get(0, j),
          y.get(0, j),
          link.id(),
          (float) expected[j]);
    }
  }

  /** What the standard function gives for one row; empty for a link of a third party. */
  static Optional<double[]> outputs(Link link, Rows z) {
    double[] x = IntStream.range(0, z.width()).mapToDouble(j -> z.get(0, j)).toArray();
    if (link.equals(Link.IDENTITY)) {
      return Optional.of(x);
    } else if (link.equals(Link.LOGISTIC)) {
      return Optional.of(IntStream.range(0, x.length).mapToDouble(j -> logistic(x[j])).toArray());
    } else if (link.equals(Link.EXP)) {
      return Optional.of(
          IntStream.range(0, x.length).mapToDouble(j -> StrictMath.exp(x[j])).toArray());
    }
    return link.equals(Link.SOFTMAX) ? Optional.of(softmax(x)) : Optional.empty();
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** For the moderate numbers of the kit, so without subtracting the largest. */
  private static double[] softmax(double[] x) {
    double sum = 0;
    for (double number : x) {
      sum += StrictMath.exp(number);
    }
    double total = sum;
    return IntStream.range(0, x.length).mapToDouble(j -> StrictMath.exp(x[j]) / total).toArray();
  }

  /** The gradient before the function, given outputs and the gradient behind it. */
  static double[] backward(Link link, double[] y, float[] dy) {
    double mean = 0;
    for (int j = 0; j < y.length; j++) {
      mean += link.equals(Link.SOFTMAX) ? y[j] * dy[j] : 0;
    }
    double[] dx = new double[y.length];
    for (int j = 0; j < y.length; j++) {
      dx[j] = slope(link, y[j]) * (dy[j] - mean);
    }
    return dx;
  }

  private static double slope(Link link, double y) {
    if (link.equals(Link.IDENTITY)) {
      return 1;
    }
    return link.equals(Link.LOGISTIC) ? y * (1 - y) : y;
  }
}
