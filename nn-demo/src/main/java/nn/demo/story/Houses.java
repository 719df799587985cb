package nn.demo.story;

import nn.core.data.Dataset;
import nn.core.data.Feature.Numeric;
import nn.core.data.Preparation;
import nn.core.data.Table;
import nn.core.data.Target.NumberTarget;
import nn.core.eval.RegressionMetrics;
import nn.core.network.Network;

/**
 * Sizes and prices of houses, and the same scaled for a network: mean 0, spread 1.
 *
 * @param table square feet and dollars
 * @param preparation how they are scaled
 * @param data the scaled numbers
 */
public record Houses(Table table, Preparation preparation, Dataset data) {
  /** Houses with the columns {@link Town#SIZE} and {@link Town#PRICE}, scaled by their own mean. */
  public static Houses of(Table table) {
    Preparation preparation = Preparation.fit(table, Town.PRICE);
    return new Houses(table, preparation, preparation.apply(table));
  }

  /** How many there are. */
  public int count() {
    return table.count();
  }

  /** Sizes in square feet. */
  public double[] sizes() {
    return numbers(Town.SIZE);
  }

  /** Prices in dollars. */
  public double[] prices() {
    return numbers(Town.PRICE);
  }

  /** The numbers as they are, in square feet and dollars. */
  public Dataset unscaled() {
    double[] sizes = sizes();
    double[] prices = prices();
    double[][] features = new double[sizes.length][];
    double[][] targets = new double[sizes.length][];
    for (int i = 0; i < sizes.length; i++) {
      features[i] = new double[] {sizes[i]};
      targets[i] = new double[] {prices[i]};
    }
    return Dataset.of(features, targets);
  }

  /** How sizes are scaled. */
  public Numeric size() {
    return (Numeric) preparation.features().get(0);
  }

  /** How prices are scaled. */
  public NumberTarget target() {
    return (NumberTarget) preparation.target();
  }

  /** A size as the network sees it. */
  public float scaled(double squareFeet) {
    return (float) ((squareFeet - size().mean()) / size().deviation());
  }

  /** What a network that learned the scaled numbers says a house costs, in dollars. */
  public double price(Network network, double squareFeet) {
    return target().toUnits(network.predict(scaled(squareFeet))[0]);
  }

  /** Typical miss of such a network over all houses, in dollars: root of the mean square. */
  public double rmse(Network network) {
    RegressionMetrics.Accumulator metrics = new RegressionMetrics.Accumulator();
    double[] sizes = sizes();
    double[] prices = prices();
    for (int i = 0; i < sizes.length; i++) {
      metrics.add(price(network, sizes[i]), prices[i]);
    }
    return metrics.snapshot().rmse();
  }

  private double[] numbers(String column) {
    return table.column(column).stream().mapToDouble(Double::parseDouble).toArray();
  }
}
