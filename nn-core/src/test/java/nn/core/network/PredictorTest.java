package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {
  private static final Network NETWORK =
      Network.builder(Plugins.discover(), 3)
          .layers("6 glu, batch-norm, 5 prelu, layer-norm, dropout(0.5), 4 softmax, 2")
          .build(1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 600})
  void anyNumberOfRowsIsPredictedAsOneByOne(int count) {
    Rows rows = random(count);
    Rows y = predict(rows, 1);
    assertEquals(count, y.count());
    assertEquals(2, y.width());
    for (int r = 0; r < count; r++) {
      float[] one = NETWORK.predict(rows.get(r, 0), rows.get(r, 1), rows.get(r, 2));
      assertArrayEquals(one, new float[] {y.get(r, 0), y.get(r, 1)});
    }
  }

  @Test
  void theScalarDefinitionsGiveTheSame() {
    Rows rows = random(20);
    double[][] x = new double[20][3];
    for (int r = 0; r < 20; r++) {
      x[r] = new double[] {rows.get(r, 0), rows.get(r, 1), rows.get(r, 2)};
    }
    double[][] expected = new DoubleNetwork(NETWORK, false, 0).forward(x);
    Rows y = predict(rows, 1);
    for (int r = 0; r < 20; r++) {
      assertEquals(expected[r][0], y.get(r, 0), 1e-5);
      assertEquals(expected[r][1], y.get(r, 1), 1e-5);
    }
  }

  @Test
  void severalThreadsGiveTheSameBits() {
    Rows rows = random(700);
    assertArrayEquals(predict(rows, 1).data(), predict(rows, 3).data());
  }

  @Test
  void aWindowIntoOtherNumbersIsReadAlone() {
    Rows rows = random(10);
    Rows y = predict(rows.slice(4, 6), 1);
    assertArrayEquals(
        NETWORK.predict(rows.get(5, 0), rows.get(5, 1), rows.get(5, 2)),
        new float[] {y.get(1, 0), y.get(1, 1)});
  }

  @Test
  void rowsOfAnotherWidthAreRefused() {
    assertEquals(
        "The network takes rows of 3 numbers, got rows of 2.",
        assertThrows(IllegalArgumentException.class, () -> NETWORK.predict(1, 2)).getMessage());
  }

  private static Rows predict(Rows rows, int threads) {
    try (Crew crew = new Crew(Arithmetic.plain(), threads)) {
      return new Predictor(NETWORK, crew.arithmetic()).predict(rows, crew);
    }
  }

  private static Rows random(int count) {
    Rows rows = Rows.zeros(count, 3);
    SplitMix64 random = new SplitMix64(4);
    for (int i = 0; i < rows.size(); i++) {
      rows.data()[i] = (float) random.nextGaussian();
    }
    return rows;
  }
}
