package nn.demo.essay;

import com.google.common.collect.ImmutableList;
import java.util.function.IntToDoubleFunction;
import nn.api.Loss;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;

/**
 * Differences of the loss beside the backward pass: a network of eight tanh units on BEND, every
 * parameter nudged in turn.
 */
public final class Differences {
  private static final int FIRST = 1;
  private static final int LAST = 18;

  private final Classroom room;
  private final Dataset data = Fixtures.bend().data();
  private final Network network;
  private final Loss mse;
  private final float[] backward;
  private final double here;

  /** Differences that are still to be taken. */
  public Differences(Classroom room) {
    this.room = room;
    network = network(room);
    mse = room.mse();
    backward = room.slopes(network, mse, data);
    here = loss();
  }

  /** The network as it starts. */
  static Network network(Classroom room) {
    return Network.builder(room.plugins(), 1)
        .dense(8, "tanh")
        .dense(1, "identity")
        .build(room.seed());
  }

  /**
   * How far the differences are from the backward pass: the root of the mean squared error over all
   * parameters, as a part of the root of the mean squared slope.
   *
   * @param halvings the step is 1/2 to this power
   * @param step how far each parameter is nudged
   * @param oneSided of (L(w + h) - L(w)) / h
   * @param centred of (L(w + h) - L(w - h)) / 2h
   * @param combined of the centred differences of h and h/2, combined so that h^2 cancels
   */
  public record Errors(
      int halvings, double step, double oneSided, double centred, double combined) {}

  /** From long steps to short ones. */
  public ImmutableList<Errors> all() {
    ImmutableList.Builder<Errors> all = ImmutableList.builder();
    for (int halvings = FIRST; halvings <= LAST; halvings++) {
      double h = StrictMath.pow(0.5, halvings);
      all.add(
          new Errors(
              halvings,
              h,
              error(i -> oneSided(i, h)),
              error(i -> centred(i, h)),
              error(i -> (4 * centred(i, h / 2) - centred(i, h)) / 3)));
    }
    return all.build();
  }

  private double error(IntToDoubleFunction difference) {
    double errors = 0;
    double slopes = 0;
    for (int i = 0; i < backward.length; i++) {
      double error = difference.applyAsDouble(i) - backward[i];
      errors += error * error;
      slopes += (double) backward[i] * backward[i];
    }
    return Math.sqrt(errors / slopes);
  }

  private double oneSided(int i, double h) {
    float up = (float) (network.parameters()[i] + h);
    return (loss(i, up) - here) / ((double) up - network.parameters()[i]);
  }

  private double centred(int i, double h) {
    float up = (float) (network.parameters()[i] + h);
    float down = (float) (network.parameters()[i] - h);
    return (loss(i, up) - loss(i, down)) / ((double) up - down);
  }

  /** The loss while one parameter has another value. */
  private double loss(int i, float value) {
    float before = network.parameters()[i];
    network.parameters()[i] = value;
    double loss = loss();
    network.parameters()[i] = before;
    return loss;
  }

  private double loss() {
    return room.loss(network, mse, data);
  }
}
