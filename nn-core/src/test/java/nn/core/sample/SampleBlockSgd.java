package nn.core.sample;

import nn.api.Block;
import nn.api.BlockOptimizer;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Optimizer;
import nn.api.Param;

/** Plain descent for weights, a block at a time; its one state number counts its updates. */
@Named(value = "block-sgd", summary = "Descends a block at a time.", formula = "w - rate g")
public record SampleBlockSgd(
    @Param(min = 0, log = true, help = "step size") double learningRate,
    @Param(help = "optimizer of everything but weights") Optimizer others)
    implements BlockOptimizer {
  public SampleBlockSgd() {
    this(0.01, new SampleSgd());
  }

  @Override
  public boolean handles(Block block) {
    return block.role() == Block.Role.WEIGHTS;
  }

  @Override
  public int stateSize(Block block) {
    return 1;
  }

  @Override
  public int scratchSize(Block block) {
    return block.size();
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
    state[stateAt]++;
    for (int i = 0; i < block.size(); i++) {
      scratch[i] = (float) (rate * gradients[block.offset() + i]);
    }
    for (int i = 0; i < block.size(); i++) {
      weights[block.offset() + i] -= scratch[i];
    }
  }
}
