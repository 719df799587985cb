package nn.core.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nn.api.Block;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.random.Purpose;
import nn.core.random.SplitMix64;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleBlockSgd;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMomentum;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import nn.core.train.ClassWeights;
import nn.core.train.Learner;
import nn.core.train.RandomData;
import nn.core.train.Recipe;
import nn.core.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any network, loss and optimizer: the same steps, the right blame, arithmetic that adds up. */
class ExplainerTest {
  private static final int STEPS = 3;
  private static final int INPUTS = 5;
  private static final float NUDGE = 0x1p-6f;

  static Stream<Arguments> trainings() {
    List<Optimizer> optimizers =
        List.of(
            new SampleSgd(0.1),
            new SampleMomentum(0.1, 0.9),
            new SampleBlockSgd(0.1, new SampleMomentum(0.05, 0.5)));
    List<String> numbers =
        List.of(
            "2",
            "7 relu, 2 sigmoid",
            "3 prelu, dropout(0.4), 2",
            "dropout(0.4), 4 tanh, batch-norm, 3 prelu(shared=true), layer-norm",
            "6 glu, 4 softmax, 2 tanh");
    List<String> classes = List.of("3 softmax", "4 relu, 3 softmax", "batch-norm, 3 softmax");
    List<Arguments> all = new ArrayList<>();
    for (int rows : new int[] {1, 4}) {
      for (String layers : Iterables.concat(numbers, classes)) {
        Loss loss = numbers.contains(layers) ? new SampleMse() : new SampleCrossEntropy();
        all.add(Arguments.of(layers, loss, optimizers.get(all.size() % optimizers.size()), rows));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void theStepsAreThoseOfTheEngineBitForBit(
      String layers, Loss loss, Optimizer optimizer, int rows) {
    Network network = network(layers);
    Dataset data = data(network, loss, rows);
    Explainer explainer = Explainer.of(network, Sketch.recipe(loss, optimizer));
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      Learner learner = new Learner(network, loss, ClassWeights.EQUAL, optimizer, crew);
      Learner.Batch batch = learner.batch(rows);
      copy(data.features(), batch.inputs());
      copy(data.targets(), batch.targets());
      for (int s = 1; s <= STEPS; s++) {
        learner.step(batch, s, SplitMix64.first(1, Purpose.STEP, s), 1);
        ExplainedStep step = explainer.step(data);
        assertEquals(s, step.number());
        assertEquals(batch.loss(), step.loss().value());
        assertArrayEquals(network.parameters(), explainer.network().parameters());
        assertArrayEquals(network.parameters(), joined(network, step, true));
        assertArrayEquals(learner.gradients(), joined(network, step, false));
        assertArrayEquals(network.statistics(), explainer.network().statistics());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void everyPrintedEquationHolds(String layers, Loss loss, Optimizer optimizer, int rows) {
    Network network = network(layers);
    Explainer explainer = Explainer.of(network, Sketch.recipe(loss, optimizer));
    for (int s = 1; s <= STEPS; s++) {
      ExplainedStep step = explainer.step(data(network, loss, rows));
      for (Shown shown : List.of(Shown.SHORT, Shown.ALL, new Shown(1, 1, 1))) {
        int checked =
            step.sections(shown).stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.kind() == Line.Kind.EQUATION)
                .mapToInt(line -> PrintedArithmetic.check(line.text()))
                .sum();
        assertTrue(checked > 4, () -> "Only " + checked + " equations were checked.");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void theTextFitsTheTerminal(String layers, Loss loss, Optimizer optimizer, int rows) {
    Network network = network(layers);
    String text =
        ExplainedStep.of(network, Sketch.recipe(loss, optimizer), data(network, loss, rows))
            .text(Shown.ALL);
    List<String> wide = text.lines().filter(l -> l.length() > 80 || l.endsWith(" ")).toList();
    assertEquals(List.of(), wide);
  }

  static Stream<Arguments> smooth() {
    return Stream.of(
        Arguments.of("4 tanh, 2", new SampleMse()),
        Arguments.of("4 tanh, dropout(0.4), 3 sigmoid, 2", new SampleMse()),
        Arguments.of("4 sigmoid, batch-norm, 4 glu, layer-norm", new SampleMse()),
        Arguments.of("4 tanh, 3 softmax", new SampleCrossEntropy()));
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void theBlameOfEveryWeightIsWhatANudgeShows(String layers, Loss loss) {
    Network network = network(layers);
    Dataset data = data(network, loss, 4);
    ExplainedStep step = explained(network, loss, data);
    for (ExplainedLayer layer : step.layers()) {
      for (ExplainedBlock explained : layer.blocks()) {
        Block block = explained.block();
        for (int i = 0; i < block.size(); i++) {
          double slope = slope(network, loss, data, block.offset() + i);
          double blame = explained.gradient().data()[i];
          assertEquals(slope, blame, 2e-3 * Math.max(1, Math.abs(slope)), block.name());
        }
      }
    }
  }

  @Test
  void aTrainersWeightsAreThoseOfTheExplainedSteps() {
    Network network = network("3 tanh, 2");
    Dataset row = data(network, new SampleMse(), 1);
    Explainer explainer = Explainer.of(network, Sketch.recipe(new SampleMse(), new SampleAdam()));
    Trainer.of(Sketch.recipe(new SampleMse(), new SampleAdam()).withEpochs(STEPS))
        .fit(network, row);
    for (int s = 0; s < STEPS; s++) {
      explainer.step(row);
    }
    assertArrayEquals(network.parameters(), explainer.network().parameters());
  }

  @Test
  void theScheduleDecidesTheRate() {
    Explainer explainer =
        Explainer.of(
            Sketch.network(),
            Recipe.of(new SampleMse(), new SampleSgd(0.01), (step, total) -> step / (double) total),
            4);
    assertEquals(0.0025, explainer.step(Sketch.row()).layers().get(0).weights().rate());
    assertEquals(0.005, explainer.step(Sketch.row()).layers().get(0).weights().rate());
  }

  private static double slope(Network network, Loss loss, Dataset data, int parameter) {
    Network nudged = network.copy();
    float middle = nudged.parameters()[parameter];
    nudged.parameters()[parameter] = middle + NUDGE;
    double width = nudged.parameters()[parameter];
    double above = explained(nudged, loss, data).loss().value();
    nudged.parameters()[parameter] = middle - NUDGE;
    width -= nudged.parameters()[parameter];
    return (above - explained(nudged, loss, data).loss().value()) / width;
  }

  private static ExplainedStep explained(Network network, Loss loss, Dataset data) {
    return ExplainedStep.of(network, Sketch.recipe(loss, new SampleSgd(0.1)), data);
  }

  private static Network network(String layers) {
    Network network = Network.builder(Sketch.PLUGINS, INPUTS).layers(layers).build(1);
    RandomData.fill(network, 6);
    return network;
  }

  private static Dataset data(Network network, Loss loss, int rows) {
    return loss instanceof SampleMse
        ? RandomData.numbers(rows, INPUTS, network.outputs(), 23)
        : RandomData.classes(rows, INPUTS, network.outputs(), 23);
  }

  private static float[] joined(Network network, ExplainedStep step, boolean weights) {
    float[] all = new float[network.parameters().length];
    for (ExplainedLayer layer : step.layers()) {
      for (ExplainedBlock block : layer.blocks()) {
        float[] part = weights ? block.after().data() : block.gradient().data();
        System.arraycopy(part, 0, all, block.block().offset(), part.length);
      }
    }
    return all;
  }

  private static void copy(Rows from, Rows to) {
    System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), from.size());
  }
}
