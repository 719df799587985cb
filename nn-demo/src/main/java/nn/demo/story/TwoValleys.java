package nn.demo.story;

import com.google.common.collect.ImmutableList;
import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * VALLEYS: a loss of one weight with two valleys, {@code (w^2 - 1)^2 + 0.3 w}. The lower one is on
 * the left; the ridge between them lies near 0.075.
 */
public final class TwoValleys {
  /** Left and right of the ridge, side by side. */
  public static final ImmutableList<Double> STARTS = ImmutableList.of(0.05, 0.1);

  private static final double TILT = 0.3;
  private static final double RATE = 0.05;
  private static final int STEPS = 400;

  private TwoValleys() {}

  /** Height of the loss. */
  public static double height(double w) {
    double bowl = w * w - 1;
    return bowl * bowl + TILT * w;
  }

  /** Slope of the loss. */
  public static double slope(double w) {
    return 4 * w * (w * w - 1) + TILT;
  }

  /** The top between the valleys: the slope there is 0. */
  public static double ridge() {
    return new BrentSolver().solve(STEPS, TwoValleys::slope, 0, 0.5);
  }

  /** Where plain gradient descent comes to rest from a start. */
  public static double settle(Classroom room, double start) {
    return path(room, start)[STEPS];
  }

  /** The places that plain gradient descent visits, the start first, until it has come to rest. */
  public static double[] path(Classroom room, double start) {
    ElementwiseOptimizer sgd = room.sgd(RATE);
    Block block = new Block("w", Block.Role.WEIGHTS, 1, 1, 0, true);
    float[] w = {(float) start};
    double[] places = new double[STEPS + 1];
    places[0] = start;
    for (int step = 1; step <= STEPS; step++) {
      float[] slope = {(float) slope(w[0])};
      sgd.update(step, sgd.learningRate(), block, w, slope, new float[0][], 0, 1);
      places[step] = w[0];
    }
    return places;
  }
}
