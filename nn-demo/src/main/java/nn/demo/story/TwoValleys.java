package nn.demo.story;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;

/**
 * VALLEYS: a loss of one weight with two valleys, {@code (w^2 - 1)^2 + 0.3 w}. The lower one is on
 * the left; the ridge between them lies near 0.075.
 */
public final class TwoValleys {
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

  /** Where plain gradient descent comes to rest from a start. */
  public static double settle(Classroom room, double start) {
    ElementwiseOptimizer sgd = room.sgd(RATE);
    Block block = new Block("w", Block.Role.WEIGHTS, 1, 1, 0, true);
    float[] w = {(float) start};
    for (int step = 1; step <= STEPS; step++) {
      float[] slope = {(float) slope(w[0])};
      sgd.update(step, sgd.learningRate(), block, w, slope, new float[0][], 0, 1);
    }
    return w[0];
  }
}
