package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignTest {
  @ParameterizedTest
  @ValueSource(
      floats = {
        0f,
        -0f,
        1f,
        -1f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
      })
  void isThatOfTheJdkAtTheEdges(float x) {
    assertSame(x);
  }

  @Test
  void isThatOfTheJdkForAnyBits() {
    Random random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      assertSame(Float.intBitsToFloat(random.nextInt()));
    }
  }

  private static void assertSame(float x) {
    assertEquals(
        Float.floatToIntBits(Math.signum(x)), Float.floatToIntBits(Sign.of(x)), () -> "of " + x);
  }
}
