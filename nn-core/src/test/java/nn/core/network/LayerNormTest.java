package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;

class LayerNormTest {
  private static final Network NETWORK =
      Network.builder(Plugins.discover(), 4).layerNorm().build(1);

  @Test
  void everyRowGetsMeanZeroAndVarianceOne() {
    // Mean 4, variance (9 + 4 + 1 + 36) / 4 = 12.5.
    double deviation = Math.sqrt(12.5 + 1e-5);
    float[] y = NETWORK.predict(1, 2, 3, 10);
    for (int j = 0; j < 4; j++) {
      assertEquals((new double[] {-3, -2, -1, 6})[j] / deviation, y[j], 1e-6);
    }
  }

  @Test
  void aConstantRowIsTheShift() {
    Network shifted = NETWORK.copy();
    float[] shift = {1, -2, 3, 0};
    System.arraycopy(shift, 0, shifted.parameters(), 4, 4);
    assertArrayEquals(shift, shifted.predict(7, 7, 7, 7));
  }

  @Test
  void itKeepsNoStatistics() {
    assertEquals(0, NETWORK.statistics().length);
    assertEquals(8, NETWORK.parameters().length);
  }
}
