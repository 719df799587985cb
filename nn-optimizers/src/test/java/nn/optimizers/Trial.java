package nn.optimizers;

import java.util.Arrays;
import java.util.Random;
import nn.api.Block;
import nn.api.Block.Role;
import nn.api.BlockOptimizer;
import nn.api.ElementwiseOptimizer;
import nn.api.Optimizer;

/** One block of a larger array under an optimizer, with the state that a trainer would hold. */
final class Trial {
  private static final int BEFORE = 3;
  private static final int AFTER = 2;

  final Optimizer optimizer;
  final Block block;
  final float[] weights;
  final float[] gradients;
  float[][] slots = {};
  float[] state = {};
  private float[] scratch = {};

  Trial(Optimizer optimizer, Block block) {
    this.optimizer = handler(optimizer, block);
    this.block = block;
    weights = new float[block.end() + AFTER];
    gradients = new float[block.end() + AFTER];
    if (this.optimizer instanceof ElementwiseOptimizer elementwise) {
      slots = new float[elementwise.slots()][weights.length];
      for (int s = 0; s < slots.length; s++) {
        Arrays.fill(slots[s], elementwise.initial(s));
      }
    } else if (this.optimizer instanceof BlockOptimizer whole) {
      state = new float[BEFORE + whole.stateSize(block) + AFTER];
      scratch = new float[whole.scratchSize(block)];
      whole.initialState(block, state, BEFORE);
    }
  }

  private static Optimizer handler(Optimizer optimizer, Block block) {
    return optimizer instanceof BlockOptimizer whole && !whole.handles(block)
        ? handler(whole.others(), block)
        : optimizer;
  }

  static Block weights(int rows, int columns) {
    return new Block("0.weights", Role.WEIGHTS, rows, columns, BEFORE, true);
  }

  static Block bias(int size) {
    return new Block("0.bias", Role.BIAS, 1, size, BEFORE, false);
  }

  /** A block of this size, its weights drawn. */
  static Trial drawn(Optimizer optimizer, Block block, Random random) {
    Trial trial = new Trial(optimizer, block);
    draw(trial.weights, random);
    return trial;
  }

  static void draw(float[] numbers, Random random) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
  }

  /** A step at the base rate with gradients drawn anew, in ranges with the given ends. */
  void drawnStep(long number, Random random, int... ends) {
    draw(gradients, random);
    step(number, optimizer.learningRate(), ends);
  }

  void step(long number, double rate, int... ends) {
    if (optimizer instanceof ElementwiseOptimizer elementwise) {
      int from = block.offset();
      for (int end : ends.length == 0 ? new int[] {block.size()} : ends) {
        int to = block.offset() + end;
        elementwise.update(number, rate, block, weights, gradients, slots, from, to);
        from = to;
      }
    } else if (optimizer instanceof BlockOptimizer whole) {
      // What an update finds in the scratch is undefined.
      Arrays.fill(scratch, Float.NaN);
      whole.update(
          number, rate, block, weights, gradients, state, BEFORE, scratch, new ProductKernels());
    }
  }

  void fillGradients(float value) {
    Arrays.fill(gradients, value);
  }

  float[] blockWeights() {
    return Arrays.copyOfRange(weights, block.offset(), block.end());
  }

  /** The numbers that the optimizer has no business with. */
  float[] surroundings() {
    float[] around = new float[2 * (BEFORE + AFTER)];
    System.arraycopy(weights, 0, around, 0, BEFORE);
    System.arraycopy(weights, block.end(), around, BEFORE, AFTER);
    if (state.length > 0) {
      System.arraycopy(state, 0, around, BEFORE + AFTER, BEFORE);
      System.arraycopy(state, state.length - AFTER, around, 2 * BEFORE + AFTER, AFTER);
    }
    return around;
  }
}
