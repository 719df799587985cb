package nn.tck;

import java.util.Arrays;
import java.util.Map;
import nn.api.Block;
import nn.api.Optimizer;
import nn.core.plugin.PluginException;

/** What an optimizer does to weights that nobody asked it to move. */
final class DecayRule {
  private static final String DECAY = "weight-decay";
  private static final int STEPS = 3;

  private DecayRule() {}

  static void still(Optimizer optimizer, Bench bench) {
    boolean decays = bench.plugins().values(optimizer).containsKey(DECAY);
    Optimizer plain = decays ? with(optimizer, 0, bench) : optimizer;
    for (boolean allowed : new boolean[] {false, true}) {
      still(plain, Descent.weights(3, 4, allowed), bench);
    }
    still(plain, Descent.bias(3), bench);
    if (decays) {
      Optimizer pulling = with(optimizer, 0.1, bench);
      Move kept = Move.of(pulling, Descent.weights(3, 4, false), bench);
      Finding.unless(!kept.isAny(), "decay moves a block that does not decay: ask decays().");
      Move pulled = Move.of(pulling, Descent.weights(3, 4, true), bench);
      boolean usual = PluginRules.isDefault(optimizer, bench);
      Finding.unless(
          !usual || pulled.isTowardsZero(), "a weight-decay of 0.1 does not shrink the weights.");
    }
  }

  private static Optimizer with(Optimizer optimizer, double decay, Bench bench) {
    try {
      return bench.plugins().with(optimizer, Map.of(DECAY, decay));
    } catch (PluginException e) {
      throw new Check.Skip("it refuses a weight-decay of " + decay);
    }
  }

  private static void still(Optimizer optimizer, Block block, Bench bench) {
    Move move = Move.of(optimizer, block, bench);
    if (move.isAny() && move.isTowardsZero()) {
      throw new Check.Skip("it pulls weights towards 0 by itself, with or without a gradient");
    }
    Finding.unless(
        !move.isAny(),
        "a weight of %s becomes %s although its gradient is 0.",
        move.before[0],
        move.after[0]);
  }

  /** What a few updates without a gradient did. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Move(float[] before, float[] after) {
    static Move of(Optimizer optimizer, Block block, Bench bench) {
      Descent descent = new Descent(optimizer, block, bench);
      float[] before = descent.weights();
      for (int i = 0; i < STEPS; i++) {
        descent.step(new float[block.size()]);
      }
      return new Move(before, descent.weights());
    }

    boolean isAny() {
      return !Arrays.equals(before, after);
    }

    boolean isTowardsZero() {
      for (int i = 0; i < before.length; i++) {
        boolean over = Math.signum(after[i]) == -Math.signum(before[i]) && after[i] != 0;
        if (over || !(Math.abs(after[i]) < Math.abs(before[i]))) {
          return false;
        }
      }
      return true;
    }
  }
}
