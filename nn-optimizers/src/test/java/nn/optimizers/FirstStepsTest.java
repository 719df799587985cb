package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import nn.api.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First steps worked by hand. */
class FirstStepsTest {
  /** Where a weight goes that starts at {@code start} and sees these gradients. */
  private static float[] path(Optimizer optimizer, double start, double... gradients) {
    Trial trial = new Trial(optimizer, Trial.weights(1, 1));
    int at = trial.block.offset();
    trial.weights[at] = (float) start;
    float[] path = new float[gradients.length];
    for (int t = 1; t <= gradients.length; t++) {
      trial.gradients[at] = (float) gradients[t - 1];
      trial.step(t, optimizer.learningRate());
      path[t - 1] = trial.weights[at];
    }
    return path;
  }

  private static void assertPath(float[] path, double... expected) {
    for (int t = 0; t < expected.length; t++) {
      assertEquals(expected[t], path[t], 2e-6 * Math.max(1, Math.abs(expected[t])), "step " + t);
    }
  }

  @Test
  void oneStepOfTheHousePriceStory() {
    assertPath(path(new Sgd(1e-7, 0), 175, -200_000_000), 195);
  }

  @Test
  void decayPullsWeightsTowardsZero() {
    assertPath(path(new Sgd(0.1, 0.5), 2, 0), 1.9);
  }

  @Test
  void momentumRollsOnAsInTheCourse() {
    assertPath(path(new Momentum(0.1, 0.9, 0, false, 0), 0, 1, 1, 1), -0.1, -0.29, -0.561);
  }

  @Test
  void nesterovLooksOneStepAhead() {
    // v = 1, 1.9, 2.71; the steps are g + 0.9 v = 1.9, 2.71, 3.439.
    assertPath(path(new Momentum(0.1, 0.9, 0, true, 0), 0, 1, 1, 1), -0.19, -0.461, -0.8049);
  }

  @Test
  void dampeningSparesTheFirstStep() {
    // v = 1, then 0.9 + 0.5 = 1.4, then 1.26 + 0.5 = 1.76.
    assertPath(path(new Momentum(0.1, 0.9, 0.5, false, 0), 0, 1, 1, 1), -0.1, -0.24, -0.416);
    // Without momentum PyTorch keeps no velocity to dampen.
    assertPath(path(new Momentum(0.1, 0, 0.5, false, 0), 0, 1, 1, 1), -0.1, -0.2, -0.3);
  }

  @Test
  void adagradDividesByTheRootOfAllSquares() {
    // s = 9, 25: steps 3 / 3 and 4 / 5.
    assertPath(path(new Adagrad(0.1, 0, 0, 1e-10, 0), 0, 3, 4), -0.1, -0.18);
  }

  @Test
  void adagradsRateFallsWithTheSteps() {
    assertPath(path(new Adagrad(0.1, 1, 7, 1e-10, 0), 0, 3, 3), -0.075, -0.075 - 0.05 * 3 / 5);
  }

  @Test
  void adadeltaStartsWithTheRootOfEpsilon() {
    // s = 0.1 * 4; step sqrt(1e-2) / sqrt(0.41) * 2.
    assertPath(path(new Adadelta(1, 0.9, 0.01, 0), 0, 2), -0.2 / Math.sqrt(0.41));
  }

  @Test
  void rmspropDividesByTheRootOutsideWhichEpsilonStands() {
    // s = 0.25 * 16 = 4: 4 / (2 + 0.5).
    assertPath(path(new RmsProp(0.1, 0.75, 0.5, 0, 0, false), 0, 4), -0.16);
  }

  @Test
  void centredRmspropDividesByTheDeviation() {
    // s = 0.5 * 4 = 2, mean = 1: 2 / sqrt(2 - 1); then with momentum 0.5 half of it again.
    RmsProp centered = new RmsProp(0.1, 0.5, 1e-12, 0, 0.5, true);
    assertPath(path(centered, 0, 2, 0), -0.2, -0.3);
  }

