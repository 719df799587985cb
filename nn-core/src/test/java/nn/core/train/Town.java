package nn.core.train;

import nn.core.data.Dataset;

/** Twelve houses whose best line is exactly $200 per square foot. */
final class Town {
  static final double MEAN_SIZE = 1900;
  static final double MEAN_PRICE = 380_000;
  private static final double[] PRICES = {
    172, 188, 228, 292, 311, 369, 400, 449, 471, 526, 548, 606
  };

  private Town() {}

  /** Sizes and prices, each with mean 0 and deviation 1. */
  static Dataset scaled() {
    double[][] sizes = new double[12][1];
    double[][] prices = new double[12][1];
    for (int i = 0; i < 12; i++) {
      sizes[i][0] = (size(i) - MEAN_SIZE) / sizeDeviation();
      prices[i][0] = (1000 * PRICES[i] - MEAN_PRICE) / priceDeviation();
    }
    return Dataset.of(sizes, prices);
  }

  static double sizeDeviation() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (size(i) - MEAN_SIZE) * (size(i) - MEAN_SIZE);
    }
    return Math.sqrt(sum / 12);
  }

  static double priceDeviation() {
    double sum = 0;
    for (double price : PRICES) {
      sum += (1000 * price - MEAN_PRICE) * (1000 * price - MEAN_PRICE);
    }
    return Math.sqrt(sum / 12);
  }

  private static double size(int i) {
    return 800 + 200 * i;
  }
}
