package nn.core.explain;

import nn.api.Loss;
import nn.api.Optimizer;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import nn.core.train.Recipe;

/** The network whose step was worked by hand, and recipes. */
final class Sketch {
  static final Plugins PLUGINS = Plugins.discover();

  private Sketch() {}

  /**
   * Two inputs, two hidden rectifiers of which the second is silent, one output. W1 is (0.5, -1;
   * -0.25, 1), b1 (0.1, -2), W2 (2; 4), b2 0.3.
   */
  static Network network() {
    Network network = Network.builder(PLUGINS, 2).layers("2 relu, 1").build(1);
    float[] weights = {0.5f, -1, -0.25f, 1, 0.1f, -2, 2, 4, 0.3f};
    System.arraycopy(weights, 0, network.parameters(), 0, weights.length);
    return network;
  }

  /** Inputs 2 and 3, target 2. */
  static Dataset row() {
    return Dataset.of(new double[][] {{2, 3}}, new double[][] {{2}});
  }

  static ExplainedStep step() {
    return ExplainedStep.of(network(), recipe(new SampleMse(), new SampleSgd(0.01)), row());
  }

  static Recipe recipe(Loss loss, Optimizer optimizer) {
    return Recipe.of(loss, optimizer, PLUGINS.schedule("constant"));
  }
}
