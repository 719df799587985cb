package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import nn.api.Block;
import nn.api.ElementwiseActivation;
import nn.api.ElementwiseLoss;
import nn.api.ElementwiseOptimizer;
import nn.api.Initializer;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Schedule;
import nn.core.init.Zeros;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.SharedWork;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;
import nn.core.plugin.PluginFailure;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleIdentity;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import org.junit.jupiter.api.Test;

class FailingPluginTest {
  /** Whatever its parameter says. */
  record Wild(DoubleUnaryOperator f) implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return f.applyAsDouble(x);
    }

    @Override
    public double derivative(double x) {
      return 1;
    }
  }

  private static PluginFailure failure(DoubleUnaryOperator f) {
    return failure(Arithmetic.plain(), 1, f);
  }

  private static PluginFailure failure(Arithmetic arithmetic, int threads, DoubleUnaryOperator f) {
    Network network =
        Network.builder(Plugins.of(), 1)
            .dense(20, new SampleIdentity(), new Zeros())
            .dense(20, new Wild(f), new Zeros())
            .dense(1, new SampleIdentity(), new Zeros())
            .build(1);
    Recipe recipe =
        Recipe.of(new SampleMse(), new SampleSgd(0.1), new SampleConstant(1))
            .withEpochs(2)
            .withBatchSize(12);
    Trainer trainer = Trainer.of(recipe).on(arithmetic, threads);
    return assertThrows(PluginFailure.class, () -> trainer.fit(network, Town.scaled()));
  }

  @Test
  void whatAnActivationThrowsIsToldWithLayerAndStep() {
    RuntimeException cause = new IllegalStateException("no idea");
    PluginFailure failure =
        failure(
            x -> {
              throw cause;
            });
    assertEquals(
        "wild (from test-classes) failed in layer 2, step 1: no idea.", failure.getMessage());
    assertSame(cause, failure.getCause());
  }

  @Test
  void whatItThrowsOnAnotherThreadIsToldAlike() {
    Thread caller = Thread.currentThread();
    RuntimeException cause = new IllegalStateException("no idea");
    PluginFailure failure =
        failure(
            SharedWork.plain(),
            3,
            x -> {
              if (Thread.currentThread() != caller) {
                throw cause;
              }
              return x;
            });
    assertEquals(
        "wild (from test-classes) failed in layer 2, step 1: no idea.", failure.getMessage());
    assertSame(cause, failure.getCause());
  }

  @Test
  void aMissingClassIsNamed() {
    PluginFailure failure =
        failure(
            x -> {
              throw new NoClassDefFoundError("com/b/Util");
            });
    assertEquals(
        "wild (from test-classes) failed in layer 2, step 1: it needs com.b.Util, which is neither in the JAR nor part of the plugin API.",
        failure.getMessage());
  }

  /** A schedule that ends too early. */
  record Brief() implements Schedule {
    @Override
    public double factor(long number, long total) {
      if (number == 2) {
        throw new IllegalStateException("only one step was planned");
      }
      return 1;
    }
  }

  /** An optimizer without a start. */
  record Startless() implements ElementwiseOptimizer {
    @Override
    public double learningRate() {
      return 0.1;
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public float initial(int slot) {
      throw new IllegalStateException("no start");
    }

    @Override
    public void update(
        long step,
        double rate,
        Block block,
        float[] weights,
        float[] gradients,
        float[][] slots,
        int from,
        int to) {}
  }

  /** A loss that cannot weigh. */
  record Scaleless() implements ElementwiseLoss {
    @Override
    public double value(double prediction, double target) {
      return 0;
    }

    @Override
    public double derivative(double prediction, double target) {
      return 0;
    }

    @Override
    public double rowWeight(float[] target, int at, int width) {
      throw new IllegalStateException("no scales");
    }
  }

  private static String failure(Loss loss, Optimizer optimizer, Schedule schedule) {
    Network network =
        Network.builder(Plugins.of(), 1).dense(1, new SampleIdentity(), new Zeros()).build(1);
    Trainer trainer = Trainer.of(Recipe.of(loss, optimizer, schedule).withEpochs(3));
    return assertThrows(PluginFailure.class, () -> trainer.fit(network, Town.scaled()))
        .getMessage();
  }

  @Test
  void whatAScheduleThrowsIsToldWithTheStep() {
    assertEquals(
        "brief (from test-classes) failed in step 2: only one step was planned.",
        failure(new SampleMse(), new SampleSgd(0.1), new Brief()));
  }

  @Test
  void whatAnOptimizerThrowsBeforeTheFirstStepIsTold() {
    assertEquals(
        "startless (from test-classes) failed: no start.",
        failure(new SampleMse(), new Startless(), new SampleConstant(1)));
  }

  @Test
  void whatAnInitializerThrowsIsToldWithTheLayer() {
    Initializer empty =
        (w, random) -> {
          throw new IllegalStateException("no numbers left");
        };
    NetworkBuilder layers =
        Network.builder(Plugins.of(), 1)
            .dense(2, new SampleIdentity(), new Zeros())
            .dense(1, new SampleIdentity(), empty);
    PluginFailure failure = assertThrows(PluginFailure.class, () -> layers.build(1));
    assertTrue(
        failure.getMessage().endsWith(" failed in layer 2: no numbers left."),
        failure.getMessage());
  }

  @Test
  void whatALossThrowsAboutWeightsIsTold() {
    assertEquals(
        "scaleless (from test-classes) failed in step 1: no scales.",
        failure(new Scaleless(), new SampleSgd(0.1), new SampleConstant(1)));
  }

  @Test
  void numbersThatTurnIntoNaNAreToldWithTheFirstInput() {
    PluginFailure failure = failure(x -> Double.NaN);
    assertEquals(
        "wild (from test-classes) turned 240 finite numbers into NaN in layer 2, step 1, first at input 0.0. Run: nn check test-classes",
        failure.getMessage());
  }
}
