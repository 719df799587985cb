package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nn.api.Block;
import nn.api.Block.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TermsTest {
  private static Block square(int width) {
    return new Block("0.weights", Role.WEIGHTS, width, width, 0, true);
  }

  private static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  @Test
  void aBlockWhoseScratchOrStateFitsIntoNoArrayIsRefused() {
    assertEquals(2_147_395_600, new Muon().scratchSize(square(23_170)));
    assertComplaint(
        "0.weights has 23171 x 23171 numbers and needs 2147580964 more, an array holds 2147483647. Use smaller layers or another optimizer.",
        () -> new Muon().scratchSize(square(23_171)));
    assertEquals(2_147_352_578, new Lamb().stateSize(square(32_767)));
    assertComplaint(
        "0.weights has 32768 x 32768 numbers and needs 2147483648 more, an array holds 2147483647. Use smaller layers or another optimizer.",
        () -> new Lamb().stateSize(square(32_768)));
  }
}
