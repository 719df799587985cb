package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nn.api.Optimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fifty steps of every rule against the same rule in double. */
class TrajectoryTest {
  static Stream<Optimizer> elementwise() {
    return Stream.of(
        new Sgd(),
        new Sgd(0.01, 0.1),
        new Momentum(),
        new Momentum(0.01, 0.8, 0.3, false, 0.1),
        new Momentum(0.01, 0.9, 0, true, 0.05),
        new Adagrad(),
        new Adagrad(0.05, 0.1, 0.2, 1e-3, 0.1),
        new Adadelta(),
        new Adadelta(0.5, 0.8, 1e-3, 0.1),
        new RmsProp(),
        new RmsProp(0.01, 0.9, 1e-3, 0.1, 0.5, false),
        new RmsProp(0.01, 0.8, 1e-2, 0.1, 0, true),
        new RmsProp(0.003, 0.9, 1e-2, 0, 0.9, true),
        new Rprop(),
        new Rprop(0.1, 0.3, 1.5, 0.01, 0.4),
        new Adam(),
        new Adam(0.01, 0.8, 0.95, 1e-3, 0.1),
        new AdamW(),
        new AdamW(0.01, 0.8, 0.95, 1e-3, 0.5),
        new AmsGrad(),
        new AmsGrad(0.01, 0.8, 0.6, 1e-3, 0.1),
        new Adamax(),
        new Adamax(0.01, 0.8, 0.7, 1e-3, 0.1),
        new Nadam(),
        new Nadam(0.01, 0.8, 0.95, 1e-3, 0.1, 0.5),
        new Radam(),
        new Radam(0.01, 0.8, 0.9, 1e-2, 0.1),
        new Radam(0.01, 0.8, 0.5, 1e-2, 0),
        new Asgd(),
        new Asgd(0.1, 0.1, 0.5, 10, 0.1),
        new Lion(),
        new Lion(0.01, 0.8, 0.7, 0.5),
        new Ftrl(),
        new Ftrl(0.1, -0.5, 0.2, 0.3, 0.2, 0.1, 0.4),
        new Ftrl(0.1, -0.7, 0.5, 0, 0, 0, 0),
        new AdaBelief(),
        new AdaBelief(0.01, 0.8, 0.95, 1e-4, 0.5),
        new Yogi(),
        new Yogi(0.01, 0.8, 0.9, 1e-2, 0.5));
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void fiftyStepsFollowTheRuleInDouble(Optimizer optimizer) {
    Random random = new Random(1);
    Trial trial = Trial.drawn(optimizer, Trial.weights(29, 7), random);
    Reference rule = Reference.of(optimizer);
    int at = trial.block.offset();
    double[] expected = new double[trial.block.size()];
    double[][] state = new double[expected.length][4];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = trial.weights[at + i];
    }
    for (int t = 1; t <= 50; t++) {
      trial.drawnStep(t, random);
      for (int i = 0; i < expected.length; i++) {
        expected[i] = rule.step(t, trial.gradients[at + i], expected[i], state[i]);
        assertEquals(expected[i], trial.weights[at + i], 1e-5, where(t, i));
      }
    }
  }

  private static Supplier<String> where(int step, int weight) {
    return () -> "step " + step + " weight " + weight;
  }

  static Stream<Optimizer> blockwise() {
    return Stream.of(
        new Lars(),
        new Lars(5, 0.01, 0.8, 0.1),
        new Lamb(),
        new Lamb(0.01, 0.8, 0.95, 1e-3, 0.5),
        new Adafactor(),
        new Adafactor(0.3, -0.5, 1e-2, 0.1, 0.6, 0.1),
        new Adafactor(0.3, -0.5, 2, 1, 0.6, 0),
        new Muon(),
        new Muon(0.01, 0.8, false, 3, 1e-7, 0.5, new AdamW()));
  }

  @ParameterizedTest
  @MethodSource("blockwise")
  void matricesOfEveryShapeFollowTheRuleOfTheTranspose(Optimizer optimizer) {
    int[][] shapes = {{1, 1}, {1, 9}, {9, 1}, {4, 11}, {11, 4}, {6, 6}};
    for (int[] shape : shapes) {
      follow(optimizer, shape[0], shape[1]);
    }
  }

  private static void follow(Optimizer optimizer, int inputs, int outputs) {
    Random random = new Random(2);
    Trial trial = Trial.drawn(optimizer, Trial.weights(inputs, outputs), random);
    MatrixReference rule = new MatrixReference(outputs, inputs);
    RealMatrix expected = transposed(trial.weights, trial);
    for (int t = 1; t <= 50; t++) {
      trial.drawnStep(t, random);
      expected = rule.step(optimizer, t, transposed(trial.gradients, trial), expected);
      double off = expected.subtract(transposed(trial.weights, trial)).getFrobeniusNorm();
      String where = optimizer + " " + inputs + " x " + outputs + " step " + t;
      assertEquals(0, off / Math.max(1, expected.getFrobeniusNorm()), 1e-5, where);
    }
  }

  private static RealMatrix transposed(float[] numbers, Trial trial) {
    int columns = trial.block.columns();
    RealMatrix matrix = new Array2DRowRealMatrix(columns, trial.block.rows());
    for (int i = 0; i < trial.block.size(); i++) {
      matrix.setEntry(i % columns, i / columns, numbers[trial.block.offset() + i]);
    }
    return matrix;
  }
}
