package nn.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.api.Loss;

/**
 * A loss of a whole row once more, in double and in the plainest words, for one target.
 *
 * @param loss the loss
 * @param target the target row
 * @param formula prediction to loss
 */
record RowFormula(Loss loss, List<Double> target, ToDoubleFunction<double[]> formula) {
  private static final List<Double> SOFT = List.of(0.1, 0.7, 0.2);
  private static final List<Double> HOT = List.of(0.0, 1.0, 0.0);
  private static final List<Double> SECOND = List.of(1.0);

  /** Losses of three scores. */
  static Stream<RowFormula> ofScores() {
    return Stream.of(
        new RowFormula(new MultiMargin(), SECOND, p -> pairs(p, HOT, 1, 1)),
        new RowFormula(new MultiMargin(2, 0.6), SECOND, p -> pairs(p, HOT, 2, 0.6)),
        new RowFormula(new MultiLabelMargin(), HOT, p -> pairs(p, HOT, 1, 1)),
        new RowFormula(
            new MultiLabelMargin(),
            List.of(1.0, 0.0, 1.0),
            p -> pairs(p, List.of(1.0, 0.0, 1.0), 1, 1)),
        new RowFormula(
            new CategoricalHinge(),
            HOT,
            p -> Math.max(0, 1 - p[1] + Math.max(0, Math.max(p[0], p[2])))),
        new RowFormula(new Cosine(), SOFT, p -> -dot(p, SOFT) / length(p) / length(SOFT)),
        new RowFormula(
            new GaussianNll(), List.of(0.3), p -> gaussian(p[0], Math.max(1e-6, p[1]), 0.3)),
        new RowFormula(
            new GaussianNll(),
            List.of(0.3, -2.0),
            p -> (gaussian(p[0], p[2], 0.3) + gaussian(p[1], p[3], -2)) / 2));
  }

  /** Losses of the probabilities of three classes. */
  static Stream<RowFormula> ofProbabilities() {
    return Stream.of(
        new RowFormula(new CrossEntropy(), SECOND, p -> -StrictMath.log(p[1])),
        new RowFormula(new CrossEntropy(Targets.ONE_HOT, 0, -100), SOFT, p -> surprise(p, SOFT)),
        new RowFormula(
            new CrossEntropy(Targets.INDEX, 0.3, -100),
            SECOND,
            p -> surprise(p, List.of(0.1, 0.8, 0.1))),
        new RowFormula(
            new CrossEntropy(Targets.ONE_HOT, 0.3, -100),
            SOFT,
            p -> surprise(p, List.of(0.17, 0.59, 0.24))),
        new RowFormula(
            new Focal(), SECOND, p -> -0.25 * StrictMath.pow(1 - p[1], 2) * StrictMath.log(p[1])),
        new RowFormula(
            new Focal(Targets.ONE_HOT, 0.5, 1),
            SOFT,
            p -> expected(SOFT, j -> -Math.sqrt(1 - p[j]) * StrictMath.log(p[j]))),
        new RowFormula(new Focal(Targets.ONE_HOT, 0, 1), SOFT, p -> surprise(p, SOFT)),
        new RowFormula(new GeneralizedCrossEntropy(), SECOND, p -> (1 - Math.sqrt(p[1])) / 0.5),
        new RowFormula(
            new GeneralizedCrossEntropy(Targets.ONE_HOT, 0.2),
            SOFT,
            p -> expected(SOFT, j -> (1 - StrictMath.pow(p[j], 0.2)) / 0.2)),
        new RowFormula(new GeneralizedCrossEntropy(Targets.INDEX, 1), SECOND, p -> 1 - p[1]),
        new RowFormula(
            new GeneralizedCrossEntropy(Targets.ONE_HOT, 0), SOFT, p -> surprise(p, SOFT)));
  }

  /** Losses of the log-probabilities of three classes. */
  static Stream<RowFormula> ofLogProbabilities() {
    return Stream.of(
        new RowFormula(new NegativeLogLikelihood(), SECOND, p -> -p[1]),
        new RowFormula(new NegativeLogLikelihood(Targets.ONE_HOT, -100), SOFT, p -> -dot(p, SOFT)),
        new RowFormula(
            new KlDivergence(), SOFT, p -> expected(SOFT, j -> StrictMath.log(SOFT.get(j)) - p[j])),
        new RowFormula(new KlDivergence(), HOT, p -> -p[1]));
  }

  /** The target as the loss wants it. */
  float[] targetRow() {
    float[] row = new float[target.size()];
    IntStream.range(0, row.length).forEach(j -> row[j] = target.get(j).floatValue());
    return row;
  }

  /** Slopes of the formula after some function of the row, by central differences. */
  static double[] slopes(ToDoubleFunction<double[]> formula, float[] at) {
    double h = 1e-6;
    double[] slopes = new double[at.length];
    for (int j = 0; j < at.length; j++) {
      double[] x = widened(at);
      x[j] += h;
      double up = formula.applyAsDouble(x);
      x[j] -= 2 * h;
      slopes[j] = (up - formula.applyAsDouble(x)) / (2 * h);
    }
    return slopes;
  }

  static double[] widened(float[] x) {
    return IntStream.range(0, x.length).mapToDouble(j -> x[j]).toArray();
  }

  @Override
  public String toString() {
    return loss + " for " + target;
  }

  private static double pairs(double[] p, List<Double> t, int power, double margin) {
    List<Double> lacks = new ArrayList<>();
    for (int j = 0; j < p.length; j++) {
      for (int i = 0; i < p.length; i++) {
        if (t.get(j) == 1 && t.get(i) == 0) {
          lacks.add(StrictMath.pow(Math.max(0, margin - p[j] + p[i]), power));
        }
      }
    }
    return lacks.stream().mapToDouble(x -> x).sum() / p.length;
  }

  private static double gaussian(double mean, double variance, double t) {
    return (StrictMath.log(variance) + (mean - t) * (mean - t) / variance) / 2;
  }

  private static double expected(List<Double> t, IntToDoubleFunction cost) {
    return IntStream.range(0, t.size()).mapToDouble(j -> t.get(j) * cost.applyAsDouble(j)).sum();
  }

  private static double surprise(double[] p, List<Double> t) {
    return expected(t, j -> -StrictMath.log(p[j]));
  }

  private static double dot(double[] p, List<Double> t) {
    return expected(t, j -> p[j]);
  }

  private static double length(double[] x) {
    return Math.sqrt(IntStream.range(0, x.length).mapToDouble(j -> x[j] * x[j]).sum());
  }

  private static double length(List<Double> x) {
    return length(x.stream().mapToDouble(v -> v).toArray());
  }
}
