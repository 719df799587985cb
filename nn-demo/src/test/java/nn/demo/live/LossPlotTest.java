package nn.demo.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LossPlotTest {
  private static LossHistory history(int epochs, IntToDoubleFunction loss, double validation) {
    LossHistory history = new LossHistory();
    for (int e = 1; e <= epochs; e++) {
      history.add(e, loss.applyAsDouble(e), validation);
    }
    return history;
  }

  @Test
  void aLossThatHalvesAgainAndAgainIsAStraightLine() {
    // Straight between the epochs: the rows change at the square root of a half.
    LossHistory history = history(5, e -> Math.scalb(1.0, -e), Double.NaN);
    assertEquals(
        List.of(
            "    0.5000 |......",
            "           |      .........",
            "    0.1250 |               .........",
            "           |                        .........",
            "    0.0313 |                                 ....",
            "            epoch 1         . training          5"),
        LossPlot.of(history, 49, 5));
  }

  @Test
  void lossesBelowZeroHaveAnEvenScale() {
    List<String> lines = LossPlot.of(history(3, e -> 1 - e, Double.NaN), 49, 3);
    assertTrue(lines.get(0).startsWith("    0.0000 |."), lines::toString);
    assertTrue(lines.get(1).startsWith("   -1.0000 |"), lines::toString);
    assertTrue(lines.get(2).startsWith("   -2.0000 |"), lines::toString);
  }

  @Test
  void bothLossesShareTheScale() {
    List<String> lines = LossPlot.of(history(2, e -> 1, 4), 60, 3);
    assertEquals("    4.0000 |" + "*".repeat(48), lines.get(0));
    assertEquals("    2.0000 |", lines.get(1));
    assertEquals("    1.0000 |" + ".".repeat(48), lines.get(2));
    assertTrue(lines.get(3).contains(". training   * validation"), lines::toString);
  }

  @Test
  void aLossThatDoesNotChangeIsALineInTheMiddle() {
    List<String> lines = LossPlot.of(history(2, e -> 3, Double.NaN), 49, 3);
    assertEquals("    3.0000 |" + ".".repeat(37), lines.get(1));
    assertEquals(List.of("           |", "           |"), List.of(lines.get(0), lines.get(2)));
  }

  @Test
  void lossesThatAreNoNumbersLeaveAGap() {
    LossHistory history = history(4, e -> e == 2 ? Double.POSITIVE_INFINITY : 1, Double.NaN);
    String line = LossPlot.of(history, 49, 3).get(1);
    assertTrue(line.startsWith("    1.0000 |. ") && line.endsWith("."), line);
  }

  @Test
  void anyNumberOfEpochsKeepsItsEndsAndItsShape() {
    int epochs = 1_000_003;
    LossHistory history = history(epochs, e -> e, Double.NaN);
    assertTrue(history.bins() <= 128 && history.bins() > 60, "bins: " + history.bins());
    assertEquals(List.of(1, epochs), List.of(history.first(), history.last()));
    double[] losses = history.training(3);
    // A bin has the average of its epochs: at the ends it is off by half of its width.
    double half = epochs / 120.0;
    assertArrayEquals(new double[] {0, epochs / 2.0, epochs}, losses, half);
  }

  @Test
  void theLastBinIsTheAverageOfTheEpochsThatAreThere() {
    LossHistory history = new LossHistory();
    for (int e = 1; e <= 128; e++) {
      history.add(e, 1, 1);
    }
    history.add(129, 5, 7);
    assertEquals(65, history.bins());
    assertEquals(5, history.training(65)[64]);
    history.add(130, 7, 9);
    assertEquals(6, history.training(65)[64]);
    assertEquals(8, history.validation(65)[64]);
  }
}
