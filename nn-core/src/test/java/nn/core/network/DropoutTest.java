package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
  private static final int WIDTH = 100;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.8})
  void theExpectationStays(double rate) {
    float[] y = ones(rate, 400, 3, 0, true);
    double sum = 0;
    int dropped = 0;
    for (float value : y) {
      sum += value;
      dropped += value == 0 ? 1 : 0;
    }
    assertEquals(1, sum / y.length, 0.03);
    assertEquals(rate, (double) dropped / y.length, 0.01);
  }

  @Test
  void whatIsKeptGrows() {
    for (float value : ones(0.75, 10, 3, 0, true)) {
      assertEquals(value == 0 ? 0 : 4, value);
    }
  }

  @Test
  void whatHasGoneAstrayIsNotHidden() {
    for (float value : run(network(0.75), Float.NaN, 10, 3, 0, true)) {
      assertEquals(Float.NaN, value);
    }
    for (float value : run(network(0.75), Float.POSITIVE_INFINITY, 10, 3, 0, true)) {
      assertFalse(Float.isFinite(value));
    }
  }

  @Test
  void inUseNothingFalls() {
    float[] expected = new float[10 * WIDTH];
    Arrays.fill(expected, 1f);
    assertArrayEquals(expected, ones(0.75, 10, 3, 0, false));
  }

  @Test
  void theMaskDependsOnSeedAndGlobalRowAlone() {
    float[] whole = ones(0.5, 10, 3, 20, true);
    assertArrayEquals(whole, ones(0.5, 10, 3, 20, true));
    float[] first = ones(0.5, 4, 3, 20, true);
    float[] rest = ones(0.5, 6, 3, 24, true);
    assertArrayEquals(first, Arrays.copyOf(whole, 4 * WIDTH));
    assertArrayEquals(rest, Arrays.copyOfRange(whole, 4 * WIDTH, 10 * WIDTH));
    assertFalse(Arrays.equals(whole, ones(0.5, 10, 4, 20, true)));
    assertFalse(Arrays.equals(whole, ones(0.5, 10, 3, 21, true)));
  }

  @Test
  void twoLayersDropDifferentNumbers() {
    Network twice = Network.builder(Plugins.discover(), WIDTH).dropout(0.5).dropout(0.5).build(1);
    float[] y = run(twice, 1, 50, 3, 0, true);
    int kept = 0;
    for (float value : y) {
      kept += value == 0 ? 0 : 1;
    }
    assertEquals(0.25, (double) kept / y.length, 0.03);
  }

  private static float[] ones(double rate, int rows, long seed, long firstRow, boolean training) {
    return run(network(rate), 1, rows, seed, firstRow, training);
  }

  private static Network network(double rate) {
    return Network.builder(Plugins.discover(), WIDTH).dropout(rate).build(1);
  }

  private static float[] run(
      Network network, float input, int rows, long seed, long firstRow, boolean training) {
    Pass pass = Pass.inference(network, rows, false);
    Arrays.fill(pass.input().data(), input);
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      pass.forward(training, seed, firstRow, crew);
    }
    return pass.output().data();
  }
}
