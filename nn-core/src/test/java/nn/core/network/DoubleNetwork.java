package nn.core.network;

import java.util.Arrays;
import nn.api.Activation;
import nn.api.Block;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.core.random.SplitMix64;
import nn.core.sample.SampleGlu;
import nn.core.sample.SampleSoftmax;

/**
 * What a network should compute: scalar definitions and plain loops in double, one row and one unit
 * at a time, sharing nothing with the engine but the description of the layers.
 */
public final class DoubleNetwork {
  private final Network network;
  private final double[] parameters;
  private final boolean training;
  private final long seed;
  private double kinkDistance = Double.POSITIVE_INFINITY;

  public DoubleNetwork(Network network, boolean training, long seed) {
    this.network = network;
    this.training = training;
    this.seed = seed;
    parameters = new double[network.parameters().length];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = network.parameters()[i];
    }
  }

  /** All parameters: the live array. */
  public double[] parameters() {
    return parameters;
  }

  /** How near any sum of an activation with a kink at 0 has come to it. */
  public double kinkDistance() {
    return kinkDistance;
  }

  public double[][] forward(double[][] rows) {
    double[][] x = rows;
    int number = 0;
    for (Layer layer : network.layers()) {
      if (layer instanceof Dense dense) {
        x = dense(dense, x);
      } else if (layer instanceof Dropout dropout) {
        x = training ? dropout(dropout, number, x) : x;
      } else if (layer instanceof BatchNorm norm) {
        x = training ? transposed(normal(norm, transposed(x), true)) : running(norm, x);
      } else {
        x = normal(layer, x, false);
      }
      number++;
    }
    return x;
  }

  private double[][] dense(Dense layer, double[][] x) {
    double[][] y = new double[x.length][];
    for (int r = 0; r < x.length; r++) {
      double[] sums = new double[layer.units()];
      for (int j = 0; j < sums.length; j++) {
        sums[j] = parameter(layer.blocks().get(1), j);
        for (int i = 0; i < x[r].length; i++) {
          sums[j] += x[r][i] * parameter(layer.blocks().get(0), i * layer.units() + j);
        }
      }
      y[r] = activated(layer, sums);
    }
    return y;
  }

  private double[] activated(Dense layer, double[] z) {
    Activation activation = layer.activation();
    if (activation instanceof SampleSoftmax) {
      return softmax(z);
    } else if (activation instanceof SampleGlu) {
      return glu(z);
    }
    double[] y = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      if (activation instanceof ParametricActivation parametric) {
        note(z[j], parametric.kinks());
        double a = parameter(layer.blocks().get(2), parametric.shared() ? 0 : j);
        y[j] = parametric.value(z[j], a);
      } else {
        ElementwiseActivation elementwise = (ElementwiseActivation) activation;
        note(z[j], elementwise.kinks());
        y[j] = elementwise.value(z[j]);
      }
    }
    return y;
  }

  private void note(double z, double[] kinks) {
    if (kinks.length > 0) {
      kinkDistance = Math.min(kinkDistance, Math.abs(z));
    }
  }

  private static double[] softmax(double[] z) {
    double sum = Arrays.stream(z).map(StrictMath::exp).sum();
    return Arrays.stream(z).map(v -> StrictMath.exp(v) / sum).toArray();
  }

  private static double[] glu(double[] z) {
    int half = z.length / 2;
    double[] y = new double[half];
    for (int j = 0; j < half; j++) {
      y[j] = z[j] / (1 + StrictMath.exp(-z[half + j]));
    }
    return y;
  }

  private double[][] dropout(Dropout layer, int number, double[][] x) {
    double[][] y = new double[x.length][];
    for (int r = 0; r < x.length; r++) {
      y[r] = new double[x[r].length];
      for (int j = 0; j < x[r].length; j++) {
        long index = (long) r * x[r].length + j;
        double chance = SplitMix64.uniform(SplitMix64.key(seed, number), index);
        y[r][j] = chance < layer.rate() ? 0 : x[r][j] / (1 - layer.rate());
      }
    }
    return y;
  }

  /** Every row to mean 0 and variance 1, then scaled and shifted, by row or by place in the row. */
  private double[][] normal(Layer layer, double[][] x, boolean byRow) {
    double[][] y = new double[x.length][];
    for (int r = 0; r < x.length; r++) {
      double mean = Arrays.stream(x[r]).average().orElseThrow();
      double variance = Arrays.stream(x[r]).map(v -> (v - mean) * (v - mean)).sum() / x[r].length;
      y[r] = new double[x[r].length];
      for (int j = 0; j < x[r].length; j++) {
        double n = (x[r][j] - mean) / Math.sqrt(variance + 1e-5);
        int at = byRow ? r : j;
        y[r][j] = parameter(layer.blocks().get(0), at) * n + parameter(layer.blocks().get(1), at);
      }
    }
    return y;
  }

  private double[][] running(BatchNorm layer, double[][] x) {
    double[][] y = new double[x.length][];
    float[] statistics = network.statistics();
    for (int r = 0; r < x.length; r++) {
      y[r] = new double[x[r].length];
      for (int j = 0; j < x[r].length; j++) {
        double mean = statistics[layer.statisticsOffset() + j];
        double variance = statistics[layer.statisticsOffset() + layer.inputs() + j];
        double n = (x[r][j] - mean) / Math.sqrt(variance + 1e-5);
        y[r][j] = parameter(layer.blocks().get(0), j) * n + parameter(layer.blocks().get(1), j);
      }
    }
    return y;
  }

  private static double[][] transposed(double[][] x) {
    double[][] y = new double[x[0].length][x.length];
    for (int r = 0; r < x.length; r++) {
      for (int j = 0; j < x[r].length; j++) {
        y[j][r] = x[r][j];
      }
    }
    return y;
  }

  private double parameter(Block block, int index) {
    return parameters[block.offset() + index];
  }
}