  @Test
  void rpropGrowsShrinksAndRestsAfterAFlip() {
    // Step 0.1, grown 0.12; at the flip it becomes 0.06 and the weight rests; then 0.06 as it is;
    // then grown to 0.072.
    float[] path = path(new Rprop(0.1, 0.5, 1.2, 1e-6, 50), 1, 3, 5, -2, -1, -7);
    assertPath(path, 0.9, 0.78, 0.78, 0.84, 0.912);
  }

  @Test
  void rpropKeepsItsStepBetweenItsBounds() {
    float[] path = path(new Rprop(0.1, 0.5, 10, 0.09, 0.2), 0, 1, 1, -1, -1, 1, 1);
    assertPath(path, -0.1, -0.3, -0.3, -0.2, -0.2, -0.29);
  }

  @ParameterizedTest
  @CsvSource({"1", "1e-3", "-250", "1e8"})
  void adamsFirstStepIsTheRateWhateverTheSlope(double gradient) {
    float first = path(new Adam(), 0, gradient)[0];
    assertEquals(-Math.signum(gradient) * 0.001, first, 2e-8);
  }

  @Test
  void adamsEpsilonStandsOutsideTheRoot() {
    // With g = epsilon the corrected root is epsilon as well, so half a step is left.
    assertPath(path(new Adam(0.1, 0.9, 0.999, 0.01, 0), 0, 0.01), -0.05);
  }

  @Test
  void adamwTakesItsDecayOffTheWeight() {
    // 2 (1 - 0.1 * 0.5) - 0.1; Adam's own decay would change only the sign's size.
    assertPath(path(new AdamW(0.1, 0.9, 0.999, 1e-8, 0.5), 2, 3), 1.8);
  }

  @Test
  void amsgradRemembersTheUncorrectedMaximum() {
    // v = 0.5 * 4 = 2, then 1: the root is that of 2 / (1 - 0.25), m = 0.
    AmsGrad amsgrad = new AmsGrad(0.1, 0, 0.5, 1e-12, 0);
    assertPath(path(amsgrad, 0, 2, 0, 1), -0.1, -0.1, -0.1 - 0.1 / Math.sqrt(2 / 0.875));
  }

  @Test
  void adamaxDividesByTheLargest() {
    // u = 4, then max(0.5 * 4, 1) = 2; m' = 4, then (0.5 * 2 + 0.5 * 1) / 0.75 = 2.
    assertPath(path(new Adamax(0.1, 0.5, 0.5, 1e-12, 0), 0, 4, 1), -0.1, -0.2);
  }

  @Test
  void nadamsFirstStepMixesGradientAndMean() {
    // Without momentum decay mu = 0.4 always: (0.6 / 0.6) g + (0.4 / 0.84) * 0.2 g.
    assertPath(path(new Nadam(0.1, 0.8, 0.5, 1e-12, 0, 0), 0, 5), -0.1 * (1 + 0.4 / 0.84 * 0.2));
  }

  @Test
  void radamMovesByTheMeanUntilItKnowsTheSpread() {
    // With beta2 0.999 rho is 1, 2, 3, 4, 5 - less a little, at steps 1 to 5.
    float[] path = path(new Radam(0.1, 0, 0.999, 1e-8, 0), 0, 4, 4, 4, 4, 4, 4);
    assertPath(path, -0.4, -0.8, -1.2, -1.6, -2.0);
    double end = 2 / 0.001 - 1;
    double power = StrictMath.pow(0.999, 6);
    double rho = end - 12 * power / (1 - power);
    double r = Math.sqrt((rho - 4) * (rho - 2) * end / ((end - 4) * (end - 2) * rho));
    assertEquals(-2 - 0.1 * r, path[5], 1e-5);
  }

  @Test
  void asgdShrinksTheWeightAndItsRate() {
    // eta = 0.5, then 0.5 / (1 + 0.5 * 0.5)^1 = 0.4.
    Asgd asgd = new Asgd(0.5, 0.5, 1, 1e6, 0);
    assertPath(path(asgd, 4, 1, 1), 4 * 0.75 - 0.5, 2.5 * 0.8 - 0.4);
  }

