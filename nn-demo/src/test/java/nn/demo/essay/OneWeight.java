package nn.demo.essay;

import java.util.function.DoubleUnaryOperator;
import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.demo.story.Classroom;

/** One weight in the hands of an optimizer; its slopes come from outside. */
final class OneWeight {
  private static final Block BLOCK = new Block("w", Block.Role.WEIGHTS, 1, 1, 0, true);

  private final ElementwiseOptimizer optimizer;
  private final float[] weight;
  private final float[][] slots;
  private long step;

  /** A weight that has made no step yet. */
  OneWeight(Classroom room, String optimizer, double start) {
    this.optimizer = (ElementwiseOptimizer) room.plugins().optimizer(optimizer);
    weight = new float[] {(float) start};
    slots = new float[this.optimizer.slots()][1];
  }

  /** The same weight, its steps counted from a later one: what is corrected early on is not. */
  OneWeight late() {
    step = 1_000_000;
    return this;
  }

  /** One step with this slope. */
  OneWeight step(double slope) {
    step++;
    float[] gradient = {(float) slope};
    optimizer.update(step, optimizer.learningRate(), BLOCK, weight, gradient, slots, 0, 1);
    return this;
  }

  /** So many steps, each with the slope where the weight is. */
  OneWeight steps(int count, DoubleUnaryOperator slope) {
    for (int i = 0; i < count; i++) {
      step(slope.applyAsDouble(weight[0]));
    }
    return this;
  }

  double weight() {
    return weight[0];
  }

  /** What the optimizer remembers. */
  double slot(int number) {
    return slots[number][0];
  }
}
