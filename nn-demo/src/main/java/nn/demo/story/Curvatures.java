package nn.demo.story;

import nn.core.data.Dataset;
import nn.core.network.Network;

/**
 * How fast the slope changes, along the two main directions of a loss of two numbers that is a
 * parabola in each: the eigenvalues of its matrix of second derivatives.
 *
 * @param steep the larger one: across the canyon
 * @param flat the smaller one: along its floor
 */
public record Curvatures(double steep, double flat) {
  /**
   * Of the mean squared error of one neuron with one input.
   *
   * @param best the neuron at the bottom, where slopes are 0 and no digits get lost
   */
  public static Curvatures of(Classroom room, Network best, Dataset data) {
    double[] weight = growth(room, best, data, 0);
    double[] bias = growth(room, best, data, 1);
    double mixed = bias[0];
    double half = (weight[0] - bias[1]) / 2;
    double steep = (weight[0] + bias[1]) / 2 + Math.sqrt(half * half + mixed * mixed);
    return new Curvatures(steep, (weight[0] * bias[1] - mixed * mixed) / steep);
  }

  /** How much the slopes of weight and bias grow when one of the two is nudged by 1. */
  private static double[] growth(Classroom room, Network best, Dataset data, int nudged) {
    float[] before = room.slopes(best, room.mse(), data);
    Network copy = best.copy();
    copy.parameters()[nudged]++;
    float[] after = room.slopes(copy, room.mse(), data);
    return new double[] {(double) after[0] - before[0], (double) after[1] - before[1]};
  }
}
