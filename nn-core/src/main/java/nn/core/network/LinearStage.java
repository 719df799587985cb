package nn.core.network;

import java.util.Arrays;
import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.Crew;

/**
 * z = x W + b: forward by rows or units, whichever are more, gradients by inputs and units, so that
 * no sum is ever split.
 */
final class LinearStage extends Stage {
  private final Rows w;
  private final Rows b;
  private final Rows dw;
  private final Rows db;
  private final ByRows byRows = new ByRows();
  private final ByUnits byUnits = new ByUnits();
  private final Backward backward = new Backward();

  /**
   * A stage on the layer's numbers.
   *
   * @param gradients flat array beside the parameters; empty in passes for use
   */
  LinearStage(Dense layer, float[] parameters, float[] gradients, Rows x, Rows dx) {
    super(x, Rows.zeros(x.count(), layer.units()), dx, gradientRows(layer, gradients, x));
    w = Dense.view(parameters, layer.weights());
    b = Dense.view(parameters, layer.bias());
    boolean trains = gradients.length > 0;
    dw = trains ? Dense.view(gradients, layer.weights()) : NONE;
    db = trains ? Dense.view(gradients, layer.bias()) : NONE;
  }

  private static Rows gradientRows(Dense layer, float[] gradients, Rows x) {
    return gradients.length > 0 ? Rows.zeros(x.count(), layer.units()) : NONE;
  }

  /** Threads share what there is more of; with units, each reads its part of the weights alone. */
  @Override
  void forward(Moment moment, Crew crew) {
    long work = (long) w.count() * y.size();
    if (y.width() > y.count()) {
      crew.split(y.width(), work, byUnits);
    } else {
      crew.split(y.count(), work, byRows);
    }
  }

  @Override
  void backward(Moment moment, Crew crew) {
    crew.split(w.count(), 2L * w.count() * y.size(), backward);
  }

  /**
   * The sums of some rows. A class rather than a lambda, as below: through a type of its own the
   * compiler sees what a step of a small network does and makes one piece of it.
   */
  private final class ByRows implements Crew.Task {
    @Override
    public void run(int from, int to, Kernels kernels) {
      kernels.forward(x, w, b, y, from, to);
    }
  }

  /** The sums of some units. */
  private final class ByUnits implements Crew.Task {
    @Override
    public void run(int from, int to, Kernels kernels) {
      kernels.forwardOutputs(x, w, b, y, from, to);
    }
  }

  /**
   * What belongs to inputs [from, to), and the like part of the units' biases. These come first:
   * should the compiler make one piece of all three, it gives up on what comes last.
   */
  private final class Backward implements Crew.Task {
    @Override
    public void run(int from, int to, Kernels kernels) {
      int first = unit(from);
      int end = unit(to);
      clear(dw.at(from), dw.at(to), db.offset() + first, db.offset() + end);
      kernels.biasGradient(dy, db, first, end);
      kernels.weightGradient(x, dy, dw, from, to);
      if (passesBack()) {
        kernels.inputGradient(dy, w, dx, from, to);
      }
    }
  }

  /** Clears two ranges of the gradients, in one go where one follows the other. */
  private void clear(int from, int to, int first, int end) {
    boolean follows = to == first;
    Arrays.fill(dw.data(), from, follows ? end : to, 0f);
    if (!follows) {
      Arrays.fill(db.data(), first, end, 0f);
    }
  }

  private int unit(int input) {
    // Most steps of small networks are not split, and a division costs them much.
    if (input == 0 || input == w.count()) {
      return input == 0 ? 0 : w.width();
    }
    return (int) ((long) input * w.width() / w.count());
  }
}
