package nn.demo.essay;

import com.google.common.collect.ImmutableList;
import java.util.random.RandomGenerator;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.explain.ExplainedLayer;
import nn.core.explain.ExplainedStep;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;
import nn.core.random.SplitMix64;
import nn.core.train.Recipe;
import nn.demo.story.Classroom;

/** Signals and blame on their way through a deep, wide, untrained network. */
public final class DeepStack {
  /** Hidden layers. */
  public static final int LAYERS = 20;

  /** Units of each of them, and inputs. */
  public static final int WIDTH = 128;

  private static final int ROWS = 8;
  static final double NEARLY_ONE = 0.99;

  private DeepStack() {}

  /**
   * What was measured.
   *
   * @param forward mean square of the outputs of each hidden layer; that of the inputs is near 1
   * @param backward mean square of the blame of these outputs, as a part of the last one's
   * @param flat share of the last layer's outputs that are beyond 0.99 on either side
   */
  public record Signals(
      ImmutableList<Double> forward, ImmutableList<Double> backward, double flat) {}

  /** A stack whose hidden layers all start in the same way. */
  public static Signals of(Classroom room, String activation, String initializer) {
    NetworkBuilder layers = Network.builder(room.plugins(), WIDTH);
    for (int i = 0; i < LAYERS; i++) {
      layers.dense(
          WIDTH, room.plugins().activation(activation), room.plugins().initializer(initializer));
    }
    Network network = layers.dense(1, "identity").build(room.seed());
    return signals(ExplainedStep.of(network, recipe(room), rows(room)).layers().subList(0, LAYERS));
  }

  private static Signals signals(ImmutableList<ExplainedLayer> hidden) {
    ExplainedLayer last = hidden.get(LAYERS - 1);
    double end = meanSquare(last.outputBlame().orElseThrow());
    return new Signals(
        hidden.stream()
            .map(layer -> meanSquare(layer.outputs()))
            .collect(ImmutableList.toImmutableList()),
        hidden.stream()
            .map(layer -> meanSquare(layer.outputBlame().orElseThrow()) / end)
            .collect(ImmutableList.toImmutableList()),
        flat(last.outputs()));
  }

  private static Recipe recipe(Classroom room) {
    return Recipe.of(room.mse(), room.sgd(1e-12), room.plugins().schedule("constant"));
  }

  /** Inputs from the standard normal distribution. */
  private static Dataset rows(Classroom room) {
    RandomGenerator random = new SplitMix64(room.seed());
    double[][] inputs = new double[ROWS][WIDTH];
    double[][] targets = new double[ROWS][1];
    for (double[] row : inputs) {
      for (int i = 0; i < WIDTH; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return Dataset.of(inputs, targets);
  }

  private static double meanSquare(Rows rows) {
    double sum = 0;
    for (int i = rows.at(0); i < rows.at(rows.count()); i++) {
      sum += (double) rows.data()[i] * rows.data()[i];
    }
    return sum / rows.size();
  }

  private static double flat(Rows rows) {
    double beyond = 0;
    for (int i = rows.at(0); i < rows.at(rows.count()); i++) {
      beyond += Math.abs(rows.data()[i]) > NEARLY_ONE ? 1 : 0;
    }
    return beyond / rows.size();
  }
}
