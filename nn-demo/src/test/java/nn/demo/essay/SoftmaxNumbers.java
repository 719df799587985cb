package nn.demo.essay;

import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.scientific;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import nn.demo.story.Classroom;

/** The numbers of the essay on softmax with cross-entropy. */
final class SoftmaxNumbers {
  private static final float[] SCORES = {2, 1, -1};
  private static final double[] SHIFTS = {0, 50, 87, 100, 1000, -1000};
  private static final double[] LEADS = {100, 40, 20, 10, 0, -10, -50, -100, -200};
  private static final int[] CLASSES = {2, 10, 100, 1000};
  private static final double SMOOTHING = 0.1;

  private final Classroom room;
  private final Surprise surprise;

  SoftmaxNumbers(Classroom room) {
    this.room = room;
    surprise = new Surprise(room, "cross-entropy");
  }

  Essay essay() {
    return new Essay(
        "softmax-and-cross-entropy",
        ImmutableMap.of(
            "example", this::example,
            "overflow", this::overflow,
            "leads", this::leads,
            "squares", this::squares,
            "start", this::start,
            "smoothing", this::smoothing),
        stated());
  }

  private ImmutableList<String> stated() {
    double limit = StrictMath.log(Float.MAX_VALUE);
    double smallest = -StrictMath.log(Float.MIN_NORMAL);
    return ImmutableList.of(
        "above %s".formatted(decimal(limit, 2)),
        "above %s in `double`".formatted(decimal(StrictMath.log(Double.MAX_VALUE), 2)),
        "at most %s".formatted(decimal(smallest, 1)),
        "`cross-entropy(label-smoothing=%s)`".formatted(decimal(SMOOTHING, 1)));
  }

  private String example() {
    float[] p = surprise.probabilities(SCORES);
    float[] fused = surprise.slopes(SCORES, 0);
    float[] apart = surprise.slopesApart(SCORES, 0);
    MarkdownTable table =
        MarkdownTable.of("class", "z", "e^z", "p", "t", "p - t", "fused slope", "in two steps");
    for (int j = 0; j < SCORES.length; j++) {
      int t = j == 0 ? 1 : 0;
      table.row(
          String.valueOf(j),
          decimal(SCORES[j], 0),
          decimal(StrictMath.exp(SCORES[j]), 4),
          decimal(p[j], 6),
          String.valueOf(t),
          decimal(p[j] - t, 6),
          decimal(fused[j], 6),
          decimal(apart[j], 6));
    }
    return table
        + "\n\nThe loss is -ln %s = %s."
            .formatted(decimal(p[0], 6), decimal(surprise.loss(SCORES, 0), 6));
  }

  /** Scores 3, 2, 1 and a number added to all of them. */
  private String overflow() {
    MarkdownTable table =
        MarkdownTable.of("scores", "largest e^z in float", "as the formula says", "softmax");
    for (double shift : SHIFTS) {
      float[] z = {(float) (shift + 3), (float) (shift + 2), (float) (shift + 1)};
      table.row(
          "%s, %s, %s".formatted(decimal(z[0], 0), decimal(z[1], 0), decimal(z[2], 0)),
          number(naive(z[0])),
          number(naive(z[0]) / (naive(z[0]) + naive(z[1]) + naive(z[2]))),
          number(surprise.probabilities(z)[0]));
    }
    return table.toString();
  }

  private static float naive(float z) {
    return (float) StrictMath.exp(z);
  }

  private static String number(float value) {
    if (!Float.isFinite(value)) {
      return String.valueOf(value);
    }
    return value == 0 || Math.abs(value) < 1000
        ? decimal(value, 4)
        : String.format(Locale.ROOT, "%.2e", value);
  }

  private String leads() {
    MarkdownTable table =
        MarkdownTable.of("lead d", "p", "loss from p", "loss fused", "slope by p", "slope fused");
    for (double lead : LEADS) {
      float[] z = {(float) lead, 0};
      float p = surprise.probabilities(z)[0];
      table.row(
          decimal(lead, 0),
          scientific(p, 3),
          scientific(surprise.lossApart(z, 0), 3),
          scientific(surprise.loss(z, 0), 3),
          scientific(surprise.slopesApart(z, 0)[0], 3),
          scientific(surprise.slopes(z, 0)[0], 3));
    }
    return table.toString();
  }

  private String squares() {
    MarkdownTable table =
        MarkdownTable.of("lead d", "p", "slope of cross-entropy", "slope of (p - 1)^2");
    for (double lead : new double[] {5, 2, 0, -2, -5, -10}) {
      float[] z = {(float) lead, 0};
      table.row(
          decimal(lead, 0),
          decimal(surprise.probabilities(z)[0], 5),
          decimal(surprise.slopes(z, 0)[0], 5),
          decimal(surprise.squareSlope(lead), 5));
    }
    return table.toString();
  }

  /** A network that knows nothing gives every class the same score. */
  private String start() {
    MarkdownTable table = MarkdownTable.of("classes C", "loss of equal scores", "ln C");
    for (int classes : CLASSES) {
      table.row(
          decimal(classes, 0),
          decimal(surprise.loss(new float[classes], 0), 6),
          decimal(StrictMath.log(classes), 6));
    }
    return table.toString();
  }

  private String smoothing() {
    Surprise smooth =
        new Surprise(room, "cross-entropy(label-smoothing=" + decimal(SMOOTHING, 1) + ")");
    MarkdownTable table = MarkdownTable.of("lead d", "plain", "smoothed");
    for (double lead : new double[] {0, 1, 2, 2.5, 3, 3.5, 4, 10}) {
      float[] z = {(float) lead, 0, 0};
      table.row(
          decimal(lead, 1),
          decimal(surprise.slopes(z, 0)[0], 5),
          decimal(smooth.slopes(z, 0)[0], 5));
    }
    double right = 1 - SMOOTHING + SMOOTHING / 3;
    return table
        + "\n\nThe smoothed slope changes its sign at ln(%s / %s) = %s."
            .formatted(
                decimal(right, 4),
                decimal(SMOOTHING / 3, 4),
                decimal(StrictMath.log(right / (SMOOTHING / 3)), 3));
  }
}
