package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import nn.api.BatchActivation;
import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;

/** What an activation of the general form is told about the pass. */
class BatchActivationTest {
  private static final Plugins PLUGINS = Plugins.discover();

  /** Writes what it is told: global row, whether this is training, and a part of the seed. */
  record Witness() implements BatchActivation {
    @Override
    public void forward(
        Rows x, Rows y, Rows a, boolean training, long seed, long firstRow, Kernels kernels) {
      for (int r = 0; r < x.count(); r++) {
        y.data()[y.at(r)] = firstRow + r;
        y.data()[y.at(r) + 1] = training ? 1 : 0;
        y.data()[y.at(r) + 2] = seed >>> 44;
      }
    }

    @Override
    public void backward(
        Rows x,
        Rows y,
        Rows dy,
        Rows dx,
        Rows a,
        Rows da,
        boolean training,
        long seed,
        long firstRow,
        Kernels kernels) {
      forward(x, dx, a, training, seed, firstRow, kernels);
    }
  }

  @Test
  void everyRowHasItsGlobalNumberInAnyChunk() {
    Network network = Network.builder(PLUGINS, 1).dense(3, new Witness()).build(1);
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      Rows y = new Predictor(network, crew.arithmetic()).predict(Rows.zeros(600, 1), crew);
      for (int r = 0; r < 600; r++) {
        assertEquals(r, y.get(r, 0));
        assertEquals(0, y.get(r, 1));
      }
    }
  }

  @Test
  void theSeedIsAnotherForEveryPassAndLayer() {
    Rows first = run(0, 5);
    assertEquals(7, first.get(0, 0));
    assertEquals(8, first.get(1, 0));
    assertEquals(1, first.get(0, 1));
    assertEquals(first.get(0, 2), first.get(1, 2));
    assertEquals(first.get(0, 2), run(0, 5).get(0, 2));
    assertNotEquals(first.get(0, 2), run(0, 6).get(0, 2));
    assertNotEquals(first.get(0, 2), run(1, 5).get(0, 2));
  }

  @Test
  void backwardIsToldTheSameAsForward() {
    Network network = Network.builder(PLUGINS, 3).dense(3, new Witness()).build(1);
    float[] gradients = new float[network.parameters().length];
    Pass pass = Pass.training(network, 1, gradients, false);
    pass.input().data()[0] = 1;
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      pass.forward(true, 5, 7, crew);
      pass.backward(crew);
    }
    // The gradient of the bias is what backward wrote.
    for (int j = 0; j < 3; j++) {
      assertEquals(pass.output().get(0, j), gradients[9 + j]);
    }
  }

  /** Outputs of a witness behind some other layers. */
  private static Rows run(int layersBefore, long seed) {
    NetworkBuilder builder = Network.builder(PLUGINS, 3);
    for (int i = 0; i < layersBefore; i++) {
      builder.dense(3, "tanh");
    }
    Pass pass = Pass.inference(builder.dense(3, new Witness()).build(1), 2, false);
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      pass.forward(true, seed, 7, crew);
    }
    return pass.output();
  }
}
