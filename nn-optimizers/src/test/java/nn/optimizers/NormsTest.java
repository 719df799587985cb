package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NormsTest {
  @Test
  void lengthAndMeanAreThoseOfTheWindow() {
    float[] a = {100, 3, 4, 100};
    assertEquals(25, Norms.squares(a, 1, 3), 0.0);
    assertEquals(5, Norms.length(a, 1, 3), 0.0);
    assertEquals(Math.sqrt(12.5), Norms.rms(a, 1, 3), 1e-15);
  }

  @Test
  void longWindowsAreSummedChunkByChunkInOrder() {
    float[] a = new float[10_000];
    Trial.draw(a, new Random(1));
    double expected = 0;
    for (int chunk = 0; chunk < 3; chunk++) {
      double sum = 0;
      for (int i = 7 + 4096 * chunk; i < Math.min(10_000, 7 + 4096 * (chunk + 1)); i++) {
        sum += (double) a[i] * a[i];
      }
      expected += sum;
    }
    assertEquals(expected, Norms.squares(a, 7, 10_000), 0.0);
  }

  @Test
  void squaresBeyondTheFloatsAreStillCounted() {
    assertEquals(1e60, Norms.squares(new float[] {1e30f}, 0, 1), 1e54);
  }
}
