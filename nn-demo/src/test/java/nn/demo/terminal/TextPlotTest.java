package nn.demo.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextPlotTest {
  @Test
  void aRisingLineGoesFromTheLowerLeftToTheUpperRight() {
    List<String> lines = TextPlot.of(x -> x, -5, 5);
    assertEquals(15, lines.size());
    assertTrue(lines.get(0).startsWith("        5 |") && lines.get(0).endsWith("*"), lines.get(0));
    assertTrue(lines.get(12).startsWith("       -5 |*"), lines.get(12));
    assertEquals('*', lines.get(6).charAt(11 + 30), "the origin in the middle");
    assertTrue(lines.get(14).strip().startsWith("-5 "), lines.get(14));
    assertTrue(lines.get(14).endsWith(" 5"), lines.get(14));
  }

  @Test
  void theAxesCrossAtZero() {
    List<String> lines = TextPlot.of(x -> x < 0 ? -1 : 1, -1, 1);
    assertEquals('+', lines.get(6).charAt(11 + 30));
    assertEquals(':', lines.get(3).charAt(11 + 30));
    assertEquals('-', lines.get(6).charAt(11));
  }

  @Test
  void aLowPlotHasMarksOnItsCurve() {
    List<String> lines = TextPlot.of(x -> x * x, -2, 2, 5, -2, 1);
    assertEquals(7, lines.size());
    assertEquals('o', lines.get(0).charAt(11), "x = -2, height 4");
    assertEquals('o', lines.get(3).charAt(11 + 45), "x = 1, height 1");
    assertEquals('*', lines.get(0).charAt(11 + 60), "x = 2 has no mark");
  }

  static List<DoubleUnaryOperator> odd() {
    return List.of(
        x -> 0, x -> 7, x -> Double.NaN, x -> 1 / x, StrictMath::log, x -> 1e300 * x, x -> 1e-300);
  }

  @ParameterizedTest
  @MethodSource("odd")
  void anyFunctionFits(DoubleUnaryOperator f) {
    for (String line : TextPlot.of(f, -3, 3)) {
      assertTrue(line.length() <= Terminal.COLUMNS, line);
    }
  }
}
