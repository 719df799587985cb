package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.api.Range;
import nn.api.Reads;
import org.junit.jupiter.api.Test;

class MeanAndVarianceTest {
  private static final MeanAndVariance OUTPUT = new MeanAndVariance();

  @Test
  void meansPassAndVariancesBecomePositive() {
    float[] x = {9, -2, 3, -40, 50, 0, 9};
    float[] y = new float[7];
    OUTPUT.forwardRow(x, y, 1, 5);
    float ln2 = 0.6931472f;
    assertArrayEquals(new float[] {0, -2, 3, 4.248354e-18f, 50, ln2, 0}, y, 1e-24f);
    assertEquals(Range.REAL, OUTPUT.range());
    assertEquals(Reads.INPUT, OUTPUT.reads());
  }

  @Test
  void backwardIsTheSlopeOfForward() {
    float[] x = {-2, 3, -1.5f, 0.25f};
    float[] dy = {1, 2, 3, 4};
    float[] dx = dy.clone();
    OUTPUT.backwardRow(x, x, dx, dx, 0, 4);
    for (int i = 0; i < 4; i++) {
      float h = 0x1p-10f;
      float[] up = x.clone();
      float[] down = x.clone();
      up[i] += h;
      down[i] -= h;
      OUTPUT.forwardRow(up, up, 0, 4);
      OUTPUT.forwardRow(down, down, 0, 4);
      assertEquals(dy[i] * (up[i] - down[i]) / (2 * h), dx[i], 1e-3, "output " + i);
    }
  }
}
