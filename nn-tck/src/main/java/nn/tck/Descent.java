package nn.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nn.api.Block;
import nn.api.BlockOptimizer;
import nn.api.ElementwiseOptimizer;
import nn.api.Kernels;
import nn.api.Optimizer;
import org.jspecify.annotations.Nullable;

/** An optimizer at work on one block, with its state, among marked numbers. */
final class Descent {
  /** The rate of all rules; a variant may have any other, or none that helps. */
  static final double RATE = 1e-3;

  private final @Nullable ElementwiseOptimizer elementwise;
  private final @Nullable BlockOptimizer blockwise;
  private final Block block;
  private final Kernels kernels;
  private final float[] data;
  private final List<float[]> state = new ArrayList<>();
  private float[] scratch = new float[0];
  private long step;

  /** Weights between -1 and 1 from the bench; an optimizer that passes the block on is followed. */
  Descent(Optimizer optimizer, Block block, Bench bench) {
    Optimizer rule = responsible(optimizer, block);
    elementwise = rule instanceof ElementwiseOptimizer e ? e : null;
    blockwise = rule instanceof BlockOptimizer b ? b : null;
    this.block = block;
    this.kernels = bench.kernels();
    data = marked(Guard.MARK);
    for (int i = block.offset(); i < block.end(); i++) {
      data[i] = (float) bench.uniform(-1, 1);
    }
    start();
  }

  /** The weights of a layer. */
  static Block weights(int rows, int columns, boolean decays) {
    return new Block("0.weights", Block.Role.WEIGHTS, rows, columns, Guard.EDGE, decays);
  }

  /** The biases of a layer. */
  static Block bias(int columns) {
    return new Block("0.bias", Block.Role.BIAS, 1, columns, Guard.EDGE, false);
  }

  /** Who updates the block: the optimizer, or one that it names. */
  static Optimizer responsible(Optimizer optimizer, Block block) {
    return optimizer instanceof BlockOptimizer b && !b.handles(block)
        ? responsible(b.others(), block)
        : optimizer;
  }

  private float[] marked(float mark) {
    float[] numbers = new float[block.end() + Guard.EDGE];
    Arrays.fill(numbers, mark);
    return numbers;
  }

  private void start() {
    if (elementwise != null) {
      for (int s = 0; s < elementwise.slots(); s++) {
        float[] slot = marked(Guard.STATE_MARK);
        Arrays.fill(slot, block.offset(), block.end(), elementwise.initial(s));
        state.add(slot);
      }
    } else if (blockwise != null) {
      float[] numbers = new float[blockwise.stateSize(block) + 2 * Guard.EDGE];
      Arrays.fill(numbers, Guard.STATE_MARK);
      Arrays.fill(numbers, Guard.EDGE, numbers.length - Guard.EDGE, 0f);
      blockwise.initialState(block, numbers, Guard.EDGE);
      state.add(numbers);
      scratch = new float[blockwise.scratchSize(block)];
    }
  }

  /** Continues another descent with a copy of its state, as after a stop. */
  void resume(Descent other) {
    System.arraycopy(other.data, 0, data, 0, data.length);
    for (int s = 0; s < state.size(); s++) {
      System.arraycopy(other.state.get(s), 0, state.get(s), 0, state.get(s).length);
    }
    step = other.step;
  }

  /** One update with a gradient for each number of the block. */
  void step(float[] gradient) {
    step(gradient, RATE);
  }

  /** One update at the given rate. */
  void step(float[] gradient, double rate) {
    step(placed(gradient), rate, block.size());
  }

  /** One update in parts of the given size. */
  void stepInParts(float[] gradient, int part) {
    step(placed(gradient), RATE, part);
  }

  /** One update that throws if anything but weights and state was written. */
  void stepGuarded(float[] gradient) {
    float[] gradients = placed(gradient);
    step(gradients, RATE, block.size());
    Guard.check(gradients, block.offset(), block.end(), Guard.INPUT_MARK, "the gradients");
    Finding.unless(Arrays.equals(gradients, placed(gradient)), "it changes the gradients.");
    Guard.check(data, block.offset(), block.end(), Guard.MARK, "the weights");
    for (float[] numbers : state) {
      int to = blockwise == null ? block.end() : numbers.length - Guard.EDGE;
      Guard.check(numbers, Guard.EDGE, to, Guard.STATE_MARK, "the state");
    }
  }

  private float[] placed(float[] gradient) {
    float[] gradients = marked(Guard.INPUT_MARK);
    System.arraycopy(gradient, 0, gradients, block.offset(), block.size());
    return gradients;
  }

  private void step(float[] gradients, double rate, int part) {
    step++;
    if (elementwise != null) {
      float[][] slots = state.toArray(float[][]::new);
      for (int at = block.offset(); at < block.end(); at += part) {
        int to = Math.min(block.end(), at + part);
        elementwise.update(step, rate, block, data, gradients, slots, at, to);
      }
    } else if (blockwise != null) {
      Arrays.fill(scratch, Float.NaN); // its contents are undefined
      float[] numbers = state.get(0);
      blockwise.update(step, rate, block, data, gradients, numbers, Guard.EDGE, scratch, kernels);
    }
  }

  /** A copy of the block's numbers. */
  float[] weights() {
    return Arrays.copyOfRange(data, block.offset(), block.end());
  }

  /** Replaces the block's numbers. */
  void weights(float[] numbers) {
    System.arraycopy(numbers, 0, data, block.offset(), numbers.length);
  }

  /** Whether both have the same bits in weights and state. */
  boolean matches(Descent other) {
    return Arrays.equals(data, other.data)
        && IntStream.range(0, state.size())
            .allMatch(s -> Arrays.equals(state.get(s), other.state.get(s)));
  }
}
