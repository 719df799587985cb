package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import nn.api.Block;
import nn.api.Block.Role;
import nn.api.Optimizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule finds the bottom of a bowl ten times as steep one way as the other, and of
 * Rosenbrock's bent valley. The rate falls in a straight line to 0, but stays for ftrl.
 */
class MinimumTest {
  /** Optimizer, rate and steps in the bowl, rate and steps in the valley. */
  static Stream<Arguments> table() {
    return Stream.of(
        arguments(new Sgd(), 0.2, 100, 2e-3, 30_000),
        arguments(new Momentum(), 0.1, 300, 2e-3, 3_000),
        arguments(new Momentum(0.01, 0.9, 0, true, 0), 0.2, 100, 2e-3, 3_000),
        arguments(new Adagrad(), 2.0, 100, 0.5, 30_000),
        arguments(new Adadelta(), 100.0, 100, 0.2, 10_000),
        arguments(new RmsProp(), 0.2, 100, 2e-3, 10_000),
        arguments(new RmsProp(0.01, 0.99, 1e-8, 0, 0.9, true), 0.02, 300, 0.02, 1_000),
        arguments(new Rprop(), 0.01, 100, 0.01, 10_000),
        arguments(new Adam(), 0.2, 300, 0.3, 3_000),
        arguments(new AdamW(), 0.2, 300, 0.3, 3_000),
        arguments(new AmsGrad(), 0.2, 300, 0.5, 3_000),
        arguments(new Adamax(), 0.5, 300, 0.02, 10_000),
        arguments(new Nadam(), 0.5, 100, 0.02, 10_000),
        arguments(new Radam(), 0.3, 300, 1e-3, 30_000),
        arguments(new Asgd(), 0.2, 100, 2e-3, 30_000),
        arguments(new Lion(), 0.2, 100, 0.02, 3_000),
        arguments(new Ftrl(), 2.0, 100, 0.5, 10_000),
        arguments(new AdaBelief(), 0.2, 300, 0.3, 3_000),
        arguments(new Yogi(), 0.2, 300, 0.5, 3_000),
        arguments(new Lars(), 1.0, 1_000, 5.0, 1_000),
        arguments(new Lamb(), 0.005, 1_000, 0.01, 10_000),
        arguments(new Adafactor(), 0.2, 100, 0.01, 10_000),
        arguments(new Muon(), 0.2, 300, 0.01, 3_000));
  }

  @ParameterizedTest
  @MethodSource("table")
  void theBottomOfTheBowlIsFound(
      Optimizer optimizer, double rate, int steps, double ignoredRate, int ignoredSteps) {
    Trial trial = start(optimizer, 0.5f, 0.5f);
    int at = trial.block.offset();
    for (int t = 1; t <= steps; t++) {
      trial.gradients[at] = trial.weights[at] - 3;
      trial.gradients[at + 1] = 10 * (trial.weights[at + 1] + 2);
      trial.step(t, falling(optimizer, rate, t, steps));
    }
    assertEquals(3, trial.weights[at], 1e-3);
    assertEquals(-2, trial.weights[at + 1], 1e-3);
  }

  @ParameterizedTest
  @MethodSource("table")
  void theEndOfTheValleyIsFound(
      Optimizer optimizer, double ignoredRate, int ignoredSteps, double rate, int steps) {
    Trial trial = start(optimizer, -1.2f, 1);
    int at = trial.block.offset();
    for (int t = 1; t <= steps; t++) {
      double x = trial.weights[at];
      double y = trial.weights[at + 1];
      trial.gradients[at] = (float) (-2 * (1 - x) - 400 * x * (y - x * x));
      trial.gradients[at + 1] = (float) (200 * (y - x * x));
      trial.step(t, falling(optimizer, rate, t, steps));
    }
    assertEquals(1, trial.weights[at], 1e-3);
    assertEquals(1, trial.weights[at + 1], 1e-3);
  }

  /** Weights, so that muon takes them, that do not decay, so that the minimum stays where it is. */
  private static Trial start(Optimizer optimizer, float x, float y) {
    Trial trial = new Trial(optimizer, new Block("w", Role.WEIGHTS, 2, 1, 3, false));
    trial.weights[trial.block.offset()] = x;
    trial.weights[trial.block.offset() + 1] = y;
    return trial;
  }

  private static double falling(Optimizer optimizer, double rate, int t, int steps) {
    return optimizer instanceof Ftrl ? rate : rate * (1 - (t - 1.0) / steps);
  }
}
