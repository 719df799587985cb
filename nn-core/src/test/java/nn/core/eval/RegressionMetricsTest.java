package nn.core.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.core.random.SplitMix64;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class RegressionMetricsTest {
  @Test
  void agreesWithValuesWorkedByHand() {
    RegressionMetrics metrics = of(new double[] {2, 4, 9}, new double[] {1, 5, 6});
    assertEquals(3, metrics.count());
    assertEquals(Math.sqrt(11 / 3.0), metrics.rmse(), 1e-15);
    assertEquals(5 / 3.0, metrics.mae(), 1e-15);
    assertEquals(1 - 11 / 14.0, metrics.r2(), 1e-15);
  }

  @Test
  void r2OfALeastSquaresLineIsTheSquaredCorrelation() {
    SplitMix64 random = new SplitMix64(4);
    SimpleRegression judge = new SimpleRegression();
    double[] x = random.doubles(200, 0, 10).toArray();
    double[] y = new double[200];
    for (int i = 0; i < 200; i++) {
      y[i] = 1e6 + 3 * x[i] + random.nextGaussian();
      judge.addData(x[i], y[i]);
    }
    RegressionMetrics.Accumulator metrics = new RegressionMetrics.Accumulator();
    DescriptiveStatistics errors = new DescriptiveStatistics();
    for (int i = 0; i < 200; i++) {
      metrics.add(judge.predict(x[i]), y[i]);
      errors.addValue(Math.abs(judge.predict(x[i]) - y[i]));
    }
    assertEquals(judge.getRSquare(), metrics.snapshot().r2(), 1e-9);
    assertEquals(errors.getMean(), metrics.snapshot().mae(), 1e-12);
    assertEquals(errors.getQuadraticMean(), metrics.snapshot().rmse(), 1e-12);
  }

  @Test
  void aLargeMeanDoesNotDrownASmallVariance() {
    double[] target = {1e9, 1e9 + 1, 1e9 + 2};
    assertEquals(0, of(new double[] {1e9 + 1, 1e9 + 1, 1e9 + 1}, target).r2(), 1e-12);
    assertEquals(1, of(target, target).r2(), 0.0);
  }

  @Test
  void withoutRowsEverythingIsUndefined() {
    RegressionMetrics metrics = new RegressionMetrics.Accumulator().snapshot();
    assertEquals(new RegressionMetrics(0, Double.NaN, Double.NaN, Double.NaN), metrics);
  }

  @Test
  void r2OfAConstantTargetIsUndefined() {
    RegressionMetrics metrics = of(new double[] {0.1, 0.3}, new double[] {0.1, 0.1});
    assertEquals(Double.NaN, metrics.r2());
    assertEquals(0.1, metrics.mae(), 1e-15);
    assertEquals(Double.NaN, of(new double[] {5}, new double[] {5}).r2());
  }

  @Test
  void whatIsNotFiniteShows() {
    RegressionMetrics metrics = of(new double[] {Double.NaN, 1}, new double[] {1, 2});
    assertEquals(Double.NaN, metrics.rmse());
    assertEquals(Double.NaN, metrics.r2());
    assertEquals(Double.NaN, metrics.mae());
  }

  @Test
  void aSnapshotDoesNotChange() {
    RegressionMetrics.Accumulator metrics = new RegressionMetrics.Accumulator();
    metrics.add(1, 2);
    RegressionMetrics before = metrics.snapshot();
    metrics.add(5, 9);
    assertEquals(1, before.mae());
    assertEquals(2.5, metrics.snapshot().mae());
  }

  private static RegressionMetrics of(double[] predictions, double[] targets) {
    RegressionMetrics.Accumulator metrics = new RegressionMetrics.Accumulator();
    for (int i = 0; i < targets.length; i++) {
      metrics.add(predictions[i], targets[i]);
    }
    return metrics.snapshot();
  }
}
