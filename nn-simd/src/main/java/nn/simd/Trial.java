package nn.simd;

import java.util.Optional;
import nn.api.Kernels;
import nn.api.KernelsProvider.Opening;
import nn.api.Rows;

/**
 * Tries the arithmetic out before it is offered. The first class on the way from {@link
 * SimdProvider} that touches a vector.
 */
final class Trial {
  private static final int LEAST_BITS = 128;

  /** A tile, a register and a rest: no part of a product is left out. */
  private static final int COLUMNS = 5 * Lanes.COUNT + 3;

  private static final int ROWS = 7;
  private static final int INNER = 9;

  private final Kernels kernels = new SimdKernels();

  private Trial() {}

  /** The arithmetic, or why it is not used on this machine. */
  static Opening open() {
    int bits = Lanes.COUNT * Float.SIZE;
    if (bits < LEAST_BITS) {
      return closed(
          "vector registers have %s bits here; %s are needed".formatted(bits, LEAST_BITS));
    }
    Trial trial = new Trial();
    if (!trial.productIsRight() || !trial.tanhIsRight()) {
      return closed("its numbers differ from the plain ones on this Java; please report it");
    }
    return new Opening(
        Optional.of(SimdKernels::new), "%s bits (%s)".formatted(bits, VectorModule.NAME));
  }

  private static Opening closed(String reason) {
    return new Opening(Optional.empty(), reason);
  }

  /** One product against the stated sums. */
  private boolean productIsRight() {
    Rows x = waves(ROWS, INNER);
    Rows w = waves(INNER, COLUMNS);
    Rows b = waves(1, COLUMNS);
    Rows z = Rows.zeros(ROWS, COLUMNS);
    kernels.forward(x, w, b, z, 0, ROWS);
    for (int r = 0; r < ROWS; r++) {
      for (int j = 0; j < COLUMNS; j++) {
        float sum = b.get(0, j);
        for (int k = 0; k < INNER; k++) {
          sum = Math.fma(x.get(r, k), w.get(k, j), sum);
        }
        if (sum != z.get(r, j)) {
          return false;
        }
      }
    }
    return true;
  }

  /** One function, which takes in e^x, against the precise one. */
  private boolean tanhIsRight() {
    float[] x = waves(1, COLUMNS).data();
    float[] y = new float[COLUMNS];
    kernels.tanh(x, 0, y, 0, COLUMNS);
    for (int i = 0; i < COLUMNS; i++) {
      if (!(Math.abs(y[i] - StrictMath.tanh(x[i])) <= 2 * Math.ulp(y[i]))) {
        return false;
      }
    }
    return true;
  }

  /** Numbers of both signs from -2 to 2, none of which is round. */
  private static Rows waves(int count, int width) {
    Rows rows = Rows.zeros(count, width);
    for (int i = 0; i < rows.size(); i++) {
      rows.data()[i] = (float) (2 * StrictMath.sin(i + count));
    }
    return rows;
  }
}
