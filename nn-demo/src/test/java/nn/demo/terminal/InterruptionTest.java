package nn.demo.terminal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class InterruptionTest {
  @Test
  void nothingIsRequestedUntilSomebodyAsks() {
    try (Interruption interruption = new Interruption(() -> {})) {
      assertFalse(interruption.requested());
    }
  }

  @Test
  void closingTwiceIsFine() {
    Interruption interruption = new Interruption(() -> {});
    interruption.close();
    assertDoesNotThrow(interruption::close);
    assertFalse(interruption.requested());
  }
}
