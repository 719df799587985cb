package nn.tck;

import java.util.random.RandomGenerator;
import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.PlainKernels;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;

/**
 * What a check may use.
 *
 * @param plugins where names and texts are looked up
 * @param random the check's own chance, the same for equal seeds
 * @param seed where the chance came from, printed with every result
 * @param effort about how many points a check tries
 */
public record Bench(Plugins plugins, RandomGenerator random, long seed, int effort) {
  /** Points per check that keep the whole kit under a minute. */
  static final int USUAL_EFFORT = 200;

  /** The bench of one rule: what it draws does not depend on which other rules run. */
  static Bench of(Plugins plugins, long seed, String id) {
    SplitMix64 random = new SplitMix64(SplitMix64.key(seed, id.hashCode()));
    return new Bench(plugins, random, seed, USUAL_EFFORT);
  }

  /** New reference arithmetic. */
  Kernels kernels() {
    return new PlainKernels();
  }

  /** A number in [from, to). */
  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Rows of numbers in [from, to) in an array of their own. */
  Rows rows(int count, int width, double from, double to) {
    Rows rows = Rows.zeros(count, width);
    for (int i = 0; i < rows.size(); i++) {
      rows.data()[i] = (float) uniform(from, to);
    }
    return rows;
  }

  /** As {@link #rows}, of numbers to which small powers of two can be added exactly. */
  Rows even(int count, int width, double from, double to) {
    Rows rows = rows(count, width, from, to);
    for (int i = 0; i < rows.size(); i++) {
      rows.data()[i] = even(rows.data()[i]);
    }
    return rows;
  }

  /** The nearest multiple of 2^-14. */
  static float even(double number) {
    return (float) (Math.rint(number * 0x1p14) * 0x1p-14);
  }
}
