package nn.tck;

import static nn.tck.Check.Level.RECOMMENDED;

import java.util.Arrays;
import java.util.List;
import nn.api.Block;
import nn.api.Optimizer;

/** Whether an optimizer optimizes: judged with its defaults, at whichever rate suits it best. */
final class DescentRules {
  private static final int STEPS = 1000;

  /** Tried after the plugin's own, since what is a good rate differs by factors of a thousand. */
  private static final List<Double> RATES =
      List.of(0.1, 0.01, 0.001, 1.0, 0.03, 0.003, 0.3, 3.0, 10.0);

  /** Large, but its square is still a float. */
  private static final float HUGE = 0x1p50f;

  private DescentRules() {}

  static List<Check<?>> checks() {
    return List.of(
        check("O-06", "It finds the bottom of a bowl.", DescentRules::bowl),
        check("O-07", "A gradient of NaN shows up.", DescentRules::nan),
        check("O-09", "One huge gradient does no lasting harm.", DescentRules::huge));
  }

  private static Check<Optimizer> check(String id, String title, Check.Body<Optimizer> body) {
    return new Check<>(id, RECOMMENDED, Optimizer.class, title, body);
  }

  private static void defaultsOnly(Optimizer optimizer, Bench bench) {
    if (!PluginRules.isDefault(optimizer, bench)) {
      throw new Check.Skip("it is judged with its defaults");
    }
  }

  private static void bowl(Optimizer optimizer, Bench bench) {
    defaultsOnly(optimizer, bench);
    Block block = Descent.weights(4, 3, true);
    float[] bottom = bench.rows(1, block.size(), -0.5, 0.5).data();
    float[] start = bottom.clone();
    for (int i = 0; i < start.length; i++) {
      start[i] += bench.random().nextBoolean() ? 0.5f : -0.5f;
    }
    double best = reached(optimizer, optimizer.learningRate(), start, bottom, bench);
    for (int i = 0; i < RATES.size() && !(best < 0.1); i++) {
      best = Math.min(best, reached(optimizer, RATES.get(i), start, bottom, bench));
    }
    Finding.unless(
        best < 0.1,
        "after %s steps down a bowl %s of the height is left at the best of %s rates.",
        STEPS,
        best,
        RATES.size() + 1);
  }

  /** The part of the height of sum (w - bottom)^2 / 2 that is left at the end. */
  private static double reached(
      Optimizer optimizer, double rate, float[] start, float[] bottom, Bench bench) {
    Descent descent = new Descent(optimizer, Descent.weights(4, 3, true), bench);
    descent.weights(start);
    for (int i = 0; i < STEPS; i++) {
      descent.step(minus(descent.weights(), bottom), rate);
    }
    double left = height(minus(descent.weights(), bottom)) / height(minus(start, bottom));
    return Double.isNaN(left) ? Double.POSITIVE_INFINITY : left;
  }

  private static float[] minus(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double height(float[] misses) {
    double sum = 0;
    for (float miss : misses) {
      sum += (double) miss * miss / 2;
    }
    return sum;
  }

  private static void nan(Optimizer optimizer, Bench bench) {
    Block block = Descent.weights(3, 4, true);
    Descent descent = new Descent(optimizer, block, bench);
    descent.step(bench.rows(1, block.size(), -1, 1).data());
    float[] gradient = new float[block.size()];
    Arrays.fill(gradient, Float.NaN);
    descent.step(gradient);
    for (float weight : descent.weights()) {
      Finding.unless(
          Float.isNaN(weight),
          "a gradient of NaN leaves a weight of %s, as if all were well.",
          weight);
    }
  }

  private static void huge(Optimizer optimizer, Bench bench) {
    defaultsOnly(optimizer, bench);
    Block block = Descent.weights(3, 4, true);
    Descent descent = new Descent(optimizer, block, bench);
    for (int i = 0; i < 20; i++) {
      float[] gradient = bench.rows(1, block.size(), -1, 1).data();
      gradient[0] = i == 3 ? HUGE : gradient[0];
      descent.step(gradient);
    }
    for (float weight : descent.weights()) {
      Finding.unless(
          Float.isFinite(weight), "after one gradient of %s a weight is %s.", HUGE, weight);
    }
  }
}
