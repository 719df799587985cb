package nn.losses;

import java.util.Locale;
import nn.api.FusedLoss;
import nn.api.Link;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;
import nn.api.RowLoss;

/**
 * The surprise at the class that turned out to be right: -sum_j t_j ln p_j, where t_j is 1 for that
 * class and 0 for the others. The derivative is -t_j / p_j; both stay finite at p = 0, where p
 * counts as the smallest normal float.
 *
 * <p>On the scores z before softmax the fused form is sum_j t_j (ln sum_k e^z_k - z_j), with
 * derivative p_j sum_k t_k - t_j: PyTorch's convention, also for targets that do not add up to 1.
 * It is written so that a loss and a gradient near 0 keep their digits however large the scores
 * are.
 *
 * @param targets how a row says which class is right
 */
// The gradient may be null, but Maven's reader of module-info cannot parse "float @Nullable []" in
// a class that it provides (qdox issue 219).
@SuppressWarnings("NullAway")
@Named(
    value = "cross-entropy",
    summary = "Surprise at the right class, for outputs that are probabilities of classes.",
    formula = "-sum_j t_j ln p_j",
    source = "PyTorch CrossEntropyLoss, which is the fused form")
public record CrossEntropy(
    @Param(help = "index: a class number per row; one-hot: one number per class") Targets targets)
    implements RowLoss, FusedLoss {
  /** How a target row says which class is right. */
  public enum Targets {
    /** One number: the class, counted from 0. */
    INDEX,
    /** As many numbers as classes: a 1 among zeros, or any probabilities. */
    ONE_HOT
  }

  /** Class numbers, PyTorch's usual targets. */
  public CrossEntropy() {
    this(Targets.INDEX);
  }

  @Override
  public int targetWidth(int predictionWidth) {
    return targets == Targets.INDEX ? 1 : predictionWidth;
  }

  @Override
  public String output() {
    return "softmax";
  }

  @Override
  public Range domain() {
    return Range.SIMPLEX;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the target is not a class number
   */
  @Override
  public double row(
      float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
    check(target[targetAt], width);
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double p = Math.max(prediction[at + j], Float.MIN_NORMAL);
      double t = share(target, targetAt, j);
      sum -= t * StrictMath.log(p);
      if (gradient != null) {
        gradient[at + j] = (float) (-t / p);
      }
    }
    return sum;
  }

  @Override
  public Link link() {
    return Link.SOFTMAX;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the target is not a class number
   */
  @Override
  public double fusedRow(
      float[] z, int at, int width, float[] target, int targetAt, float[] gradient) {
    check(target[targetAt], width);
    int top = top(z, at, width);
    double others = sumOfOthers(z, at, width, top);
    double log = StrictMath.log1p(others);
    double total = 0;
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double t = share(target, targetAt, j);
      total += t;
      // A class that has no share may have the score -infinity.
      double lead = t == 0 ? 0 : (double) z[top] - z[at + j];
      sum += t * (lead + log);
    }
    if (gradient != null) {
      for (int j = 0; j < width; j++) {
        double t = share(target, targetAt, j);
        double e = StrictMath.exp((double) z[at + j] - z[top]);
        double p = e / (1 + others);
        double notP = at + j == top ? others / (1 + others) : 1 - p;
        gradient[at + j] = (float) ((total - t) * p - t * notP);
      }
    }
    return sum;
  }

  /** Where the largest score of the row stands. */
  private static int top(float[] z, int at, int width) {
    int top = at;
    for (int i = at + 1; i < at + width; i++) {
      if (z[i] > z[top]) {
        top = i;
      }
    }
    return top;
  }

  /** sum_k e^(z_k - z_top) without the 1 that the top itself adds, to which ln(1 + x) is exact. */
  private static double sumOfOthers(float[] z, int at, int width, int top) {
    double sum = 0;
    for (int i = at; i < at + width; i++) {
      if (i != top) {
        sum += StrictMath.exp((double) z[i] - z[top]);
      }
    }
    return sum;
  }

  /** t_j: how much of the target falls on class j. */
  private double share(float[] target, int targetAt, int j) {
    if (targets == Targets.ONE_HOT) {
      return target[targetAt + j];
    }
    return target[targetAt] == j ? 1 : 0;
  }

  private void check(float number, int classes) {
    boolean valid = number >= 0 && number < classes && number == Math.rint(number);
    if (targets == Targets.INDEX && !valid) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Target %s is not a class number: a network with %d outputs expects a whole number"
                  + " from 0 to %d; number the classes from 0 and give the network one output per"
                  + " class, or use cross-entropy(targets=one-hot) for rows of probabilities.",
              words(number),
              classes,
              classes - 1));
    }
  }

  private static String words(float number) {
    boolean whole = number == (int) number;
    return whole ? Integer.toString((int) number) : String.format(Locale.ROOT, "%.3f", number);
  }
}