  @Test
  void asgdsAverageIsTheWeightAndLaterTheMeanOfAllSinceItsStart() {
    Trial trial = new Trial(new Asgd(0.1, 0, 0.75, 1, 0), Trial.weights(1, 1));
    int at = trial.block.offset();
    trial.fillGradients(-10);
    double[] averages = {1, 2, 3, 3.5, 4};
    for (int t = 1; t <= 5; t++) {
      trial.step(t, 0.1);
      assertEquals(averages[t - 1], trial.slots[0][at], 1e-6, "step " + t);
      assertEquals(t, trial.weights[at], 1e-6);
    }
  }

  @Test
  void lionUpdatesItsMomentumLast() {
    // m = 0, then 0.5 * -8 = -4: the second direction is the sign of 0.9 * -4 + 0.1 * 30 < 0.
    assertPath(path(new Lion(0.1, 0.9, 0.5, 0), 0, -8, 30), 0.1, 0.2);
  }

  @Test
  void ftrlDiscardsTheInitialWeights() {
    assertPath(path(new Ftrl(0.1, -0.5, 0.1, 0, 0, 0, 0), 100, 0), 0);
    // n = 9 + 16 = 25: sigma = (5 - 3) / 0.1 = 20, z = 4 - 20 * 2 = -36, w = 36 / (5 / 0.1).
    assertPath(path(new Ftrl(0.1, -0.5, 9, 0, 0, 0, 0), 2, 4), 0.72);
  }

  @Test
  void ftrlSetsWeightsToExactlyZero() {
    assertArrayEquals(new float[] {0}, path(new Ftrl(0.1, -0.5, 9, 5, 0, 0, 0), 0, 4));
    // z = 4, beyond the threshold by 1: -1 / (5 / 0.1 + 1 / 0.1 + 2 * 2).
    assertPath(path(new Ftrl(0.1, -0.5, 9, 3, 2, 0, 1), 0, 4), -1.0 / 64);
  }

  @Test
  void adabeliefStepsFurtherThanAdamWhenItIsNotSurprised() {
    // g - m = 0.9 g: the root is 0.9 |g|.
    assertPath(path(new AdaBelief(0.09, 0.9, 0.999, 1e-16, 0), 0, 7), -0.1);
  }

  @Test
  void adabeliefAddsEpsilonTwice() {
    // s = 0.5 * 1 + 0.25 = 0.75, s' = 1.5, m' = g = 2: 2 / (sqrt(1.5) + 0.25).
    assertPath(path(new AdaBelief(0.1, 0.5, 0.5, 0.25, 0), 0, 2), -0.2 / (Math.sqrt(1.5) + 0.25));
  }

  @Test
  void yogisSizeMovesByTheSquareOfTheGradientEitherWay() {
    // v = 1 + 0.5 * 4 = 3 (v' = 6), then 3 - 0.5 * 1 = 2.5 (v' = 2.5 / 0.75).
    Yogi yogi = new Yogi(0.1, 0, 0.5, 1e-12, 1);
    double second = -0.2 / Math.sqrt(6) - 0.1 / Math.sqrt(2.5 / 0.75);
    assertPath(path(yogi, 0, 2, 1), -0.2 / Math.sqrt(6), second);
  }

  @Test
  void larsMovesByAPartOfTheWeightWhateverTheSlope() {
    // 5 trust, twice with momentum 0.5 and a shorter weight.
    assertPath(path(new Lars(1, 0.01, 0.5, 0), 5, 1e6, 3), 4.95, 4.95 - 0.025 - 0.0495);
  }

  @Test
  void aBlockOfLengthZeroHasTheBareRate() {
    assertPath(path(new Lars(0.1, 0.001, 0.9, 0), 0, 2), -0.2);
    assertPath(path(new Lamb(), 0, 2), -0.001);
  }

  @Test
  void lambMovesByAPartOfTheWeightAfterItsDecay() {
    assertPath(path(new Lamb(0.1, 0.9, 0.999, 1e-12, 0.5), 4, -3), 3.8 + 0.38);
  }

  @Test
  void adafactorsFirstStepIsThePartRateOfTheWeights() {
    assertPath(path(new Adafactor(0.1, -0.8, 1e-7, 0.001, 1, 0), 4, 50), 3.6);
    // The weight's size counts before the decay: 4 (1 - 0.1 * 0.5) - 0.1 * 4.
    assertPath(path(new Adafactor(0.1, -0.8, 1e-7, 0.001, 1, 0.5), 4, 50), 3.4);
  }

