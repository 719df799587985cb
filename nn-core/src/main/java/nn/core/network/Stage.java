package nn.core.network;

import nn.api.Rows;
import nn.core.kernel.Crew;

/**
 * One operation at work on batches of one size. Forward reads x and writes y; backward reads dy,
 * adds to the parameters' gradients (of dense layers: writes them), and writes dx. Views and tasks
 * are made once: a step allocates nothing.
 */
abstract class Stage {
  /** Stands for the gradient of the network's input, which nobody wants, and in passes for use. */
  static final Rows NONE = Rows.zeros(0, 0);

  final Rows x;
  final Rows y;
  final Rows dx;
  final Rows dy;

  Stage(Rows x, Rows y, Rows dx, Rows dy) {
    this.x = x;
    this.y = y;
    this.dx = dx;
    this.dy = dy;
  }

  /**
   * Computes y from x.
   *
   * @param moment whether this is training, and where chance comes from
   */
  abstract void forward(Moment moment, Crew crew);

  /** Computes dx and the parameters' gradients from dy; follows a forward call of equal moment. */
  abstract void backward(Moment moment, Crew crew);

  /** This stage as others may see it. */
  final Operation operation(Layer layer, boolean activation) {
    return new Operation(layer, activation, x, y, dy);
  }

  /** Whether anybody wants dx. */
  final boolean passesBack() {
    return dx.width() > 0;
  }
}
