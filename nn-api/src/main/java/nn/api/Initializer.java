package nn.api;

import java.util.random.RandomGenerator;

/** Service type: starting values of one layer's weights. */
public interface Initializer extends Plugin {
  /**
   * Overwrites every number of {@code w}: {@code w.count()} is the fan-in, {@code w.width()} the
   * fan-out. Chance comes from {@code random} alone, drawn in row-major order.
   */
  void fill(Rows w, RandomGenerator random);
}
