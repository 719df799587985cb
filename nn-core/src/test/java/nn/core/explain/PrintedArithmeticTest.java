package nn.core.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of the printed equations is judged first. */
class PrintedArithmeticTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "z = 2 * 0.5 + 3 * -0.25 + 0.1 = 0.35",
        "z = 2 * 0.5 - 0.65 (61 more) = 0.35",
        "a = relu(-3) = 0",
        "a = sigmoid(1) ~ 0.731059",
        "da = mse'(1, 2) / 4 = -0.5",
        "dz = -1.3 * relu'(0.35) = -1.3 * 1 = -1.3",
        "loss = (1 + 2) / 3 = 1",
        "e = 1.5e-7 * 2 = 3e-7"
      })
  void trueEquationsHold(String equation) {
    assertEquals(equation.contains("relu'") ? 2 : 1, PrintedArithmetic.check(equation));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "z = 2 * 0.5 + 3 * -0.25 + 0.1 = 0.350001",
        "z = 2 * 0.5 + 3 * -0.25 + 0.1 ~ 0.3501",
        "a = relu(3) = 0",
        "a = sigmoid(1) = 0.731059",
        "a = sigmoid(1) ~ 0.73107",
        "dz = -1.3 * relu'(0.35) = -1.3 * 0 = -1.3",
        "loss = (1 + 2) / 3 = 2"
      })
  void falseEquationsDoNot(String equation) {
    assertThrows(AssertionError.class, () -> PrintedArithmetic.check(equation));
  }
}
