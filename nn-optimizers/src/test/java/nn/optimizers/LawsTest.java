package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import nn.api.Block;
import nn.api.Optimizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every optimizer, whatever its rule. */
class LawsTest {
  static Stream<Optimizer> all() {
    return Stream.concat(TrajectoryTest.elementwise(), TrajectoryTest.blockwise());
  }

  /** Ftrl moves without a gradient: its first step discards the initial weights. */
  static Stream<Optimizer> allButFtrl() {
    return all().filter(optimizer -> !(optimizer instanceof Ftrl));
  }

  /** Lars has the rate inside its velocity. */
  static Stream<Optimizer> allButLars() {
    return all().filter(optimizer -> !(optimizer instanceof Lars));
  }

  static Stream<Optimizer> elementwise() {
    return TrajectoryTest.elementwise();
  }

  private static void run(Trial trial, Random random, int from, int to) {
    for (int t = from; t <= to; t++) {
      trial.drawnStep(t, random);
    }
  }

  private static void assertSame(Trial expected, Trial actual) {
    assertArrayEquals(expected.weights, actual.weights);
    assertArrayEquals(expected.slots, actual.slots);
    assertArrayEquals(expected.state, actual.state);
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void anyDivisionIntoRangesGivesTheSameBits(Optimizer optimizer) {
    Random one = new Random(2);
    Random two = new Random(2);
    Trial whole = Trial.drawn(optimizer, Trial.weights(29, 7), one);
    Trial split = Trial.drawn(optimizer, Trial.weights(29, 7), two);
    for (int t = 1; t <= 20; t++) {
      whole.drawnStep(t, one);
      split.drawnStep(t, two, 1, 2 + t, 64, 100 + t, 203);
    }
    assertSame(whole, split);
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void nothingOutsideTheRangeIsTouched(Optimizer optimizer) {
    Random random = new Random(5);
    Trial trial = Trial.drawn(optimizer, Trial.bias(40), random);
    run(trial, random, 1, 3);
    float[] weights = trial.weights.clone();
    float[][] slots = Stream.of(trial.slots).map(float[]::clone).toArray(float[][]::new);
    trial.drawnStep(4, random, 10);
    int end = trial.block.offset() + 10;
    for (int i = 0; i < weights.length; i++) {
      boolean inside = i >= trial.block.offset() && i < end;
      assertTrue(inside || weights[i] == trial.weights[i], "weight " + i);
      for (int s = 0; s < slots.length; s++) {
        assertTrue(inside || slots[s][i] == trial.slots[s][i], "slot " + s + " of " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingOutsideTheBlockIsTouched(Optimizer optimizer) {
    Random random = new Random(5);
    Trial trial = Trial.drawn(optimizer, Trial.weights(5, 3), random);
    float[] before = trial.surroundings();
    float[] weights = trial.blockWeights();
    run(trial, random, 1, 3);
    assertArrayEquals(before, trial.surroundings());
    for (int i = 0; i < weights.length; i++) {
      assertTrue(weights[i] != trial.blockWeights()[i], "weight " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientsAreOnlyRead(Optimizer optimizer) {
    Random random = new Random(6);
    Trial trial = Trial.drawn(optimizer, Trial.weights(4, 6), random);
    Trial.draw(trial.gradients, random);
    float[] before = trial.gradients.clone();
    trial.step(1, 0.1);
    assertArrayEquals(before, trial.gradients);
  }

  @ParameterizedTest
  @MethodSource("all")
  void twoModelsDoNotDisturbEachOther(Optimizer optimizer) {
    Random random = new Random(3);
    Trial alone = Trial.drawn(optimizer, Trial.weights(7, 4), random);
    run(alone, random, 1, 10);
    Random one = new Random(3);
    Random two = new Random(4);
    Trial first = Trial.drawn(optimizer, Trial.weights(7, 4), one);
    Trial second = Trial.drawn(optimizer, Trial.weights(3, 9), two);
    for (int t = 1; t <= 10; t++) {
      first.drawnStep(t, one);
      second.drawnStep(t, two);
    }
    assertSame(alone, first);
  }

  @ParameterizedTest
  @MethodSource("all")
  void trainingGoesOnFromACopyOfTheState(Optimizer optimizer) {
    Random random = new Random(7);
    Trial whole = Trial.drawn(optimizer, Trial.weights(4, 7), random);
    run(whole, random, 1, 8);
    Trial resumed = new Trial(optimizer, Trial.weights(4, 7));
    System.arraycopy(whole.weights, 0, resumed.weights, 0, whole.weights.length);
    for (int s = 0; s < whole.slots.length; s++) {
      resumed.slots[s] = whole.slots[s].clone();
    }
    resumed.state = whole.state.clone();
    run(whole, new Random(8), 9, 16);
    run(resumed, new Random(8), 9, 16);
    assertSame(whole, resumed);
  }

  @ParameterizedTest
  @MethodSource("allButFtrl")
  void withoutGradientABlockThatDoesNotDecayStays(Optimizer optimizer) {
    Trial trial = Trial.drawn(optimizer, Trial.bias(9), new Random(9));
    float[] before = trial.blockWeights();
    for (int t = 1; t <= 7; t++) {
      trial.step(t, 0.1);
    }
    assertArrayEquals(before, trial.blockWeights());
  }

  @ParameterizedTest
  @MethodSource("all")
  void withoutGradientWeightsStayOrShrink(Optimizer optimizer) {
    Trial trial = Trial.drawn(optimizer, Trial.weights(3, 3), new Random(9));
    float[] before = trial.blockWeights();
    trial.step(1, 0.001);
    for (int i = 0; i < before.length; i++) {
      assertTrue(Math.abs(trial.blockWeights()[i]) <= Math.abs(before[i]), "weight " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("allButLars")
  void aRateOfZeroMovesNothing(Optimizer optimizer) {
    Random random = new Random(10);
    Trial trial = Trial.drawn(optimizer, Trial.weights(4, 5), random);
    run(trial, random, 1, 3);
    float[] before = trial.blockWeights();
    trial.step(4, 0);
    assertArrayEquals(before, trial.blockWeights());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aNanGradientIsNotHidden(Optimizer optimizer) {
    Random random = new Random(11);
    Trial trial = Trial.drawn(optimizer, Trial.weights(3, 4), random);
    Trial.draw(trial.gradients, random);
    trial.gradients[trial.block.offset() + 5] = Float.NaN;
    trial.step(1, 0.1);
    assertTrue(Float.isNaN(trial.blockWeights()[5]));
  }

  @ParameterizedTest
  @MethodSource("all")
  void oneHugeGradientDoesNotEndInNan(Optimizer optimizer) {
    Random random = new Random(12);
    Trial trial = Trial.drawn(optimizer, Trial.weights(3, 4), random);
    run(trial, random, 1, 2);
    trial.fillGradients(1e25f);
    trial.step(3, 0.001);
    run(trial, random, 4, 6);
    for (float w : trial.blockWeights()) {
      assertTrue(Float.isFinite(w), optimizer + " has " + w);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyShapeOfBlockIsUpdated(Optimizer optimizer) {
    for (Block block :
        new Block[] {
          Trial.weights(1, 1),
          Trial.weights(1, 6),
          Trial.weights(6, 1),
          Trial.weights(2, 9),
          Trial.weights(9, 2),
          Trial.bias(1),
          Trial.bias(7)
        }) {
      Random random = new Random(13);
      Trial trial = Trial.drawn(optimizer, block, random);
      float[] before = trial.blockWeights();
      trial.drawnStep(1, random);
      for (int i = 0; i < before.length; i++) {
        float now = trial.blockWeights()[i];
        assertTrue(Float.isFinite(now) && now != before[i], block + " weight " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theStepsAreThoseOfTheBlockWhereverItLies(Optimizer optimizer) {
    Block near = Trial.weights(3, 4);
    Block far = new Block(near.name(), near.role(), 3, 4, 50, true);
    Trial one = new Trial(optimizer, near);
    Trial two = new Trial(optimizer, far);
    for (int i = 0; i < 12; i++) {
      one.weights[near.offset() + i] = two.weights[50 + i] = 1 + i;
      one.gradients[near.offset() + i] = two.gradients[50 + i] = i - 5;
    }
    one.step(1, 0.01);
    two.step(1, 0.01);
    assertArrayEquals(one.blockWeights(), two.blockWeights());
  }
}
