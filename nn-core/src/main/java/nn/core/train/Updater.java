package nn.core.train;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.api.Block;
import nn.api.BlockOptimizer;
import nn.api.ElementwiseOptimizer;
import nn.api.Kernels;
import nn.api.Optimizer;
import nn.core.kernel.Crew;
import nn.core.plugin.PluginFailure;

/** Applies one optimizer to all parameters of a network, and owns its state. */
final class Updater {
  private static final int WORK = 8;

  private final float[] weights;
  private final float[] gradients;
  private final Rule[] rules;

  Updater(Optimizer optimizer, ImmutableList<Block> blocks, float[] weights, float[] gradients) {
    this.weights = weights;
    this.gradients = gradients;
    try {
      List<Rule> assigned = new ArrayList<>();
      assign(optimizer, blocks, assigned);
      rules = assigned.toArray(Rule[]::new);
    } catch (Throwable e) { // a stranger's code may throw anything
      throw PluginFailure.of(optimizer, "", e);
    }
  }

  /**
   * One step downhill.
   *
   * @param step which update, counted from 1
   * @param factor the schedule's factor on every optimizer's rate
   */
  void update(long step, double factor, Crew crew) {
    for (Rule rule : rules) {
      try {
        rule.update(step, factor, crew);
      } catch (Throwable e) { // a stranger's code may throw anything
        throw PluginFailure.of(rule.optimizer(), "", e);
      }
    }
  }

  /** The optimizer's state: the live arrays, always in the same order. */
  ImmutableList<float[]> state() {
    return Arrays.stream(rules)
        .flatMap(r -> r.state().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** Which optimizer changes which blocks. */
  ImmutableList<UpdateRule> rules() {
    return Arrays.stream(rules).map(Rule::told).collect(ImmutableList.toImmutableList());
  }

  /** Gives every block to the optimizer that handles it, following {@code others()}. */
  private void assign(Optimizer optimizer, ImmutableList<Block> blocks, List<Rule> rules) {
    if (optimizer instanceof ElementwiseOptimizer elementwise) {
      rules.add(new Elementwise(elementwise, blocks));
      return;
    }
    BlockOptimizer rule = (BlockOptimizer) optimizer;
    ImmutableList.Builder<Block> mine = ImmutableList.builder();
    ImmutableList.Builder<Block> others = ImmutableList.builder();
    blocks.forEach(block -> (rule.handles(block) ? mine : others).add(block));
    mine.build().forEach(block -> rules.add(new Blockwise(rule, block)));
    if (!others.build().isEmpty()) {
      assign(rule.others(), others.build(), rules);
    }
  }

  /** One optimizer on the blocks that it handles. */
  private interface Rule {
    void update(long step, double factor, Crew crew);

    Optimizer optimizer();

    List<float[]> state();

    UpdateRule told();
  }

  /** Any range on any thread; each slot is as long as all the weights. */
  private final class Elementwise implements Rule {
    private final ElementwiseOptimizer optimizer;
    private final Block[] blocks;
    private final float[][] slots;
    private final Part part = new Part();
    private long step;
    private double rate;

    Elementwise(ElementwiseOptimizer optimizer, ImmutableList<Block> blocks) {
      this.optimizer = optimizer;
      this.blocks = blocks.toArray(Block[]::new);
      slots = new float[optimizer.slots()][weights.length];
      for (int s = 0; s < slots.length; s++) {
        Arrays.fill(slots[s], optimizer.initial(s));
      }
    }

    @Override
    public void update(long step, double factor, Crew crew) {
      this.step = step;
      rate = optimizer.learningRate() * factor;
      crew.split(weights.length, (long) WORK * weights.length, part);
    }

    @Override
    public Optimizer optimizer() {
      return optimizer;
    }

    /** What lies in [from, to) of the blocks. */
    private final class Part implements Crew.Task {
      @Override
      public void run(int from, int to, Kernels kernels) {
        for (Block block : blocks) {
          int first = Math.max(from, block.offset());
          int end = Math.min(to, block.end());
          if (first < end) {
            optimizer.update(step, rate, block, weights, gradients, slots, first, end);
          }
        }
      }
    }

    @Override
    public List<float[]> state() {
      return Arrays.asList(slots);
    }

    @Override
    public UpdateRule told() {
      return new UpdateRule(
          optimizer, ImmutableList.copyOf(blocks), true, ImmutableList.copyOf(slots));
    }
  }

  /** A whole block at once, on one thread. */
  private final class Blockwise implements Rule {
    private final BlockOptimizer optimizer;
    private final Block block;
    private final float[] state;
    private final float[] scratch;
    private final Crew.Task task = this::run;
    private long step;
    private double rate;

    Blockwise(BlockOptimizer optimizer, Block block) {
      this.optimizer = optimizer;
      this.block = block;
      state = new float[optimizer.stateSize(block)];
      optimizer.initialState(block, state, 0);
      scratch = new float[optimizer.scratchSize(block)];
    }

    @Override
    public void update(long step, double factor, Crew crew) {
      this.step = step;
      rate = optimizer.learningRate() * factor;
      crew.single(1, task);
    }

    @Override
    public Optimizer optimizer() {
      return optimizer;
    }

    private void run(int from, int to, Kernels kernels) {
      optimizer.update(step, rate, block, weights, gradients, state, 0, scratch, kernels);
    }

    @Override
    public List<float[]> state() {
      return List.of(state);
    }

    @Override
    public UpdateRule told() {
      return new UpdateRule(optimizer, ImmutableList.of(block), false, ImmutableList.of(state));
    }
  }
}
