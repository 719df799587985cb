package nn.demo.story;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import nn.core.data.Feature.Numeric;
import nn.core.data.Target.NumberTarget;
import nn.core.kernel.Arithmetic;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;
import nn.core.network.Neuron;
import nn.core.plugin.Plugins;
import nn.core.train.Progress;
import nn.core.train.Recipe;
import nn.core.train.Trainer;
import nn.core.train.TrainingListener;
import nn.core.train.TrainingResult;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** One neuron that learns the price of a square foot from the houses of {@link Town}. */
public final class HousePrice {
  /** How far each step goes, in the scaled numbers that the neuron sees. */
  public static final double RATE = 0.1;

  private static final int STEPS = 60;
  private static final int HIDDEN = 8;
  private static final double ASKED_SIZE = 2000;
  private static final double SMALLEST = 800;
  private static final double LARGEST = 3000;

  private final Cast cast;
  private final Houses town = Fixtures.town();
  private final Network network;
  private final List<Moment> moments = new ArrayList<>();

  /**
   * What the neuron thinks after so many steps.
   *
   * @param step steps taken; 0 is the guess at the start
   * @param weight the neuron's weight, in scaled numbers
   * @param bias the neuron's bias, in scaled numbers
   * @param dollarsPerSquareFoot what one more square foot adds to the price, on average from the
   *     smallest house to the largest
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

  private HousePrice(Plugins plugins, Cast cast, long seed) {
    this.cast = cast;
    NetworkBuilder layers = Network.builder(plugins, town.preparation().width());
    if (!cast.isOneNeuron()) {
      layers.dense(HIDDEN, cast.activation());
    }
    network = layers.dense(1, "identity").build(seed);
  }

  /** Learns from a random guess; equal seeds give equal numbers. */
  public static HousePrice learn(Plugins plugins, Arithmetic arithmetic, long seed) {
    return learn(plugins, Cast.TALK, arithmetic, seed);
  }

  /**
   * The same with other plugins in the leading roles.
   *
   * @throws IllegalArgumentException if they do not fit together, or the loss explodes
   */
  public static HousePrice learn(Plugins plugins, Cast cast, Arithmetic arithmetic, long seed) {
    HousePrice story = new HousePrice(plugins, cast, seed);
    Recipe recipe =
        Recipe.of(
                plugins.loss(cast.loss()),
                plugins.optimizer(cast.optimizer()),
                plugins.schedule("constant"))
            .withEpochs(STEPS)
            .withBatchSize(story.town.count())
            .withSeed(seed);
    TrainingResult result =
        Trainer.of(recipe)
            .on(arithmetic, 1)
            .withListener(story.watcher())
            .fit(story.network, story.town.data());
    checkArgument(
        result.outcome() == TrainingResult.Outcome.COMPLETED,
        "The loss exploded at step %s. Give --optimizer a smaller learning-rate.",
        result.steps());
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

  /** Which plugins play. */
  public Cast cast() {
    return cast;
  }

  /** The first neuron as it is in the end, at work on a house of this size. */
  public Neuron neuron(double squareFeet) {
    return network.neuron(0, 0, town.scaled(squareFeet));
  }

  /** Predicted price of a house of this size, in dollars. */
  public double price(double squareFeet) {
    return town.price(network, squareFeet);
  }

  /** How sizes are scaled for the neuron. */
  public Numeric size() {
    return town.size();
  }

  /** How prices are scaled for the neuron. */
  public NumberTarget target() {
    return town.target();
  }

  /** Slope of the best straight line, in dollars per square foot, worked out without learning. */
  public double closedForm() {
    return line().getSlope();
  }

  /** Typical miss of that line, in dollars: the noise in the prices. */
  public double bestMiss() {
    return Math.sqrt(line().getSumSquaredErrors() / town.count());
  }

  private static SimpleRegression line() {
    SimpleRegression line = new SimpleRegression();
    double[] prices = Town.prices();
    double[] sizes = Town.sizes();
    for (int i = 0; i < sizes.length; i++) {
      line.addData(sizes[i], prices[i]);
    }
    return line;
  }

  private Moment moment(int step) {
    Neuron neuron = neuron(ASKED_SIZE);
    double perFoot =
        cast.isOneNeuron()
            ? neuron.weight(0) * target().deviation() / size().deviation()
            : (price(LARGEST) - price(SMALLEST)) / (LARGEST - SMALLEST);
    return new Moment(
        step, neuron.weight(0), neuron.bias(), perFoot, town.rmse(network), price(ASKED_SIZE));
  }
}
