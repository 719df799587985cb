package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import nn.api.Block;
import nn.api.Block.Role;
import nn.api.ElementwiseOptimizer;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizersTest {
  private static final int SIZE = 203;
  private static final Block WEIGHTS = new Block("0.weights", Role.WEIGHTS, SIZE, 1, 0, true);
  private static final Block BIAS = new Block("0.bias", Role.BIAS, 1, SIZE, 0, false);

  static Stream<ElementwiseOptimizer> all() {
    return Stream.of(
        new Sgd(),
        new Sgd(0.01, 0.1),
        new Momentum(),
        new Momentum(0.01, 0.8, 0.3, false, 0.1),
        new Momentum(0.01, 0.9, 0, true, 0.05),
        new Adam(),
        new Adam(0.01, 0.8, 0.95, 1e-3, 0.1));
  }

  /** The same rules for one weight in double, written from PyTorch's documentation. */
  private static final class Reference {
    final ElementwiseOptimizer optimizer;
    double w;
    double first;
    double second;

    Reference(ElementwiseOptimizer optimizer, double w) {
      this.optimizer = optimizer;
      this.w = w;
    }

    void update(int t, double gradient) {
      if (optimizer instanceof Sgd sgd) {
        w -= sgd.learningRate() * (gradient + sgd.weightDecay() * w);
      } else if (optimizer instanceof Momentum momentum) {
        momentum(momentum, t, gradient + momentum.weightDecay() * w);
      } else if (optimizer instanceof Adam adam) {
        adam(adam, t, gradient + adam.weightDecay() * w);
      }
    }

    private void momentum(Momentum o, int t, double g) {
      first = t == 1 ? g : o.momentum() * first + (1 - o.dampening()) * g;
      w -= o.learningRate() * (o.nesterov() ? g + o.momentum() * first : first);
    }

    private void adam(Adam o, int t, double g) {
      first = o.beta1() * first + (1 - o.beta1()) * g;
      second = o.beta2() * second + (1 - o.beta2()) * g * g;
      double mean = first / (1 - FastMath.pow(o.beta1(), t));
      double square = second / (1 - FastMath.pow(o.beta2(), t));
      w -= o.learningRate() * mean / (FastMath.sqrt(square) + o.epsilon());
    }
  }

  /** A model of SIZE weights, its gradients drawn anew for every step. */
  private static final class Model {
    final ElementwiseOptimizer optimizer;
    final Random random;
    final float[] weights = new float[SIZE];
    final float[] gradients = new float[SIZE];
    final float[][] slots;

    Model(ElementwiseOptimizer optimizer, long seed) {
      this.optimizer = optimizer;
      random = new Random(seed);
      slots = new float[optimizer.slots()][SIZE];
      draw(weights);
      for (int s = 0; s < slots.length; s++) {
        assertEquals(0f, optimizer.initial(s));
      }
    }

    private void draw(float[] numbers) {
      for (int i = 0; i < SIZE; i++) {
        numbers[i] = (float) random.nextGaussian();
      }
    }

    void step(long number, int... ends) {
      draw(gradients);
      int from = 0;
      for (int to : ends) {
        optimizer.update(
            number, optimizer.learningRate(), WEIGHTS, weights, gradients, slots, from, to);
        from = to;
      }
    }
  }

  private static float[] path(ElementwiseOptimizer optimizer, double rate, double gradient) {
    float[] w = {0};
    float[] path = new float[3];
    float[][] slots = new float[optimizer.slots()][1];
    Block block = new Block("w", Role.WEIGHTS, 1, 1, 0, true);
    for (int t = 1; t <= 3; t++) {
      optimizer.update(t, rate, block, w, new float[] {(float) gradient}, slots, 0, 1);
      path[t - 1] = w[0];
    }
    return path;
  }

  @Test
  void oneStepOfTheHousePriceStory() {
    float[] w = {175};
    Block block = new Block("w", Role.WEIGHTS, 1, 1, 0, true);
    new Sgd().update(1, 1e-7, block, w, new float[] {-200_000_000f}, new float[0][], 0, 1);
    assertEquals(195, w[0], 1e-5);
  }

  @Test
  void momentumRollsOnAsInTheCourse() {
    Momentum momentum = new Momentum(0.1, 0.9, 0, false, 0);
    assertArrayEquals(new float[] {-0.1f, -0.29f, -0.561f}, path(momentum, 0.1, 1), 1e-7f);
  }

  @Test
  void nesterovLooksOneStepAhead() {
    // v = 1, 1.9, 2.71; the steps are g + 0.9 v = 1.9, 2.71, 3.439.
    Momentum nesterov = new Momentum(0.1, 0.9, 0, true, 0);
    assertArrayEquals(new float[] {-0.19f, -0.461f, -0.8049f}, path(nesterov, 0.1, 1), 1e-7f);
  }

  @Test
  void dampeningSparesTheFirstStep() {
    // v = 1, then 0.9 + 0.5 = 1.4, then 1.26 + 0.5 = 1.76.
    Momentum dampened = new Momentum(0.1, 0.9, 0.5, false, 0);
    assertArrayEquals(new float[] {-0.1f, -0.24f, -0.416f}, path(dampened, 0.1, 1), 1e-7f);
  }

  @ParameterizedTest
  @CsvSource({"1", "1e-3", "-250", "1e8"})
  void adamsFirstStepIsTheRateWhateverTheSlope(double gradient) {
    float first = path(new Adam(), 0.001, gradient)[0];
    assertEquals(-Math.signum(gradient) * 0.001, first, 2e-8);
  }

  @Test
  void adamsEpsilonStandsOutsideTheRoot() {
    // With g = epsilon the corrected root is epsilon as well, so half a step is left.
    Adam adam = new Adam(0.1, 0.9, 0.999, 0.01, 0);
    assertEquals(-0.05, path(adam, 0.1, 0.01)[0], 1e-7);
  }

  @ParameterizedTest
  @MethodSource("all")
  void fiftyStepsFollowTheRuleInDouble(ElementwiseOptimizer optimizer) {
    Model model = new Model(optimizer, 1);
    Reference[] references = new Reference[SIZE];
    for (int i = 0; i < SIZE; i++) {
      references[i] = new Reference(optimizer, model.weights[i]);
    }
    for (int t = 1; t <= 50; t++) {
      model.step(t, SIZE);
      for (int i = 0; i < SIZE; i++) {
        references[i].update(t, model.gradients[i]);
      }
    }
    for (int i = 0; i < SIZE; i++) {
      assertEquals(references[i].w, model.weights[i], 5e-6, optimizer + " weight " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anyDivisionIntoRangesGivesTheSameBits(ElementwiseOptimizer optimizer) {
    Model whole = new Model(optimizer, 2);
    Model split = new Model(optimizer, 2);
    for (int t = 1; t <= 20; t++) {
      whole.step(t, SIZE);
      split.step(t, 1, 2 + t, 64, 100 + t, SIZE);
    }
    assertArrayEquals(whole.weights, split.weights);
    assertArrayEquals(whole.slots, split.slots);
  }

  @ParameterizedTest
  @MethodSource("all")
  void twoModelsDoNotDisturbEachOther(ElementwiseOptimizer optimizer) {
    Model alone = new Model(optimizer, 3);
    for (int t = 1; t <= 10; t++) {
      alone.step(t, SIZE);
    }
    Model first = new Model(optimizer, 3);
    Model second = new Model(optimizer, 4);
    for (int t = 1; t <= 10; t++) {
      first.step(t, SIZE);
      second.step(t, SIZE);
    }
    assertArrayEquals(alone.weights, first.weights);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatDoesNotDecayIsMovedByItsGradientAlone(ElementwiseOptimizer optimizer) {
    float[] far = {1e6f};
    float[] near = {0};
    Block bias = new Block("b", Role.BIAS, 1, 1, 0, false);
    float[] gradient = {0};
    int slots = optimizer.slots();
    optimizer.update(1, 0.1, bias, far, gradient, new float[slots][1], 0, 1);
    optimizer.update(1, 0.1, bias, near, gradient, new float[slots][1], 0, 1);
    assertEquals(1e6f, far[0]);
    assertEquals(0f, near[0]);
  }

  @Test
  void decayPullsWeightsTowardsZero() {
    float[] w = {2};
    Block block = new Block("w", Role.WEIGHTS, 1, 1, 0, true);
    new Sgd(0.1, 0.5).update(1, 0.1, block, w, new float[1], new float[0][], 0, 1);
    assertEquals(1.9f, w[0], 1e-6f);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingOutsideTheRangeIsTouched(ElementwiseOptimizer optimizer) {
    Model model = new Model(optimizer, 5);
    model.step(1, SIZE);
    float[] before = model.weights.clone();
    float[][] slots = new float[optimizer.slots()][];
    for (int s = 0; s < slots.length; s++) {
      slots[s] = model.slots[s].clone();
    }
    optimizer.update(2, 0.5, BIAS, model.weights, model.gradients, model.slots, 10, 20);
    for (int i = 0; i < SIZE; i++) {
      boolean inside = i >= 10 && i < 20;
      assertEquals(inside, before[i] != model.weights[i], "weight " + i);
      for (int s = 0; s < slots.length; s++) {
        assertTrue(inside || slots[s][i] == model.slots[s][i], "slot " + s + " of " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aNanGradientIsNotHidden(ElementwiseOptimizer optimizer) {
    float[] w = {1, 1};
    float[] gradients = {Float.NaN, 1};
    optimizer.update(1, 0.1, WEIGHTS, w, gradients, new float[optimizer.slots()][2], 0, 2);
    assertTrue(Float.isNaN(w[0]) && w[1] < 1);
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
  void theDefaultsAreThoseOfPyTorch() {
    assertEquals(new Sgd(0.001, 0), new Sgd());
    assertEquals(new Momentum(0.01, 0.9, 0, false, 0), new Momentum());
    assertEquals(new Adam(0.001, 0.9, 0.999, 1e-8, 0), new Adam());
  }

  @Test
  void theConstantScheduleLeavesTheRateAlone() {
    assertEquals(1, new Constant().factor(1, 10), 0.0);
    assertEquals(1, new Constant().factor(10, 0), 0.0);
  }
}
