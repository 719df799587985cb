package nn.tck;

import static nn.tck.Check.Level.RECOMMENDED;
import static nn.tck.Check.Level.REQUIRED;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nn.api.ElementwiseLoss;
import nn.api.Loss;
import nn.api.Range;
import nn.tck.LossSamples.Sample;

/** Losses: the gradient, the edges of the domain, the smallest value, nothing else touched. */
final class LossRules {
  private LossRules() {}

  static List<Check<?>> checks() {
    return List.of(
        check("L-01", REQUIRED, "The gradient is the slope of the loss.", LossRules::gradient),
        check("L-02", REQUIRED, "It stays finite at the edges of its domain.", EdgeRule::finite),
        check("L-04", RECOMMENDED, "Nothing is better than to be right.", LossRules::smallest),
        check("L-05", REQUIRED, "Predictions and targets stay as they are.", LossRules::untouched),
        check(
            "L-06",
            REQUIRED,
            "Its methods for many rows agree with those for one.",
            LossRules::rows));
  }

  private static Check<Loss> check(
      String id, Check.Level level, String title, Check.Body<Loss> body) {
    return new Check<>(id, level, Loss.class, title, body);
  }

  private static void gradient(Loss loss, Bench bench) {
    LossSamples samples = LossSamples.of(loss, bench);
    Tally tally = new Tally();
    for (Sample sample : samples.list()) {
      float[] gradient = new float[sample.width()];
      Arrays.fill(gradient, Guard.MARK);
      double value = sample.row(loss, gradient);
      Finding.unless(
          Double.compare(value, sample.row(loss, null)) == 0,
          "without a gradient the loss is %s instead of %s.",
          sample.row(loss, null),
          value);
      Finding.unless(
          Double.compare(value, sample.row(loss, gradient.clone())) == 0,
          "the same row twice gives two losses.");
      for (int j = 0; j < sample.width(); j++) {
        slope(loss, samples.predictions(), sample, gradient, j, tally);
      }
    }
    tally.verdict();
  }

  private static void slope(
      Loss loss, Range domain, Sample sample, float[] gradient, int j, Tally tally) {
    double p = sample.prediction()[j];
    double room = Math.min(room(domain, p), kinkRoom(loss, sample, j));
    DoubleUnaryOperator f = value -> sample.with(j, value).row(loss, null);
    Measure.compare(f, p, room, gradient, j, tally);
  }

  /** How far a prediction may move inside the domain. */
  private static double room(Range domain, double p) {
    return switch (domain) {
      case REAL, LOG_SIMPLEX -> 1;
      case UNIT, SIMPLEX -> Math.min(p, 1 - p);
      case NON_NEGATIVE, POSITIVE -> p;
    };
  }

  private static double kinkRoom(Loss loss, Sample sample, int j) {
    double room = 1;
    if (loss instanceof ElementwiseLoss elementwise) {
      for (double kink : elementwise.kinks(sample.target()[j])) {
        room = Math.min(room, Math.abs(sample.prediction()[j] - kink));
      }
    }
    return room;
  }

  /** A loss says so by being 0, or level, wherever the prediction is the target. */
  private static void smallest(Loss loss, Bench bench) {
    LossSamples samples = LossSamples.of(loss, bench);
    int compared = 0;
    for (Sample sample : samples.list()) {
      boolean comparable =
          sample.target().length == sample.width()
              && Targets.fits(sample.target(), samples.predictions());
      if (comparable) {
        compared++;
        smallest(loss, sample);
      }
    }
    if (compared == 0) {
      throw new Check.Skip("its targets are no possible predictions");
    }
  }

  private static void smallest(Loss loss, Sample sample) {
    float[] gradient = new float[sample.width()];
    Sample right = sample.with(sample.target().clone());
    double best = right.row(loss, gradient);
    boolean level = Math.abs(best) < 1e-6;
    for (float number : gradient) {
      level |= Math.abs(number) < 1e-6 && sample.width() == 1;
    }
    if (!level) {
      throw new Check.Skip("it does not say that its smallest value is at the target");
    }
    double missed = sample.row(loss, null);
    Finding.unless(
        missed >= best - 1e-6,
        "a prediction %s for the target %s costs %s, less than %s for being right.",
        Arrays.toString(sample.prediction()),
        Arrays.toString(sample.target()),
        missed,
        best);
  }

  private static void untouched(Loss loss, Bench bench) {
    for (Sample sample : LossSamples.of(loss, bench).list()) {
      Sample before = new Sample(sample.prediction().clone(), sample.target().clone());
      LossRows rows = LossRows.of(List.of(sample));
      rows.run(loss, 0, 1, bench);
      sample.row(loss, new float[sample.width()]);
      loss.rowWeight(sample.target(), 0, sample.target().length);
      Finding.unless(
          Arrays.equals(before.prediction(), sample.prediction())
              && rows.prediction().get(0, 0) == before.prediction()[0],
          "it changes the predictions.");
      Finding.unless(Arrays.equals(before.target(), sample.target()), "it changes the targets.");
    }
  }

  private static void rows(Loss loss, Bench bench) {
    List<Sample> all = LossSamples.of(loss, bench).list();
    for (int width = 1; width <= 4; width++) {
      int wanted = width;
      List<Sample> samples = all.stream().filter(s -> s.width() == wanted).toList();
      if (!samples.isEmpty()) {
        LossRows rows = LossRows.of(samples);
        rows.run(loss, 0, 5, bench);
        rows.run(loss, 5, samples.size(), bench);
        rows.check();
        for (int r = 0; r < samples.size(); r++) {
          float[] gradient = new float[width];
          rows.agree(r, samples.get(r).row(loss, gradient), gradient, "row");
        }
      }
    }
    weights(loss, all);
  }

  private static void weights(Loss loss, List<Sample> samples) {
    for (Sample sample : samples) {
      double weight = loss.rowWeight(sample.target(), 0, sample.target().length);
      Finding.unless(
          weight >= 0 && Double.isFinite(weight),
          "rowWeight() gives %s; 0 or more is right.",
          weight);
    }
  }
}
