package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Floats;
import java.util.List;
import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.kernel.SharedWork;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassTest {
  private static final Plugins PLUGINS = Plugins.discover();

  @Test
  void aFusedHeadIsWhatGoesIntoTheLastActivation() {
    Network network = Network.builder(PLUGINS, 2).layers("3 softmax").build(1);
    Pass pass = Pass.inference(network, 1, true);
    pass.input().data()[0] = 1;
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      pass.forward(false, 0, 0, crew);
      assertArrayEquals(new float[3], pass.output().data());
      for (int j = 0; j < 3; j++) {
        assertEquals(network.parameters()[j], pass.head().get(0, j));
      }
      pass.finish(crew);
    }
    assertArrayEquals(network.predict(1, 0), pass.output().data());
  }

  @Test
  void withoutFusionTheHeadIsTheOutput() {
    Network network = Network.builder(PLUGINS, 2).layers("4 tanh, 3 softmax").build(1);
    Pass pass = Pass.training(network, 5, new float[network.parameters().length], false);
    assertSame(pass.output(), pass.head());
    assertEquals(5, pass.headGradient().count());
    assertEquals(3, pass.headGradient().width());
  }

  @Test
  void aLinearOutputIsItsOwnSum() {
    Network network = Network.builder(PLUGINS, 2).layers("3").build(1);
    Pass pass = Pass.inference(network, 1, true);
    assertSame(pass.output(), pass.head());
  }

  @Test
  void theRoundTripOfAPassLeavesItsInputAlone() {
    Network network = Network.builder(PLUGINS, 2).layers("batch-norm, 3 relu").build(1);
    Pass pass = Pass.training(network, 2, new float[network.parameters().length], false);
    float[] x = {1, 2, 3, 5};
    System.arraycopy(x, 0, pass.input().data(), 0, 4);
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      pass.forward(true, 0, 0, crew);
      pass.headGradient().data()[0] = 1;
      pass.backward(crew);
    }
    assertArrayEquals(x, pass.input().data());
    assertNotSame(pass.input(), pass.output());
  }

  /** More units than rows, then more rows than units: threads share the one or the other. */
  @ParameterizedTest
  @ValueSource(ints = {17, 70})
  void threadsGiveTheBitsOfOne(int rows) {
    SharedWork work = new SharedWork();
    float[] expected = outputAndGradients(rows, Arithmetic.plain(), 1);
    assertArrayEquals(expected, outputAndGradients(rows, work.witnessed(), 3));
    assertTrue(
        work.callers().containsAll(List.of("LinearStage.forward", "LinearStage.backward")),
        work.callers().toString());
  }

  private static float[] outputAndGradients(int rows, Arithmetic arithmetic, int threads) {
    Network network = Network.builder(PLUGINS, 28).layers("51 relu, 50").build(1);
    float[] gradients = new float[network.parameters().length];
    Pass pass = Pass.training(network, rows, gradients, false);
    SplitMix64 random = new SplitMix64(5);
    fill(pass.input(), random);
    try (Crew crew = new Crew(arithmetic, threads)) {
      pass.forward(true, 0, 0, crew);
      fill(pass.headGradient(), random);
      pass.backward(crew);
    }
    return Floats.concat(pass.output().data(), gradients);
  }

  private static void fill(Rows rows, SplitMix64 random) {
    for (int i = 0; i < rows.size(); i++) {
      rows.data()[rows.offset() + i] = (float) random.nextGaussian();
    }
  }
}
