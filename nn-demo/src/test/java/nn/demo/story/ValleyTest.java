package nn.demo.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chapter 9, against numbers worked out by hand. */
class ValleyTest {
  private static final Plugins PLUGINS = Plugins.discover();

  private final Classroom room = new Classroom(PLUGINS, Arithmetic.plain(), 1, Cast.TALK);
  private final Canyon canyon = new Canyon(room);

  @AfterAll
  static void close() {
    PLUGINS.close();
  }

  /** The curvature is 8,000,000, so a step leaves 1 - 8,000,000 x rate of the distance to 200. */
  @ParameterizedTest
  @CsvSource({"1e-8, 0.92", "1e-7, 0.2", "1.25e-7, 0", "2.5e-7, -1", "3e-7, -1.4"})
  void aStepLeavesTheSamePartOfTheWayEveryTime(double rate, double left) {
    double distance = Fixtures.GUESS - 200;
    for (double weight : FindingTheValley.path(room, rate)) {
      assertEquals(200 + distance, weight, 0.001, "rate " + rate);
      distance *= left;
    }
  }

  /**
   * By hand: the mean of x^2 is 1900^2 + 690.41^2 = 4,086,667, so the matrix of second derivatives
   * is 2 [4,086,667, 1900; 1900, 1], with trace 8,173,335.3 and determinant 1,906,667.
   */
  @Test
  void theWallsOfTheCanyonAreThirtyFiveMillionTimesSteeperThanItsFloor() {
    Curvatures walls = canyon.curvatures();
    assertEquals(8_173_335, walls.steep(), 20);
    assertEquals(1_906_667 / 8_173_335.3, walls.flat(), 0.0001);
    assertEquals(35e6, walls.steep() / walls.flat(), 0.1e6);
    assertTrue(Canyon.RAW_RATE < 2 / walls.steep());
  }

  @Test
  void eightyTwoMillionStepsInRawUnitsAndTwentyOneScaled() {
    assertEquals(82.2e6, canyon.rawSteps(), 0.1e6);
    assertEquals(21, canyon.scaledSteps());
  }

  @Test
  void aHundredThousandStepsInRawUnitsHaveHardlyMovedThePlot() {
    Canyon.Place place = canyon.raw(List.of(100_000)).get(0);
    assertEquals(100_000, place.step());
    // 50,000 (1 - (1 - 2.4e-7 x 0.2333)^100,000)
    assertEquals(279, place.plot(), 3);
    Canyon.Place scaled = canyon.scaled(List.of(60)).get(0);
    assertEquals(Fixtures.PLOT, scaled.plot(), 5);
    assertEquals(200, scaled.perFoot(), 0.01);
    assertEquals(9_643.65, scaled.rmse(), 0.1);
  }

  @ParameterizedTest
  @CsvSource({"-2, -1.0356", "0.05, -1.0356", "0.1, 0.9601", "2, 0.9601"})
  void theStartDecidesWhichValleyIsFound(double start, double end) {
    assertEquals(end, TwoValleys.settle(room, start), 0.0001);
    assertEquals(0, TwoValleys.slope(TwoValleys.settle(room, start)), 1e-5);
  }

  @Test
  void theValleyOnTheLeftIsTheLowerOne() {
    assertEquals(-0.3054, TwoValleys.height(-1.0356), 0.0001);
    assertEquals(0.2941, TwoValleys.height(0.9601), 0.0001);
    double h = 1e-6;
    double difference = (TwoValleys.height(0.3 + h) - TwoValleys.height(0.3 - h)) / (2 * h);
    assertEquals(difference, TwoValleys.slope(0.3), 1e-8);
  }
}
