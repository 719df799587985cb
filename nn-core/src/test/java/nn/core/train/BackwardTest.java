package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nn.api.ElementwiseLoss;
import nn.api.Loss;
import nn.api.Range;
import nn.api.RowLoss;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.DoubleNetwork;
import nn.core.network.Network;
import nn.core.network.Pass;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of the backward pass against differences taken in a forward pass in double. */
class BackwardTest {
  private static final Plugins PLUGINS = Plugins.discover();
  private static final double STEP = 1e-5;
  private static final long SEED = 17;

  /** Cross-entropy that knows no shorter form on the sums. */
  record PlainCrossEntropy() implements RowLoss {
    @Override
    public Range domain() {
      return Range.SIMPLEX;
    }

    @Override
    public double row(
        float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
      double loss = 0;
      for (int j = 0; j < width; j++) {
        double t = target[targetAt + j];
        loss -= t * StrictMath.log(prediction[at + j]);
        if (gradient != null) {
          gradient[at + j] = (float) (-t / prediction[at + j]);
        }
      }
      return loss;
    }
  }

  /** Backward by hand: one house, two hidden neurons, one of them silent. */
  @Test
  void theBlameOfEveryWeightIsTheOneWorkedByHand() {
    Network network = Network.builder(PLUGINS, 1).layers("2 relu, 1").build(1);
    float[] weights = {1, -1, 0, 1, 175, 50, 0};
    System.arraycopy(weights, 0, network.parameters(), 0, weights.length);
    Dataset house = Dataset.of(new double[][] {{2}}, new double[][] {{400}});
    Gradients blame = Gradients.of(network, new SampleMse(), house);
    assertEquals(2500, blame.loss());
    // w1, w2, b1, b2, v1, v2, output bias
    assertArrayEquals(new float[] {-35000, 0, -17500, 0, -200, 0, -100}, blame.values());
  }

