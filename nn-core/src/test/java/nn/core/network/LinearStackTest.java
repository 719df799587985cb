package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;

/** Linear layers on top of one another are one linear layer; with a bend between they are not. */
class LinearStackTest {
  private static final Plugins PLUGINS = Plugins.discover();

  /** Weights lie inputs x outputs: the transpose of how they are written beside a column of x. */
  private static final float[] STACK = {2, -1, 1, 3, 1, 0, 3, 2, 1, -1, 0, 1, -2, 1, -1, 2, 5};

  @Test
  void threeLinearLayersAreTheLineWorkedByHand() {
    Network network = stack("2, 3, 1");
    for (float x : new float[] {-2, -0.5f, 0, 1, 2, 10}) {
      assertEquals(15 * x + 4, network.predict(x)[0]);
    }
  }

  @Test
  void withRectifiersBetweenThemTheyBend() {
    Network network = stack("2 relu, 3 relu, 1");
    assertEquals(34, network.predict(2)[0]);
    assertEquals(9, network.predict(-2)[0]);
    assertEquals(8, network.predict(0)[0]);
  }

  @Test
  void randomLinearLayersFoldIntoOneMatrixAndBias() {
    Network network = Network.builder(PLUGINS, 4).layers("5, 2, 3").build(1);
    SplitMix64 random = new SplitMix64(3);
    for (int i = 0; i < network.parameters().length; i++) {
      network.parameters()[i] = (float) (2 * random.nextDouble() - 1);
    }
    double[][] matrix = identity(4);
    double[] bias = new double[4];
    for (Layer layer : network.layers()) {
      Dense dense = (Dense) layer;
      bias = applied(network, dense, bias, true);
      double[][] folded = new double[4][];
      for (int i = 0; i < 4; i++) {
        folded[i] = applied(network, dense, matrix[i], false);
      }
      matrix = folded;
    }
    float[] x = {0.5f, -1.25f, 2, 0.75f};
    double[] expected = bias.clone();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < expected.length; j++) {
        expected[j] += x[i] * matrix[i][j];
      }
    }
    float[] y = network.predict(x);
    assertArrayEquals(expected, new double[] {y[0], y[1], y[2]}, 1e-5);
  }

  private static Network stack(String layers) {
    Network network = Network.builder(PLUGINS, 1).layers(layers).build(1);
    System.arraycopy(STACK, 0, network.parameters(), 0, STACK.length);
    return network;
  }

  private static double[] applied(Network network, Dense layer, double[] row, boolean biased) {
    double[] y = new double[layer.units()];
    for (int j = 0; j < y.length; j++) {
      y[j] = biased ? network.view(layer.bias()).get(0, j) : 0;
      for (int i = 0; i < row.length; i++) {
        y[j] += row[i] * network.view(layer.weights()).get(i, j);
      }
    }
    return y;
  }

  private static double[][] identity(int size) {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      matrix[i][i] = 1;
    }
    return matrix;
  }
}
