package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import java.util.Objects;
import nn.api.Block;
import nn.api.Loss;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.network.Pass;
import org.jspecify.annotations.Nullable;

/**
 * Compares the gradients of the backward pass with differences of the loss: whether the derivatives
 * of activations, loss and layers belong to their values. Every parameter is moved a little up and
 * down, {@code (L(w + h) - L(w - h)) / 2h}, for six steps h from 1/16 to 1/512; two neighbouring
 * steps are combined so that the error of order h^2 cancels (Richardson), and of the results the
 * one that changes least from step to step counts (Ridders 1982).
 *
 * <p>Values are {@code float}, so expect relative errors of 1e-5 to 1e-3 where all is well, and
 * about 1 where a derivative has the wrong sign or is missing. A parameter that sits on a kink or
 * within about 1/256 of it, such as the bias of a rectifier whose sum is 0, has no derivative there
 * that differences could show, and shows an error.
 *
 * <p>Every parameter costs twelve passes: meant for networks of some hundred parameters.
 */
public final class GradientCheck {
  private static final int STEPS = 6;
  private static final double LONGEST = 0x1p-4;
  private static final long SEED = 1;

  private final Network network;
  private final Pass pass;
  private final LossStage stage;
  private final Crew crew;

  private GradientCheck(Network network, Pass pass, LossStage stage, Crew crew) {
    this.network = network;
    this.pass = pass;
    this.stage = stage;
    this.crew = crew;
  }

  /**
   * The gradient that agrees worst.
   *
   * @param error {@code |analytic - numeric|} divided by the largest of their sizes and the root
   *     mean square of all gradients, so that noise around 0 does not count; infinite where one of
   *     them is not finite
   * @param block the parameter array it belongs to
   * @param index its place in the array, row by row from 0
   * @param analytic what backward says
   * @param numeric what the differences of the loss say
   * @param checked how many gradients were compared
   */
  public record Report(
      double error, Block block, int index, double analytic, double numeric, int checked) {
    /** The report in one sentence. */
    public String summary() {
      return String.format(
          Locale.ROOT,
          "Of %d gradients %s[%d, %d] agrees worst, with relative error %.1e: backward says %.6g, differences of the loss say %.6g.",
          checked,
          block.name(),
          index / block.columns(),
          index % block.columns(),
          error,
          analytic,
          numeric);
    }
  }

  /**
   * Checks every parameter of a network on all rows at once, in training mode with one fixed
   * dropout mask, with the loss in the form that training would use. The network stays as it is.
   *
   * @param data a few rows
   * @throws IllegalArgumentException if network, loss and data do not fit together, or the loss is
   *     not finite
   */
  public static Report of(Network network, Loss loss, Dataset data) {
    checkArgument(data.count() > 0, "There are no rows to check the gradients on.");
    Fit.check(network, loss);
    Fit.checkWidths(network, loss, data);
    Fit.checkTargets(loss, data);
    Network copy = network.copy();
    float[] gradients = new float[copy.parameters().length];
    Pass pass = Pass.training(copy, data.count(), gradients, LossStage.fused(loss, copy));
    LossStage stage = new LossStage(loss, copy, pass, true);
    Evaluation.copy(data.features(), 0, pass.input());
    Evaluation.copy(data.targets(), 0, stage.targets());
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      return new GradientCheck(copy, pass, stage, crew).run(gradients);
    }
  }

  private Report run(float[] gradients) {
    double loss = loss();
    checkArgument(
        Double.isFinite(loss),
        "The loss is %s; choose weights and data for which it is finite.",
        loss);
    pass.backward(crew);
    double floor = rootMeanSquare(gradients);
    @Nullable Report worst = null;
    for (Block block : network.blocks()) {
      for (int i = 0; i < block.size(); i++) {
        double analytic = gradients[block.offset() + i];
        double numeric = numeric(block.offset() + i);
        double error = error(analytic, numeric, floor);
        if (worst == null || error > worst.error()) {
          worst = new Report(error, block, i, analytic, numeric, gradients.length);
        }
      }
    }
    return Objects.requireNonNull(worst);
  }

  private static double error(double analytic, double numeric, double floor) {
    double difference = Math.abs(analytic - numeric);
    if (!Double.isFinite(difference)) {
      return Double.POSITIVE_INFINITY;
    }
    double size = Math.max(floor, Math.max(Math.abs(analytic), Math.abs(numeric)));
    return size == 0 ? 0 : difference / size;
  }

  private static double rootMeanSquare(float[] gradients) {
    double sum = 0;
    for (float g : gradients) {
      sum += (double) g * g;
    }
    return Math.sqrt(sum / gradients.length);
  }

  /** The extrapolated slope that differs least from the one of the next longer steps. */
  private double numeric(int parameter) {
    double step = LONGEST * Math.max(1, Math.abs(network.parameters()[parameter]));
    double longer = slope(parameter, step);
    double last = Double.NaN;
    double best = longer;
    double least = Double.POSITIVE_INFINITY;
    for (int s = 1; s < STEPS; s++) {
      step /= 2;
      double shorter = slope(parameter, step);
      double now = (4 * shorter - longer) / 3;
      if (Math.abs(now - last) < least) {
        least = Math.abs(now - last);
        best = now;
      }
      longer = shorter;
      last = now;
    }
    return best;
  }

  private double slope(int parameter, double step) {
    float[] parameters = network.parameters();
    float middle = parameters[parameter];
    float up = (float) (middle + step);
    float down = (float) (middle - step);
    parameters[parameter] = up;
    double above = loss();
    parameters[parameter] = down;
    double below = loss();
    parameters[parameter] = middle;
    // The steps as rounded to float, not as asked for.
    return (above - below) / ((double) up - down);
  }

  private double loss() {
    pass.forward(true, SEED, 0, crew);
    stage.run(crew);
    return stage.weight() == 0 ? 0 : stage.total() / stage.weight();
  }
}