  static Stream<Arguments> networks() {
    List<String> shapes =
        List.of(
            "2",
            "5 tanh, 4 sigmoid, 2",
            "5 relu, 4 relu, 2",
            "5 prelu, 4 prelu(shared=true), 2 tanh",
            "5 softmax, 4 tanh, 2",
            "6 glu, 4 tanh, 8 glu, 2",
            "6 glu",
            "5 tanh, batch-norm, 4 relu, batch-norm, 2",
            "batch-norm, 5 tanh, 2",
            "layer-norm, 5 sigmoid, 2",
            "dropout(0.4), 5 tanh, 2",
            "5 tanh, layer-norm, 4 sigmoid, layer-norm, 2",
            "5 tanh, dropout(0.4), 4 tanh, dropout(0.2), 2",
            "5 tanh, 2, batch-norm",
            "5 tanh, 3, layer-norm, dropout(0.5)");
    List<String> classes =
        List.of("3 softmax", "5 tanh, 4 relu, 3 softmax", "8 glu, batch-norm, 5 prelu, 3 softmax");
    List<Arguments> all = new ArrayList<>();
    for (int rows : new int[] {3, 7}) {
      shapes.forEach(layers -> all.add(Arguments.of(layers, new SampleMse(), rows)));
      classes.forEach(layers -> all.add(Arguments.of(layers, new SampleMse(), rows)));
      classes.forEach(layers -> all.add(Arguments.of(layers, new SampleCrossEntropy(), rows)));
      classes.forEach(layers -> all.add(Arguments.of(layers, new PlainCrossEntropy(), rows)));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyGradientEqualsTheDifferencesOfAForwardPassInDouble(String layers, Loss loss, int rows) {
    Network network = Network.builder(PLUGINS, 3).layers(layers).build(1);
    RandomData.fill(network, 6);
    int outputs = network.outputs();
    Dataset data =
        loss instanceof SampleMse
            ? RandomData.numbers(rows, 3, outputs, 23)
            : RandomData.classes(rows, 3, outputs, 23);
    DoubleNetwork reference = new DoubleNetwork(network, true, SEED);
    double expectedLoss = loss(reference, loss, data);
    Gradients engine = Gradients.of(network, loss, data);
    assertEquals(expectedLoss, engine.loss(), 1e-5 * Math.max(1, expectedLoss));
    assertTrue(reference.kinkDistance() > 1e-3, "a sum is too near to a kink");
    for (int i = 0; i < network.parameters().length; i++) {
      double numeric = slope(reference, loss, data, i);
      double tolerance = 1e-5 * Math.max(1, Math.abs(numeric));
      assertEquals(numeric, engine.values()[i], tolerance, "parameter " + i);
    }
  }

  @Test
  void aLossIsTakenOnTheSumsExactlyWhenTheLinksMatch() {
    Network softmax = Network.builder(PLUGINS, 3).layers("2 softmax").build(1);
    Network sigmoid = Network.builder(PLUGINS, 3).layers("2 sigmoid").build(1);
    Network normed = Network.builder(PLUGINS, 3).layers("2 softmax, layer-norm").build(1);
    assertTrue(LossStage.fused(new SampleCrossEntropy(), softmax));
    assertFalse(LossStage.fused(new SampleCrossEntropy(), sigmoid));
    assertFalse(LossStage.fused(new SampleCrossEntropy(), normed));
    assertFalse(LossStage.fused(new PlainCrossEntropy(), softmax));
  }

  @Test
  void aSecondBackwardWritesTheGradientsAnew() {
    Network network = Network.builder(PLUGINS, 3).layers("5 prelu, layer-norm, 2").build(1);
    Dataset data = RandomData.numbers(4, 3, 2, 3);
    float[] once = Gradients.of(network, new SampleMse(), data).values();
    float[] twice = Gradients.of(network, new SampleMse(), data, 2).values();
    assertArrayEquals(once, twice);
  }

  @Test
  void rowsThatAreSaidToCountOneGiveTheSameBitsAsRowsOfWhichNothingIsSaid() {
    Network network = Network.builder(PLUGINS, 3).layers("5 prelu, 2").build(1);
    Dataset data = RandomData.numbers(7, 3, 2, 3);
    Gradients said = Gradients.of(network, new OneEach(new SampleMse()), data, 2);
    Gradients silent = Gradients.of(network, new SampleMse(), data, 2);
    assertArrayEquals(silent.values(), said.values());
    assertEquals(silent.loss(), said.loss());
  }

  /** The mean squared error with a row weight of its own. */
  private record OneEach(SampleMse mse) implements ElementwiseLoss {
    @Override
    public double rowWeight(float[] target, int at, int width) {
      return 1;
    }

    @Override
    public double value(double prediction, double target) {
      return mse.value(prediction, target);
    }

    @Override
    public double derivative(double prediction, double target) {
      return mse.derivative(prediction, target);
    }
  }

  /** The engine's loss and gradients of one batch. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Gradients(double loss, float[] values) {
    static Gradients of(Network network, Loss loss, Dataset data) {
      return of(network, loss, data, 1);
    }

    static Gradients of(Network network, Loss loss, Dataset data, int times) {
      float[] gradients = new float[network.parameters().length];
      boolean fused = LossStage.fused(loss, network);
      Pass pass = Pass.training(network, data.count(), gradients, fused);
      LossStage stage = new LossStage(loss, network, pass, true);
      copy(data.features(), pass.input());
      copy(data.targets(), stage.targets());
      try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
        for (int i = 0; i < times; i++) {
          pass.forward(true, SEED, 0, crew);
          stage.run(crew);
          pass.backward(crew);
        }
      }
      return new Gradients(stage.total() / stage.weight(), gradients);
    }

    private static void copy(Rows from, Rows to) {
      System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), to.size());
    }
  }

  private static double slope(DoubleNetwork reference, Loss loss, Dataset data, int parameter) {
    double middle = reference.parameters()[parameter];
    reference.parameters()[parameter] = middle + STEP;
    double above = loss(reference, loss, data);
    reference.parameters()[parameter] = middle - STEP;
    double below = loss(reference, loss, data);
    reference.parameters()[parameter] = middle;
    return (above - below) / (2 * STEP);
  }

  private static double loss(DoubleNetwork reference, Loss loss, Dataset data) {
    double[][] outputs = reference.forward(doubles(data.features()));
    double[][] targets = doubles(data.targets());
    double sum = 0;
    for (int r = 0; r < outputs.length; r++) {
      for (int j = 0; j < outputs[r].length; j++) {
        double t = targets[r][j];
        double p = outputs[r][j];
        sum +=
            loss instanceof SampleMse
                ? (p - t) * (p - t) / outputs[r].length
                : t == 0 ? 0 : -t * StrictMath.log(p);
      }
    }
    return sum / outputs.length;
  }

  private static double[][] doubles(Rows rows) {
    double[][] numbers = new double[rows.count()][rows.width()];
    for (int r = 0; r < rows.count(); r++) {
      for (int j = 0; j < rows.width(); j++) {
        numbers[r][j] = rows.get(r, j);
      }
    }
    return numbers;
  }
}
