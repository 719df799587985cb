package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import nn.api.Block;
import nn.api.Block.Role;
import nn.api.BlockOptimizer;
import nn.api.ElementwiseOptimizer;
import nn.api.Kernels;
import nn.api.Optimizer;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleBlockSgd;
import nn.core.sample.SampleMomentum;
import nn.core.sample.SampleSgd;
import org.junit.jupiter.api.Test;

class UpdaterTest {
  private static final ImmutableList<Block> BLOCKS =
      ImmutableList.of(
          new Block("0.weights", Role.WEIGHTS, 1, 2, 0, true),
          new Block("0.bias", Role.BIAS, 1, 1, 2, false));

  /** Moves every weight by its slot, which starts at the slot's number plus 5. */
  record Starting(double learningRate) implements ElementwiseOptimizer {
    @Override
    public int slots() {
      return 2;
    }

    @Override
    public float initial(int slot) {
      return slot + 5;
    }

    @Override
    public void update(
        long step,
        double rate,
        Block block,
        float[] weights,
        float[] gradients,
        float[][] slots,
        int from,
        int to) {
      for (int i = from; i < to; i++) {
        weights[i] -= (float) (rate * slots[(int) (step % 2)][i]);
      }
    }
  }

  /** Takes biases alone, starts its state at 3 and writes it into the bias. */
  record BiasWriter(double learningRate, Optimizer others) implements BlockOptimizer {
    @Override
    public boolean handles(Block block) {
      return block.role() == Role.BIAS;
    }

    @Override
    public int stateSize(Block block) {
      return 1;
    }

    @Override
    public void initialState(Block block, float[] state, int at) {
      state[at] = 3;
    }

    @Override
    public void update(
        long step,
        double rate,
        Block block,
        float[] weights,
        float[] gradients,
        float[] state,
        int stateAt,
        float[] scratch,
        Kernels kernels) {
      weights[block.offset()] = (float) (state[stateAt] + rate);
    }
  }

  @Test
  void weightsFollowTheBlockOptimizerAndAllElseTheOthers() {
    float[] weights = {1, 2, 3};
    float[] gradients = {1, -1, 1};
    Updater updater =
        updater(new SampleBlockSgd(0.5, new SampleMomentum(0.1, 0.9)), weights, gradients);
    run(updater, 1, 1);
    run(updater, 2, 1);
    // 3 - 0.1 - 0.1 (0.9 + 1)
    assertArrayEquals(new float[] {0, 3, 2.71f}, weights, 1e-6f);
    assertArrayEquals(new float[] {2}, updater.state().get(0));
    assertArrayEquals(new float[] {0, 0, 1.9f}, updater.state().get(1), 1e-6f);
  }

  @Test
  void theFactorScalesEveryOptimizersOwnRate() {
    float[] weights = {1, 2, 3};
    float[] gradients = {1, 1, 1};
    run(updater(new SampleBlockSgd(0.5, new SampleSgd(0.25)), weights, gradients), 1, 0.5);
    assertArrayEquals(new float[] {0.75f, 1.75f, 2.875f}, weights);
  }

  @Test
  void blockOptimizersMayBeChained() {
    float[] weights = {1, 2, 3};
    Optimizer chain = new BiasWriter(0.5, new SampleBlockSgd(1, new SampleSgd(1)));
    Updater updater = updater(chain, weights, new float[] {1, 1, 1});
    run(updater, 1, 1);
    assertArrayEquals(new float[] {0, 1, 3.5f}, weights);
    assertEquals(2, updater.state().size());
  }

  @Test
  void slotsStartAsTheOptimizerSays() {
    float[] weights = {10, 10, 10};
    Updater updater = updater(new Starting(1), weights, new float[3]);
    run(updater, 1, 1);
    assertArrayEquals(new float[] {4, 4, 4}, weights);
    run(updater, 2, 1);
    assertArrayEquals(new float[] {-1, -1, -1}, weights);
  }

  @Test
  void weightDecayIsForBlocksThatDecay() {
    float[] weights = {1, 2, 3};
    run(updater(new SampleAdam(0.1, 0.9, 0.999, 1e-8, 0.5), weights, new float[3]), 1, 1);
    assertArrayEquals(new float[] {0.95f, 1.9f, 3}, weights, 1e-6f);
  }

  private static Updater updater(Optimizer optimizer, float[] weights, float[] gradients) {
    return new Updater(optimizer, BLOCKS, weights, gradients);
  }

  private static void run(Updater updater, long step, double factor) {
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      updater.update(step, factor, crew);
    }
  }
}
