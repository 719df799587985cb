package nn.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nn.api.Loss;
import nn.api.Range;
import nn.tck.LossSamples.Sample;

/** Predictions at the edges of the domain and far from every target. */
final class EdgeRule {
  private static final List<Double> FAR = List.of(-1000.0, -50.0, 0.0, 50.0, 1000.0);

  private EdgeRule() {}

  static void finite(Loss loss, Bench bench) {
    LossSamples samples = LossSamples.of(loss, bench);
    for (Sample sample : samples.list()) {
      for (Sample edge : edges(samples.predictions(), sample)) {
        finite(loss, sample, edge);
      }
    }
  }

  private static List<Sample> edges(Range domain, Sample sample) {
    return switch (domain) {
      case REAL -> FAR.stream().map(sample::filled).toList();
      case NON_NEGATIVE -> List.of(sample.filled(0), sample.filled(1e6));
      case POSITIVE -> List.of(sample.filled(1e-6), sample.filled(1e6));
      case UNIT -> List.of(sample.filled(0), sample.filled(1));
      case SIMPLEX -> corners(sample, 0, 1);
      case LOG_SIMPLEX -> corners(sample, -100, 0);
    };
  }

  /** All belief on one class, each in turn. */
  private static List<Sample> corners(Sample sample, double none, double all) {
    List<Sample> corners = new ArrayList<>();
    for (int j = 0; j < sample.width(); j++) {
      corners.add(sample.filled(none).with(j, all));
    }
    return corners;
  }

  private static void finite(Loss loss, Sample sample, Sample edge) {
    float[] gradient = new float[edge.width()];
    double value = row(loss, edge, gradient);
    float at = edge.prediction()[0];
    Finding.unless(!Double.isNaN(value), "for predictions of %s the loss is NaN.", at);
    if (Double.isInfinite(value)) {
      DoubleUnaryOperator on = t -> between(sample, edge, t).row(loss, null);
      Finding.unless(
          Finiteness.climbs(on, 0, 1, Finiteness.DOUBLE_TOP),
          "for predictions of %s the loss is %s, although it could be told.",
          at,
          value);
    }
    for (int j = 0; j < gradient.length; j++) {
      slope(loss, sample, edge, gradient[j], j);
    }
  }

  private static void slope(Loss loss, Sample sample, Sample edge, float g, int j) {
    float at = edge.prediction()[j];
    Finding.unless(!Float.isNaN(g), "for predictions of %s the gradient is NaN.", at);
    if (Float.isInfinite(g)) {
      DoubleUnaryOperator on = t -> gradient(loss, between(sample, edge, t), j);
      Finding.unless(
          Finiteness.climbs(on, 0, 1, Finiteness.FLOAT_TOP),
          "for predictions of %s the gradient is %s, although it could be told.",
          at,
          g);
    }
  }

  private static double row(Loss loss, Sample edge, float[] gradient) {
    try {
      return edge.row(loss, gradient);
    } catch (IllegalArgumentException e) {
      return 0; // a refusal in words is as good as a number
    }
  }

  private static double gradient(Loss loss, Sample sample, int j) {
    float[] gradient = new float[sample.width()];
    sample.row(loss, gradient);
    return gradient[j];
  }

  private static Sample between(Sample from, Sample to, double t) {
    float[] prediction = new float[from.width()];
    for (int j = 0; j < prediction.length; j++) {
      prediction[j] = (float) ((1 - t) * from.prediction()[j] + t * to.prediction()[j]);
    }
    return from.with(prediction);
  }
}
