package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.plugin.Plugins;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class BatchNormTest {
  private static final Plugins PLUGINS = Plugins.discover();
  private static final float[][] BATCH = {{1, 10}, {2, -3}, {4, 5}, {9, 0.5f}};

  @Test
  void inTrainingEveryColumnGetsMeanZeroAndVarianceOne() {
    Rows y = train(norm(), BATCH);
    for (int j = 0; j < 2; j++) {
      SummaryStatistics column = column(j, y);
      assertEquals(0, column.getMean(), 1e-6);
      assertEquals(1, column.getPopulationVariance(), 1e-4);
    }
  }

  @Test
  void scaleAndShiftComeAfterwards() {
    Network network = norm();
    Rows plain = train(network, BATCH);
    float[] numbers = {3, -2, 0.5f, 7};
    System.arraycopy(numbers, 0, network.parameters(), 0, 4);
    Rows scaled = train(network, BATCH);
    for (int r = 0; r < BATCH.length; r++) {
      assertEquals(3 * plain.get(r, 0) + 0.5f, scaled.get(r, 0), 1e-6);
      assertEquals(-2 * plain.get(r, 1) + 7, scaled.get(r, 1), 1e-6);
    }
  }

  @Test
  void aTenthOfEachBatchGoesIntoTheRunningMeanAndUnbiasedVariance() {
    Network network = norm();
    train(network, BATCH);
    float[][] second = {{5, 5}, {6, -1}};
    train(network, second);
    for (int j = 0; j < 2; j++) {
      SummaryStatistics a = column(j, rows(BATCH));
      SummaryStatistics b = column(j, rows(second));
      double mean = 0.9 * (0.9 * 0 + 0.1 * a.getMean()) + 0.1 * b.getMean();
      double variance = 0.9 * (0.9 * 1 + 0.1 * a.getVariance()) + 0.1 * b.getVariance();
      assertEquals(mean, network.statistics()[j], 1e-6);
      assertEquals(variance, network.statistics()[2 + j], 1e-5);
    }
  }

  @Test
  void inUseTheRunningStatisticsCountAndStay() {
    Network network = norm();
    float[] statistics = {2, -1, 4, 0.25f};
    System.arraycopy(statistics, 0, network.statistics(), 0, 4);
    float[] y = network.predict(5, 1);
    assertArrayEquals(
        new double[] {3 / Math.sqrt(4 + 1e-5), 2 / Math.sqrt(0.25 + 1e-5)},
        new double[] {y[0], y[1]},
        1e-6);
    assertArrayEquals(statistics, network.statistics());
  }

  @Test
  void oneRowGivesTheShiftAndSaysNothingAboutTheVariance() {
    Network network = norm();
    network.parameters()[2] = 3;
    Rows y = train(network, new float[][] {{8, -6}});
    assertArrayEquals(new float[] {3, 0}, y.data());
    assertArrayEquals(new float[] {0.8f, -0.6f, 1, 1}, network.statistics(), 1e-6f);
  }

  @Test
  void aConstantColumnStaysFinite() {
    Rows y = train(norm(), new float[][] {{5, 1}, {5, 2}, {5, 3}});
    for (int r = 0; r < 3; r++) {
      assertEquals(0, y.get(r, 0));
    }
  }

  @Test
  void everyLayerKeepsStatisticsOfItsOwn() {
    Network network = Network.builder(PLUGINS, 2).batchNorm().dense(3, "tanh").batchNorm().build(1);
    assertEquals(10, network.statistics().length);
    train(network, BATCH);
    DoubleNetwork reference = new DoubleNetwork(network, false, 0);
    double[] expected = reference.forward(new double[][] {{0.5, -2}})[0];
    float[] y = network.predict(0.5f, -2);
    for (int j = 0; j < 3; j++) {
      assertEquals(expected[j], y[j], 1e-5);
    }
  }

  private static Network norm() {
    return Network.builder(PLUGINS, 2).batchNorm().build(1);
  }

  private static Rows train(Network network, float[][] batch) {
    float[] gradients = new float[network.parameters().length];
    Pass pass = Pass.training(network, batch.length, gradients, false);
    Rows rows = rows(batch);
    System.arraycopy(rows.data(), 0, pass.input().data(), 0, rows.size());
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      pass.forward(true, 1, 0, crew);
    }
    return pass.output();
  }

  private static Rows rows(float[][] numbers) {
    Rows rows = Rows.zeros(numbers.length, numbers[0].length);
    for (int r = 0; r < numbers.length; r++) {
      System.arraycopy(numbers[r], 0, rows.data(), rows.at(r), numbers[r].length);
    }
    return rows;
  }

  private static SummaryStatistics column(int j, Rows rows) {
    SummaryStatistics column = new SummaryStatistics();
    for (int r = 0; r < rows.count(); r++) {
      column.addValue(rows.get(r, j));
    }
    return column;
  }
}
