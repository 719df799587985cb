package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.api.Rows;
import org.junit.jupiter.api.Test;

class PreluTest {
  private static final Rows X = new Rows(new float[] {-2, 3, 1, -4}, 0, 2, 2);
  private static final Rows DY = new Rows(new float[] {10, 20, 30, 40}, 0, 2, 2);

  private final Prelu prelu = new Prelu();
  private final StrictKernels kernels = new StrictKernels();

  @Test
  void startsWithOneSlopePerUnitOfAQuarter() {
    assertEquals(0.25, prelu.initialParameter(), 0.0);
    assertFalse(prelu.shared());
    assertFalse(prelu.decays());
    assertTrue(new Prelu(0.1, true).shared());
  }

  @Test
  void bothDerivativesAreSlopesOfTheValue() {
    double h = 1e-6;
    for (double x : new double[] {-3, -0.5, 0.5, 3}) {
      for (double a : new double[] {-0.2, 0.25, 1.5}) {
        assertEquals(
            (prelu.value(x + h, a) - prelu.value(x - h, a)) / (2 * h),
            prelu.derivative(x, a),
            1e-8);
        assertEquals(
            (prelu.value(x, a + h) - prelu.value(x, a - h)) / (2 * h),
            prelu.parameterDerivative(x, a),
            1e-8);
      }
    }
  }

  @Test
  void eachUnitBlamesItsOwnSlope() {
    Rows a = new Rows(new float[] {0.5f, 0.25f}, 0, 1, 2);
    Rows y = Rows.zeros(2, 2);
    prelu.forward(X, y, a, 0, 2, kernels);
    assertArrayEquals(new float[] {-1, 3, 1, -1}, y.data());
    Rows dx = Rows.zeros(2, 2);
    Rows da = Rows.zeros(1, 2);
    prelu.backward(X, DY, dx, a, da, 0, 2, kernels);
    assertArrayEquals(new float[] {5, 20, 30, 10}, dx.data());
    assertArrayEquals(new float[] {-20, -160}, da.data());
  }

  @Test
  void aSharedSlopeCollectsTheBlameOfAllUnits() {
    Rows a = new Rows(new float[] {0.5f}, 0, 1, 1);
    Rows da = Rows.zeros(1, 1);
    new Prelu(0.5, true).backward(X, DY, Rows.zeros(2, 2), a, da, 0, 2, kernels);
    assertArrayEquals(new float[] {-180}, da.data());
  }

  @Test
  void nanStaysNan() {
    assertEquals(Double.NaN, prelu.value(Double.NaN, 0.25));
    assertEquals(Double.NaN, prelu.parameterDerivative(Double.NaN, 0.25));
    assertEquals(Double.NaN, prelu.value(-1, Double.NaN));
  }
}
