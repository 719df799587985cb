package nn.demo.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import nn.core.train.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTest {
  private static final Health HEALTHY = new Health(4e-4, 2e-3, 0.25, 128, OptionalInt.of(3), 0);

  private static Snapshot snapshot(Health health, int epochs) {
    return snapshot(health, epochs, 0.1971, 0.2081, 38);
  }

  private static Snapshot snapshot(
      Health health, int epochs, double training, double best, int bestEpoch) {
    LossHistory history = new LossHistory();
    for (int e = 1; e <= epochs; e++) {
      history.add(e, 1.0 / e, 1.5 / e);
    }
    return new Snapshot(
        43,
        100,
        0.425,
        "0:07, 0:09 left",
        training,
        0.2104,
        bestEpoch,
        best,
        10,
        15,
        0.001,
        health,
        history);
  }

  @Test
  void sixtyColumnsHoldBothHalves() {
    assertEquals(
        List.of(
            "Epoch 43 of 100 [=======>            ]  42 %  0:07, 0:09 left",
            "  training    0.1971              rate        0.001",
            "  validation  0.2104              step/weight 4e-4 to 2e-3",
            "  best        0.2081 (epoch 38)   gradient    0.25",
            "  patience    10 of 15 epochs     dead units  3 of 128",
            "  health      good"),
        Panel.lines(snapshot(HEALTHY, 1), 61, 23));
  }

  @Test
  void aNarrowWindowHasOneHalfBelowTheOther() {
    assertEquals(
        List.of(
            "Epoch 43 of 100  42 %  0:07, 0:09 left",
            "  training    0.1971",
            "  validation  0.2104",
            "  best        0.2081 (epoch 38)",
            "  patience    10 of 15 epochs",
            "  rate        0.001",
            "  step/weight 4e-4 to 2e-3",
            "  gradient    0.25",
            "  dead units  3 of 128",
            "  health      good"),
        Panel.lines(snapshot(HEALTHY, 9), 39, 23));
  }

  @Test
  void aLowWindowDoesWithoutThePlotThenWithoutTheRest() {
    List<String> whole = Panel.lines(snapshot(HEALTHY, 9), 79, 23);
    assertEquals(15, whole.size());
    assertEquals(11, Panel.lines(snapshot(HEALTHY, 9), 79, 11).size());
    assertEquals(whole.subList(0, 6), Panel.lines(snapshot(HEALTHY, 9), 79, 10));
    assertEquals(whole.subList(0, 2), Panel.lines(snapshot(HEALTHY, 9), 79, 2));
  }

  @ParameterizedTest
  @CsvSource({"79,23", "59,19", "58,40", "57,19", "38,23", "30,5", "19,23", "3,9", "200,60"})
  void noLineIsTooLongAndNoneTooMany(int columns, int rows) {
    List<String> lines = Panel.lines(snapshot(HEALTHY, 1000), columns, rows);
    assertTrue(lines.size() <= rows, lines::toString);
    assertTrue(lines.stream().allMatch(line -> line.length() <= columns), lines::toString);
  }

  @Test
  void aNumberIsWholeOrLeftOut() {
    Snapshot small = snapshot(HEALTHY, 1, 3.418e-5, 7.802e-5, 41);
    assertEquals(
        List.of(
            "Epoch 43 of 100  42 %",
            "  training    3.418e-05",
            "  validation  0.2104",
            "  best        7.802e-05",
            "  rate        0.001",
            "  gradient    0.25",
            "  dead units  3 of 128",
            "  health      good"),
        Panel.lines(small, 23, 23));
    assertEquals(
        List.of(
            "  validation  0.2104",
            "  rate        0.001",
            "  gradient    0.25",
            "  health      good"),
        Panel.lines(small, 20, 23).stream().filter(line -> !line.contains(" of ")).toList());
  }

  @Test
  void betweenTheHalvesThereIsAlwaysRoom() {
    Snapshot small = snapshot(HEALTHY, 1, 3.418e-5, 7.802e-5, 1041);
    assertEquals(
        List.of(
            "  training    3.418e-05               rate        0.001",
            "  validation  0.2104                  step/weight 4e-4 to 2e-3",
            "  best        7.802e-05 (epoch 1041)  gradient    0.25",
            "  patience    10 of 15 epochs         dead units  3 of 128"),
        Panel.lines(small, 79, 23).subList(1, 5));
    assertEquals(10, Panel.lines(small, 61, 23).size(), "one half below the other");
  }

  @Test
  void whereTheRemedyDoesNotFitTheVerdictStandsAlone() {
    Health dead = new Health(4e-4, 2e-3, 0.25, 128, OptionalInt.of(100), 0);
    assertEquals(
        "  health      most units are dead: try a lower --rate",
        Panel.lines(snapshot(dead, 1), 53, 23).get(9));
    assertEquals(
        "  health      most units are dead", Panel.lines(snapshot(dead, 1), 52, 23).get(9));
  }

  @Test
  void whatIsWrongIsSaidWithWhatHelps() {
    assertEquals("good", verdict(4e-4, 2e-3, 64, 0));
    assertEquals("most units are dead: try a lower --rate", verdict(4e-4, 2e-3, 65, 0));
    assertEquals("steps are very large: try a lower --rate", verdict(4e-4, 0.2, 65, 0));
    assertEquals("one layer hardly moves: try batch-norm", verdict(1e-7, 2e-3, 0, 0));
    assertEquals("1,200 numbers are not finite: try a lower --rate", verdict(1e-7, 1, 65, 1200));
    assertEquals("good", verdict(Double.NaN, Double.NaN, 0, 0));
  }

  private static String verdict(double least, double most, int dead, int notFinite) {
    return HealthWords.verdict(new Health(least, most, 1, 128, OptionalInt.of(dead), notFinite));
  }

  @Test
  void aNetworkWithoutHiddenUnitsHasNoDeadOnes() {
    Health health = new Health(1e-3, 1e-3, 1, 0, OptionalInt.of(0), 0);
    List<String> lines = Panel.lines(snapshot(health, 1), 79, 23);
    assertTrue(lines.get(2).endsWith("step/weight 1e-3"), lines::toString);
    assertTrue(lines.stream().noneMatch(line -> line.contains("dead")), lines::toString);
  }
}
