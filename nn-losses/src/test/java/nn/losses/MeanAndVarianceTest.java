package nn.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** With the mean alone learned, variances would stay at ln 2; both must reach the data's. */
  @Test
  void descentFindsTheMeanAndTheVarianceOfTheData() {
    float[] data = {1, 3, 2, 6};
    float[] z = {0, 0};
    float[] y = new float[2];
    float[] dy = new float[2];
    for (int step = 0; step < 4000; step++) {
      float[] t = {data[step % 4]};
      OUTPUT.forwardRow(z, y, 0, 2);
      assertTrue(Double.isFinite(new GaussianNll().row(y, 0, 2, t, 0, dy)));
      OUTPUT.backwardRow(z, y, dy, dy, 0, 2);
      z[0] -= 0.02f * dy[0];
      z[1] -= 0.02f * dy[1];
    }
    OUTPUT.forwardRow(z, y, 0, 2);
    assertArrayEquals(new float[] {3, 3.5f}, y, 0.1f);
  }
}
