package nn.core.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleBlockSgd;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMomentum;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import nn.core.train.RandomData;
import nn.core.train.Recipe;
import org.junit.jupiter.api.Test;

class ExplainedStepTest {
  private static final float CLOSE = 1e-6f;

  @Test
  void theGuessIsTheOneWorkedByHand() {
    ExplainedStep step = Sketch.step();
    ExplainedLayer hidden = step.layers().get(0);
    assertNumbers(hidden.inputs(), 2, 3);
    assertNumbers(hidden.sums().orElseThrow(), 0.35f, -1);
    assertNumbers(hidden.outputs(), 0.35f, 0);
    ExplainedLayer output = step.layers().get(1);
    assertNumbers(output.inputs(), 0.35f, 0);
    assertNumbers(output.sums().orElseThrow(), 1);
    assertNumbers(output.outputs(), 1);
  }

  @Test
  void theLossAndItsSlopeAreThoseWorkedByHand() {
    ExplainedLoss loss = Sketch.step().loss();
    assertEquals(1, loss.value(), CLOSE);
    assertEquals(1, loss.rowLosses().get(0), CLOSE);
    assertEquals(1, loss.rowWeights().get(0));
    assertNumbers(loss.predictions(), 1);
    assertNumbers(loss.targets(), 2);
    assertNumbers(loss.gradient(), -2);
    assertFalse(loss.fused());
    // With the new weights: z = 0.91, output 0.91 * 2.007 + 0.32 = 2.14637.
    assertEquals(0.14637 * 0.14637, loss.after(), CLOSE);
  }

  @Test
  void theBlameIsTheOneWorkedByHand() {
    ExplainedStep step = Sketch.step();
    ExplainedLayer output = step.layers().get(1);
    assertNumbers(output.outputBlame().orElseThrow(), -2);
    assertNumbers(output.sumBlame().orElseThrow(), -2);
    assertNumbers(output.weights().gradient(), -0.7f, 0);
    assertNumbers(output.bias().gradient(), -2);
    assertNumbers(output.inputBlame().orElseThrow(), -4, -8);
    ExplainedLayer hidden = step.layers().get(0);
    assertNumbers(hidden.outputBlame().orElseThrow(), -4, -8);
    assertNumbers(hidden.sumBlame().orElseThrow(), -4, 0);
    assertNumbers(hidden.weights().gradient(), -8, 0, -12, 0);
    assertNumbers(hidden.bias().gradient(), -4, 0);
    assertTrue(hidden.inputBlame().isEmpty());
  }

  @Test
  void theChangesAreThoseWorkedByHand() {
    ExplainedStep step = Sketch.step();
    ExplainedBlock weights = step.layers().get(0).weights();
    assertNumbers(weights.before(), 0.5f, -1, -0.25f, 1);
    assertNumbers(weights.after(), 0.58f, -1, -0.13f, 1);
    assertEquals(0.12, weights.change(1, 0), CLOSE);
    assertNumbers(step.layers().get(0).bias().after(), 0.14f, -2);
    assertNumbers(step.layers().get(1).weights().after(), 2.007f, 4);
    assertNumbers(step.layers().get(1).bias().after(), 0.32f);
    assertEquals(0.01, weights.rate());
    assertTrue(weights.memory().isEmpty());
  }

  @Test
  void theNetworkStaysAsItIs() {
    Network network = Sketch.network();
    ExplainedStep.of(network, Sketch.recipe(new SampleMse(), new SampleSgd(0.01)), Sketch.row());
    assertArrayEquals(Sketch.network().parameters(), network.parameters());
  }

  @Test
  void anOptimizersMemoryIsSeenBeforeAndAfter() {
    Explainer explainer =
        Explainer.of(
            Sketch.network(), Sketch.recipe(new SampleMse(), new SampleMomentum(0.01, 0.9)));
    ExplainedBlock.Memory first = memory(explainer.step(Sketch.row()));
    assertNumbers(first.before(), 0);
    assertNumbers(first.after(), -2);
    ExplainedBlock.Memory second = memory(explainer.step(Sketch.row()));
    assertNumbers(second.before(), -2);
    // -2 * 0.9 plus the slope 2 * (2.14637 - 2).
    assertNumbers(second.after(), -1.50726f);
    assertTrue(second.perWeight());
  }

  @Test
  void anOptimizerOfBlocksHasAMemoryOfItsOwnLayout() {
    Recipe recipe = Sketch.recipe(new SampleMse(), new SampleBlockSgd(0.1, new SampleAdam()));
    ExplainedLayer output =
        ExplainedStep.of(Sketch.network(), recipe, Sketch.row()).layers().get(1);
    ExplainedBlock.Memory memory = output.weights().memory().get(0);
    assertFalse(memory.perWeight());
    assertNumbers(memory.before(), 0);
    assertNumbers(memory.after(), 1);
    assertEquals(new SampleAdam(), output.bias().optimizer());
    assertEquals(2, output.bias().memory().size());
    assertEquals(0.1, output.weights().rate());
    assertEquals(0.001, output.bias().rate());
  }

  @Test
  void aFusedLossBlamesTheSumsAtOnce() {
    Network network = Network.builder(Sketch.PLUGINS, 2).layers("3 softmax").build(1);
    Dataset rows = RandomData.classes(1, 2, 3, 5);
    ExplainedStep step =
        ExplainedStep.of(
            network, Sketch.recipe(new SampleCrossEntropy(), new SampleSgd(0.1)), rows);
    ExplainedLayer layer = step.layers().get(0);
    assertTrue(step.loss().fused());
    assertTrue(layer.outputBlame().isEmpty());
    for (int j = 0; j < 3; j++) {
      float expected = layer.outputs().get(0, j) - rows.targets().get(0, j);
      assertEquals(expected, layer.sumBlame().orElseThrow().get(0, j), CLOSE);
    }
    assertArrayEquals(network.predict(rows.features().data()), layer.outputs().data());
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    Dataset wide = Dataset.of(new double[][] {{1, 2, 3}}, new double[][] {{2}});
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                ExplainedStep.of(
                    Sketch.network(), Sketch.recipe(new SampleMse(), new SampleSgd(0.01)), wide));
    assertEquals("The network takes rows of 2 numbers, the data has rows of 3.", e.getMessage());
  }

  private static ExplainedBlock.Memory memory(ExplainedStep step) {
    return step.layers().get(1).bias().memory().get(0);
  }

  private static void assertNumbers(Rows rows, float... expected) {
    assertArrayEquals(expected, rows.data(), CLOSE);
  }
}
