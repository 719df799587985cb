package nn.demo.story;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.data.Encoding;
import nn.core.data.Feature.Numeric;
import nn.core.data.Preparation;
import nn.core.data.Table;
import nn.core.data.Target.NumberTarget;
import nn.core.eval.RegressionMetrics;
import nn.core.kernel.Arithmetic;
import nn.core.network.Network;
import nn.core.network.Neuron;
import nn.core.plugin.Plugins;
import nn.core.train.Progress;
import nn.core.train.Recipe;
import nn.core.train.Trainer;
import nn.core.train.TrainingListener;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** One neuron that learns the price of a square foot from the houses of {@link Town}. */
public final class HousePrice {
  /** How far each step goes, in the scaled numbers that the neuron sees. */
  public static final double RATE = 0.1;

  private static final int STEPS = 60;
  private static final double ASKED_SIZE = 2000;

  private final Preparation preparation;
  private final Dataset houses;
  private final Network network;
  private final List<Moment> moments = new ArrayList<>();

  /**
   * What the neuron thinks after so many steps.
   *
   * @param step steps taken; 0 is the guess at the start
   * @param weight the neuron's weight, in scaled numbers
   * @param bias the neuron's bias, in scaled numbers
   * @param dollarsPerSquareFoot what one more square foot adds to the price
   * @param rmse typical miss over the twelve houses, in dollars
   * @param priceOf2000 predicted price of 2,000 square feet, in dollars
   */
  public record Moment(
      int step,
      double weight,
      double bias,
      double dollarsPerSquareFoot,
      double rmse,
      double priceOf2000) {}

  private HousePrice(Plugins plugins, long seed) {
    Table town = Town.table();
    preparation = Preparation.fit(town, Town.PRICE, null, town.rows());
    houses = preparation.apply(town, town.rows(), Encoding.NUMBER);
    network = Network.builder(plugins, preparation.width()).dense(1, "identity").build(seed);
  }

  /** Learns from a random guess; equal seeds give equal numbers. */
  public static HousePrice learn(Plugins plugins, Arithmetic arithmetic, long seed) {
    HousePrice story = new HousePrice(plugins, seed);
    Recipe recipe =
        Recipe.of(
                plugins.loss("mse"),
                plugins.optimizer("sgd(learning-rate=" + RATE + ")"),
                plugins.schedule("constant"))
            .withEpochs(STEPS)
            .withBatchSize(story.houses.count())
            .withSeed(seed);
    Trainer.of(recipe)
        .on(arithmetic, 1)
        .withListener(story.watcher())
        .fit(story.network, story.houses);
    return story;
  }

  private TrainingListener watcher() {
    return new TrainingListener() {
      @Override
      public void started(Progress progress) {
        moments.add(moment(0));
      }

      @Override
      public void step(Progress progress) {
        moments.add(moment((int) progress.step()));
      }
    };
  }

  /** The guess at the start, and what the neuron thought after each step. */
  public ImmutableList<Moment> moments() {
    return ImmutableList.copyOf(moments);
  }

  /** What the neuron thinks in the end. */
  public Moment result() {
    return moments.get(moments.size() - 1);
  }

  /** How many steps were taken. */
  public int steps() {
    return result().step();
  }

  /** The neuron as it is in the end, at work on a house of this size. */
  public Neuron neuron(double squareFeet) {
    return network.neuron(0, 0, (float) ((squareFeet - size().mean()) / size().deviation()));
  }

  /** Predicted price of a house of this size, in dollars. */
  public double price(double squareFeet) {
    return target().toUnits(neuron(squareFeet).output());
  }

  /** How sizes are scaled for the neuron. */
  public Numeric size() {
    return (Numeric) preparation.features().get(0);
  }

  /** How prices are scaled for the neuron. */
  public NumberTarget target() {
    return (NumberTarget) preparation.target();
  }

  /** Slope of the best straight line, in dollars per square foot, worked out without learning. */
  public double closedForm() {
    SimpleRegression line = new SimpleRegression();
    double[] prices = Town.prices();
    double[] sizes = Town.sizes();
    for (int i = 0; i < sizes.length; i++) {
      line.addData(sizes[i], prices[i]);
    }
    return line.getSlope();
  }

  private Moment moment(int step) {
    Neuron neuron = neuron(ASKED_SIZE);
    double perFoot = neuron.weight(0) * target().deviation() / size().deviation();
    return new Moment(step, neuron.weight(0), neuron.bias(), perFoot, rmse(), price(ASKED_SIZE));
  }

  private double rmse() {
    RegressionMetrics.Accumulator metrics = new RegressionMetrics.Accumulator();
    Rows targets = houses.targets();
    double[] sizes = Town.sizes();
    for (int i = 0; i < sizes.length; i++) {
      metrics.add(price(sizes[i]), target().toUnits(targets.get(i, 0)));
    }
    return metrics.snapshot().rmse();
  }
}
