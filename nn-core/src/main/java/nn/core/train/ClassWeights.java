package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.api.Loss;
import nn.api.Rows;
import nn.core.text.Numbers;

/**
 * How much a row counts in the average, by its class: rare classes may count more. The average is
 * divided by the sum of the weights, as in PyTorch's cross-entropy.
 *
 * @param weights one a class, positive and finite; empty when all rows count alike
 */
public record ClassWeights(ImmutableDoubleArray weights) {
  /** As many numbers of a target as a message shows. */
  private static final int FEW = 8;

  /** Every row counts alike. */
  public static final ClassWeights EQUAL = new ClassWeights(ImmutableDoubleArray.of());

  /** Checks the weights. */
  public ClassWeights {
    for (double w : weights.asList()) {
      checkArgument(
          w > 0 && Double.isFinite(w), "Class weights must be numbers above 0, got %s.", weights);
    }
  }

  /**
   * The weights at which every class counts alike: rows / (classes x rows of the class), as in
   * scikit-learn. A class without rows counts 1.
   */
  public static ClassWeights balanced(long... rowsOfClass) {
    long rows = 0;
    for (long count : rowsOfClass) {
      rows += count;
    }
    ImmutableDoubleArray.Builder weights = ImmutableDoubleArray.builder();
    for (long count : rowsOfClass) {
      weights.add(count == 0 ? 1 : (double) rows / (rowsOfClass.length * count));
    }
    return new ClassWeights(weights.build());
  }

  /** Refuses targets that are no classes of ours, unless the loss ignores their row. */
  void check(Loss loss, Rows targets) {
    for (int r = 0; r < targets.count() && !weights.isEmpty(); r++) {
      checkArgument(
          fits(targets, r) || LossStage.rowWeight(loss, targets, r) == 0,
          "There are %s class weights, but row %s has the target %s. Give one a class.",
          weights.length(),
          r,
          words(targets, r));
    }
  }

  private static String words(Rows targets, int r) {
    return IntStream.range(0, Math.min(FEW, targets.width()))
            .mapToObj(j -> Numbers.text(targets.get(r, j)))
            .collect(Collectors.joining(", "))
        + (targets.width() > FEW ? ", ..." : "");
  }

  private boolean fits(Rows targets, int r) {
    float first = targets.get(r, 0);
    return targets.width() > 1
        ? targets.width() == weights.length() && areShares(targets, r)
        : first == (int) first && first >= 0 && first < weights.length();
  }

  /** Whether each number is the share of a class; others would make weights below 0. */
  private static boolean areShares(Rows targets, int r) {
    for (int j = 0; j < targets.width(); j++) {
      if (!(targets.get(r, j) >= 0 && targets.get(r, j) <= 1)) {
        return false;
      }
    }
    return true;
  }

  /** Weight of one row: of its class number, or the mean over its shares of the classes. */
  double of(float[] target, int at, int width) {
    if (weights.isEmpty()) {
      return 1;
    }
    if (width == 1) {
      return weights.get((int) target[at]);
    }
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += weights.get(j) * target[at + j];
    }
    return sum;
  }
}