  @Test
  void adafactorKeepsRowsAndColumnsOfAMatrixAndAllOfAVector() {
    Adafactor adafactor = new Adafactor();
    assertEquals(4 + 6, adafactor.stateSize(Trial.weights(4, 6)));
    assertEquals(6, adafactor.stateSize(Trial.bias(6)));
    assertEquals(6 + 1, adafactor.stateSize(Trial.weights(6, 1)));
  }

  /** PyTorch's rule, computed by hand in doubles: epsilon1 exceeds the mean square of the row. */
  @Test
  void adafactorDividesTheWeightsOfASingleUnitByRowsAndColumnsToo() {
    Trial trial = new Trial(new Adafactor(), Trial.weights(2, 1));
    int at = trial.block.offset();
    Arrays.fill(trial.weights, 1);
    double[] expected = {0.990000, 0.984989, 0.976600, 0.966834, 0.957166};
    for (int step = 1; step <= expected.length; step++) {
      trial.gradients[at] = step == 1 ? 1e-4f : 1e-5f;
      trial.gradients[at + 1] = 2 * trial.gradients[at];
      trial.step(step, 0.01);
      assertEquals(expected[step - 1], trial.weights[at], 1e-6, "step " + step);
    }
  }

  @Test
  void stepsThatFitNowhereAreRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new Rprop(0.01, 0.5, 1.2, 2, 1));
    assertEquals(
        "min-step must not exceed max-step, got 2.0 and 1.0; swap them.", refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.0000, 0.0000", "0.9, 0.5, 0.9000, 0.5000"})
  void nesterovWithoutMomentumOrWithDampeningIsRefused(
      double momentum, double dampening, String shownMomentum, String shownDampening) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new Momentum(0.1, momentum, dampening, true, 0));
    assertEquals(
        "nesterov needs momentum above 0 and dampening 0, got momentum "
            + shownMomentum
            + " and dampening "
            + shownDampening
            + "; change them or leave nesterov out.",
        refusal.getMessage());
  }

  @Test
  void theDefaultsAreThoseOfPyTorchElseOfKeras() {
    assertEquals(new Sgd(0.001, 0), new Sgd());
    assertEquals(new Momentum(0.01, 0.9, 0, false, 0), new Momentum());
    assertEquals(new Adagrad(0.01, 0, 0, 1e-10, 0), new Adagrad());
    assertEquals(new Adadelta(1, 0.9, 1e-6, 0), new Adadelta());
    assertEquals(new RmsProp(0.01, 0.99, 1e-8, 0, 0, false), new RmsProp());
    assertEquals(new Rprop(0.01, 0.5, 1.2, 1e-6, 50), new Rprop());
    assertEquals(new Adam(0.001, 0.9, 0.999, 1e-8, 0), new Adam());
    assertEquals(new AdamW(0.001, 0.9, 0.999, 1e-8, 0.01), new AdamW());
    assertEquals(new AmsGrad(0.001, 0.9, 0.999, 1e-8, 0), new AmsGrad());
    assertEquals(new Adamax(0.002, 0.9, 0.999, 1e-8, 0), new Adamax());
    assertEquals(new Nadam(0.002, 0.9, 0.999, 1e-8, 0, 0.004), new Nadam());
    assertEquals(new Radam(0.001, 0.9, 0.999, 1e-8, 0), new Radam());
    assertEquals(new Asgd(0.01, 1e-4, 0.75, 1e6, 0), new Asgd());
    assertEquals(new Lion(0.001, 0.9, 0.99, 0), new Lion());
    assertEquals(new Ftrl(0.001, -0.5, 0.1, 0, 0, 0, 0), new Ftrl());
    assertEquals(new Lamb(0.001, 0.9, 0.999, 1e-7, 0), new Lamb());
    assertEquals(new Adafactor(0.01, -0.8, Math.ulp(1f), 0.001, 1, 0), new Adafactor());
    assertEquals(new Muon(0.001, 0.95, true, 5, 1e-7, 0.1, new AdamW()), new Muon());
  }
}
