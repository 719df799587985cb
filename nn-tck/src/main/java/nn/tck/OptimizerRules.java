package nn.tck;

import static nn.tck.Check.Level.REQUIRED;

import java.util.List;
import java.util.Map;
import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Optimizer;

/** Optimizers: all state is the trainer's, and nothing else is touched. */
final class OptimizerRules {
  private static final int STEPS = 6;

  private OptimizerRules() {}

  static List<Check<?>> checks() {
    return List.of(
        check("O-01", "Any split into ranges gives the same bits.", OptimizerRules::split),
        check("O-02", "Two models at a time do not disturb each other.", OptimizerRules::two),
        check("O-03", "Stopping and going on changes nothing.", OptimizerRules::resume),
        check("O-04", "It writes its weights and its state only.", OptimizerRules::guarded),
        check("O-05", "Without a gradient only decay moves weights.", DecayRule::still),
        check("O-08", "It copes with blocks of every shape.", OptimizerRules::shapes));
  }

  private static Check<Optimizer> check(String id, String title, Check.Body<Optimizer> body) {
    return new Check<>(id, REQUIRED, Optimizer.class, title, body);
  }

  private static float[] gradient(Block block, Bench bench) {
    return bench.rows(1, block.size(), -1, 1).data();
  }

  private static void split(Optimizer optimizer, Bench bench) {
    Block block = Descent.weights(5, 4, true);
    if (!(Descent.responsible(optimizer, block) instanceof ElementwiseOptimizer)) {
      throw new Check.Skip("it is given whole blocks");
    }
    for (int part : new int[] {1, 7}) {
      Descent whole = new Descent(optimizer, block, bench);
      Descent parts = new Descent(optimizer, block, bench);
      parts.resume(whole);
      for (int i = 0; i < STEPS; i++) {
        float[] gradient = gradient(block, bench);
        whole.step(gradient);
        parts.stepInParts(gradient, part);
        Finding.unless(whole.matches(parts), "in ranges of %s the weights become others.", part);
      }
    }
  }

  private static void two(Optimizer optimizer, Bench bench) {
    Block block = Descent.weights(4, 3, true);
    Descent alone = new Descent(optimizer, block, bench);
    Descent beside = new Descent(optimizer, block, bench);
    beside.resume(alone);
    Descent other = new Descent(optimizer, Descent.weights(4, 3, false), bench);
    float[][] gradients = new float[STEPS][];
    for (int i = 0; i < STEPS; i++) {
      gradients[i] = gradient(block, bench);
      alone.step(gradients[i]);
    }
    for (float[] gradient : gradients) {
      beside.step(gradient);
      other.step(gradient(block, bench));
    }
    Finding.unless(
        alone.matches(beside), "beside another model the weights become others: keep no state.");
  }

  private static void resume(Optimizer optimizer, Bench bench) {
    Block block = Descent.weights(4, 3, true);
    Descent through = new Descent(optimizer, block, bench);
    for (int i = 0; i < STEPS; i++) {
      through.step(gradient(block, bench));
    }
    Optimizer again = bench.plugins().with(optimizer, Map.of());
    Descent resumed = new Descent(again, block, bench);
    resumed.resume(through);
    for (int i = 0; i < STEPS; i++) {
      float[] gradient = gradient(block, bench);
      through.step(gradient);
      resumed.step(gradient);
    }
    Finding.unless(
        through.matches(resumed), "after a stop the weights become others: keep no state.");
  }

  private static void guarded(Optimizer optimizer, Bench bench) {
    for (Block block : List.of(Descent.weights(3, 5, true), Descent.bias(4))) {
      Descent descent = new Descent(optimizer, block, bench);
      for (int i = 0; i < STEPS; i++) {
        descent.stepGuarded(gradient(block, bench));
      }
    }
  }

  private static void shapes(Optimizer optimizer, Bench bench) {
    for (int[] shape : new int[][] {{1, 1}, {1, 6}, {6, 1}, {2, 9}, {9, 2}}) {
      tame(optimizer, Descent.weights(shape[0], shape[1], true), bench);
    }
    for (Block.Role role : Block.Role.values()) {
      tame(optimizer, new Block("0." + role, role, 1, 5, Guard.EDGE, false), bench);
    }
  }

  private static void tame(Optimizer optimizer, Block block, Bench bench) {
    Descent descent = new Descent(optimizer, block, bench);
    for (int i = 0; i < STEPS; i++) {
      descent.step(gradient(block, bench));
    }
    for (float weight : descent.weights()) {
      Finding.unless(
          !Float.isNaN(weight),
          "a block of %s x %s (%s) gets NaN.",
          block.rows(),
          block.columns(),
          block.role());
    }
  }
}
