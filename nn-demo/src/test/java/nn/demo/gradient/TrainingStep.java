package nn.demo.gradient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Loss;
import nn.api.Range;
import nn.api.Schedule;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.random.SplitMix64;
import nn.core.train.Recipe;
import nn.core.train.Trainer;
import org.jspecify.annotations.Nullable;

/** One step of the real trainer, whose gradients an optimizer of the test catches. */
final class TrainingStep {
  private static final double SMALL = 1e-5;
  private static final double TOLERANCE = 1e-5;

  /** Twice the largest move of a sum that a change of one parameter by SMALL makes, and more. */
  private static final double CLEAR_OF_KINKS = 1e-3;

  private static final int MOST_DRAWS = 200;

  private final Network network;
  private final Loss loss;
  private final Loss trained;
  private final double[][] rows;
  private final double[][] targets;

  private TrainingStep(
      Network network, Loss loss, Loss trained, double[][] rows, double[][] targets) {
    this.network = network;
    this.loss = loss;
    this.trained = trained;
    this.rows = rows;
    this.targets = targets;
  }

  private TrainingStep(Network network, Loss loss, int count, SplitMix64 random) {
    this(network, loss, loss, new double[count][], new double[count][]);
    for (int r = 0; r < count; r++) {
      rows[r] = numbers(network.inputs(), random);
      targets[r] = target(random);
    }
    float[] parameters = network.parameters();
    for (int i = 0; i < parameters.length; i++) {
      // Biases and slopes that differ from their starting values, so that each has an influence.
      parameters[i] += (float) (0.1 * random.nextGaussian());
    }
  }

  /** A step on random rows, drawn anew until every function is smooth where it is used. */
  static TrainingStep of(Network network, Loss loss, int count) {
    for (long seed = 1; seed <= MOST_DRAWS; seed++) {
      TrainingStep step = new TrainingStep(network.copy(), loss, count, new SplitMix64(seed));
      DoubleForward forward = step.reference();
      forward.loss(step.parameters());
      if (forward.nearestKink() > CLEAR_OF_KINKS) {
        return step;
      }
    }
    throw new AssertionError("No draw of rows keeps clear of the kinks.");
  }

  /** The same step, trained with another form of the same loss. */
  TrainingStep withLoss(Loss form) {
    return new TrainingStep(network, loss, form, rows, targets);
  }

  /** Compares every gradient of the trainer with central differences. */
  void check() {
    float[] found = gradients();
    DoubleForward forward = reference();
    double[] parameters = parameters();
    for (int i = 0; i < parameters.length; i++) {
      double at = parameters[i];
      parameters[i] = at + SMALL;
      double above = forward.loss(parameters);
      parameters[i] = at - SMALL;
      double below = forward.loss(parameters);
      parameters[i] = at;
      requireNear((above - below) / (2 * SMALL), found[i], i);
    }
  }

  private void requireNear(double expected, double found, int i) {
    double allowed = TOLERANCE * Math.max(1, Math.abs(expected));
    assertTrue(
        Math.abs(expected - found) <= allowed,
        () ->
            String.format(
                Locale.ROOT,
                "parameter %d of %s: %.9f by differences, %.9f by backpropagation",
                i,
                block(i).name(),
                expected,
                found));
  }

  private Block block(int parameter) {
    return network.blocks().stream().filter(b -> parameter < b.end()).findFirst().orElseThrow();
  }

  private float[] gradients() {
    Catcher catcher = new Catcher();
    Schedule constant = (number, total) -> 1;
    Trainer.of(Recipe.of(trained, catcher, constant).withBatchSize(rows.length))
        .fit(network, Dataset.of(rows, targets));
    return catcher.caught();
  }

  private DoubleForward reference() {
    return new DoubleForward(network, loss, rows, targets);
  }

  private double[] parameters() {
    float[] live = network.parameters();
    double[] copy = new double[live.length];
    Arrays.setAll(copy, i -> live[i]);
    return copy;
  }

  /** Numbers that a float holds exactly. */
  private static double[] numbers(int count, SplitMix64 random) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> (float) random.nextGaussian());
    return numbers;
  }

  private double[] target(SplitMix64 random) {
    int width = loss.targetWidth(network.outputs());
    if (width < network.outputs()) {
      return new double[] {random.nextInt(network.outputs())};
    }
    double[] target = new double[width];
    boolean real = loss.domain() == Range.REAL;
    Arrays.setAll(target, j -> (float) (real ? random.nextGaussian() : random.nextDouble()));
    return target;
  }

  /** Changes no weight and keeps the gradients of the first step. */
  private static final class Catcher implements ElementwiseOptimizer {
    private float @Nullable [] gradients;

    float[] caught() {
      if (gradients == null) {
        throw new AssertionError("The trainer took no step.");
      }
      return gradients;
    }

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
      this.gradients = gradients.clone();
    }
  }
}
