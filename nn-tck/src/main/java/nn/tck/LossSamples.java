package nn.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import nn.api.Loss;
import nn.api.Range;
import org.jspecify.annotations.Nullable;

/**
 * Rows of predictions and targets that a loss accepts. Predictions follow its domain; since a loss
 * cannot say which targets make sense, kinds of target are tried in the order of {@link Targets}.
 *
 * @param predictions the domain that the predictions were drawn from
 * @param list the rows, several of each width
 */
record LossSamples(Range predictions, List<Sample> list) {
  private static final int[] WIDTHS = {1, 2, 3, 4};

  /** Rows per width. */
  private static final int ROWS = 12;

  /**
   * A row of predictions and its target.
   *
   * @param prediction numbers to which small powers of two can be added exactly
   * @param target of the width that the loss asks for
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Sample(float[] prediction, float[] target) {
    int width() {
      return prediction.length;
    }

    /** The loss of the row; its gradient goes to an array of the row's width, unless null. */
    double row(Loss loss, float @Nullable [] gradient) {
      return loss.row(prediction, 0, prediction.length, target, 0, gradient);
    }

    /** The same target with another prediction. */
    Sample with(float[] other) {
      return new Sample(other, target);
    }

    /** The same with one prediction replaced. */
    Sample with(int j, double value) {
      float[] other = prediction.clone();
      other[j] = (float) value;
      return with(other);
    }

    /** The same with every prediction replaced. */
    Sample filled(double value) {
      float[] other = prediction.clone();
      Arrays.fill(other, (float) value);
      return with(other);
    }
  }

  /**
   * Samples for a loss.
   *
   * @throws Check.Skip if it accepts none
   */
  static LossSamples of(Loss loss, Bench bench) {
    Range domain = domain(loss);
    List<Sample> samples = new ArrayList<>();
    for (int width : WIDTHS) {
      int targets = targetWidth(loss, width);
      boolean single = isIndex(loss) && width == 1; // one class alone is nothing to learn
      if (targets > 0 && !single) {
        samples.addAll(of(loss, domain, width, targets, bench.random()));
      }
    }
    if (samples.isEmpty()) {
      throw new Check.Skip("it accepts none of the targets that the kit knows");
    }
    return new LossSamples(domain, samples);
  }

  private static List<Sample> of(
      Loss loss, Range domain, int width, int targets, RandomGenerator random) {
    for (Targets kind : Targets.inOrder(isIndex(loss), domain)) {
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < ROWS; i++) {
        float[] target = kind.draw(targets, width, random);
        samples.add(new Sample(prediction(domain, width, random), target));
      }
      if (samples.stream().allMatch(sample -> accepts(loss, sample))) {
        return samples;
      }
    }
    return List.of();
  }

  private static boolean accepts(Loss loss, Sample sample) {
    try {
      return Double.isFinite(sample.row(loss, null));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** A target of one number however many predictions: the number of a class. */
  static boolean isIndex(Loss loss) {
    return targetWidth(loss, 2) == 1 && targetWidth(loss, 4) == 1;
  }

  /** 0 for a width of predictions that the loss refuses. */
  static int targetWidth(Loss loss, int width) {
    try {
      return loss.targetWidth(width);
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  /** Several predictions for one number describe a distribution, whose width is positive. */
  private static Range domain(Loss loss) {
    boolean distribution = !isIndex(loss) && targetWidth(loss, 4) < 4;
    return distribution && loss.domain() == Range.REAL ? Range.POSITIVE : loss.domain();
  }

  private static float[] prediction(Range domain, int width, RandomGenerator random) {
    double[] p = new double[width];
    for (int j = 0; j < width; j++) {
      double u = random.nextDouble();
      p[j] =
          switch (domain) {
            case REAL -> 6 * u - 3;
            case NON_NEGATIVE, POSITIVE -> 0.2 + 3 * u;
            case UNIT -> 0.05 + 0.9 * u;
            case SIMPLEX, LOG_SIMPLEX -> 0.1 + u;
          };
    }
    double sum =
        domain == Range.SIMPLEX || domain == Range.LOG_SIMPLEX ? Arrays.stream(p).sum() : 1;
    float[] prediction = new float[width];
    for (int j = 0; j < width; j++) {
      double share = p[j] / sum;
      prediction[j] = Bench.even(domain == Range.LOG_SIMPLEX ? StrictMath.log(share) : share);
    }
    return prediction;
  }
}
