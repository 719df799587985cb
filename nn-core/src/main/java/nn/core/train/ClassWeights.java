package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import nn.api.Loss;
import nn.api.Rows;

/**
 * How much a row counts in the average, by its class: rare classes may count more. The average is
 * divided by the sum of the weights, as in PyTorch's cross-entropy.
 *
 * @param weights one a class, positive and finite; empty when all rows count alike
 */
public record ClassWeights(ImmutableDoubleArray weights) {
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
          "There are %s class weights, but row %s has the target %s of %s. Give one a class.",
          weights.length(),
          r,
          targets.get(r, 0),
          targets.width());
    }
  }

  private boolean fits(Rows targets, int r) {
    float first = targets.get(r, 0);
    return targets.width() > 1
        ? targets.width() == weights.length()
        : first == (int) first && first >= 0 && first < weights.length();
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
