package nn.demo.story;

import java.util.function.LongConsumer;
import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.train.ClassWeights;
import nn.core.train.Evaluation;
import nn.core.train.Learner;

/**
 * What a chapter works with: the engine, and who plays the leading roles.
 *
 * @param plugins which there are
 * @param arithmetic what computes; the results are the same in every bit
 * @param seed where all chance comes from
 * @param cast the leading roles, as the reader chose them
 */
public record Classroom(Plugins plugins, Arithmetic arithmetic, long seed, Cast cast) {
  /** The loss of a network over all rows. */
  public double loss(Network network, Loss loss, Dataset data) {
    try (Crew crew = new Crew(arithmetic, 1)) {
      return new Evaluation(loss, network, data).loss(crew);
    }
  }

  /**
   * The gradient by backpropagation: for each of {@link Network#parameters()} how much the loss
   * grows when that number grows. Nothing is changed.
   */
  public float[] slopes(Network network, Loss loss, Dataset data) {
    Catcher catcher = new Catcher(new float[network.parameters().length]);
    learn(network, loss, data, catcher, 1, step -> {});
    return catcher.caught();
  }

  /**
   * Takes steps on all rows at once, with a constant rate.
   *
   * @param after called after every step with its number, counted from 1
   */
  public void learn(
      Network network,
      Loss loss,
      Dataset data,
      Optimizer optimizer,
      int steps,
      LongConsumer after) {
    try (Crew crew = new Crew(arithmetic, 1)) {
      Learner learner = new Learner(network, loss, ClassWeights.EQUAL, optimizer, crew);
      Learner.Batch batch = learner.batch(data.count());
      copy(data.features(), batch.inputs());
      copy(data.targets(), batch.targets());
      for (long step = 1; step <= steps; step++) {
        learner.step(batch, step, seed, 1);
        after.accept(step);
      }
    }
  }

  /** Takes steps of plain gradient descent down the mean squared error. */
  public void descend(Network network, Dataset data, double rate, int steps) {
    learn(network, mse(), data, sgd(rate), steps, step -> {});
  }

  /** The mean squared error. */
  public Loss mse() {
    return plugins.loss("mse");
  }

  /** Plain gradient descent. */
  public ElementwiseOptimizer sgd(double rate) {
    return (ElementwiseOptimizer) plugins.optimizer("sgd(learning-rate=" + rate + ")");
  }

  private static void copy(Rows from, Rows to) {
    System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), from.size());
  }

  /** Changes no weight and keeps the gradients. */
  @SuppressWarnings("ArrayRecordComponent") // it is there to be written to
  private record Catcher(float[] caught) implements ElementwiseOptimizer {
    @Override
    public double learningRate() {
      return 1;
    }

    @Override
    public int slots() {
      return 0;
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
        int to) {
      System.arraycopy(gradients, from, caught, from, to - from);
    }
  }
}
