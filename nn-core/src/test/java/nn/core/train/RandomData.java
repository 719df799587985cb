package nn.core.train;

import java.util.random.RandomGenerator;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.random.SplitMix64;

/** Made-up data sets and weights, equal for equal seeds. */
public final class RandomData {
  private RandomData() {}

  /** Features and targets uniform in [-1.5, 1.5), unrelated to one another. */
  public static Dataset numbers(int rows, int inputs, int outputs, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    return Dataset.of(uniform(rows, inputs, random), uniform(rows, outputs, random));
  }

  /** Features as in {@link #numbers}; the class is the place of the largest of the first ones. */
  public static Dataset classes(int rows, int inputs, int classes, long seed) {
    double[][] features = uniform(rows, inputs, new SplitMix64(seed));
    double[][] targets = new double[rows][classes];
    for (int r = 0; r < rows; r++) {
      int most = 0;
      for (int j = 1; j < Math.min(inputs, classes); j++) {
        most = features[r][j] > features[r][most] ? j : most;
      }
      targets[r][most] = 1;
    }
    return Dataset.of(features, targets);
  }

  /** Gives every parameter, also biases and scales, a value uniform in [-1, 1). */
  public static void fill(Network network, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    for (int i = 0; i < network.parameters().length; i++) {
      network.parameters()[i] = (float) (2 * random.nextDouble() - 1);
    }
  }

  private static double[][] uniform(int rows, int width, RandomGenerator random) {
    double[][] numbers = new double[rows][width];
    for (double[] row : numbers) {
      for (int j = 0; j < width; j++) {
        row[j] = 3 * random.nextDouble() - 1.5;
      }
    }
    return numbers;
  }
}
