package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;

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
}
