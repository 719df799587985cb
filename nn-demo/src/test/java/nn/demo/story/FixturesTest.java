package nn.demo.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The shared numbers against values that were worked out by hand or by another library. */
class FixturesTest {
  private static final Plugins PLUGINS = Plugins.discover();
  private static final Classroom ROOM = new Classroom(PLUGINS, Arithmetic.plain(), 1, Cast.TALK);

  @AfterAll
  static void close() {
    PLUGINS.close();
  }

  @Test
  void townAt175DollarsMissesByFiftyOneThousand() {
    Network neuron = Fixtures.neuron(PLUGINS, Fixtures.GUESS, 0);
    Dataset town = Fixtures.town().unscaled();
    assertEquals(2_647_166_666.67, ROOM.loss(neuron, ROOM.mse(), town), 0.01);
    float[] slopes = ROOM.slopes(neuron, ROOM.mse(), town);
    assertEquals(-204_333_333, slopes[0], 100);
    assertEquals(-95_000, slopes[1], 0.1);
  }

  @Test
  void landIsTheTownWithAPlotForEachHouse() {
    SimpleRegression line = line(Fixtures.land());
    assertEquals(200, line.getSlope(), 1e-9);
    assertEquals(50_000, line.getIntercept(), 1e-6);
  }

  @Test
  void theBendHasTwoSlopesAndItsBestLineIsFarOff() {
    double[] prices = {160, 200, 240, 280, 320, 360, 400, 420, 440, 460, 480, 500};
    assertEquals(
        Arrays.toString(Arrays.stream(prices).map(p -> p * 1000).toArray()),
        Arrays.toString(Fixtures.bend().prices()));
    SimpleRegression line = line(Fixtures.bend());
    assertEquals(156.29, line.getSlope(), 0.005);
    assertEquals(58_042, line.getIntercept(), 0.5);
    assertEquals(17_256, Math.sqrt(line.getMeanSquareError() * 10 / 12), 0.5);
  }

  @Test
  void theHingesAreTheBend() {
    Network hinges = Fixtures.hinges(PLUGINS);
    assertEquals(0, ROOM.loss(hinges, ROOM.mse(), Fixtures.bend().unscaled()));
  }

  @Test
  void theStackIsALineUntilItIsBent() {
    Network stack = Fixtures.stack(PLUGINS, "identity");
    for (float x : new float[] {-2, 0, 1, 2, 10}) {
      assertEquals(15 * x + 4, stack.predict(x)[0]);
    }
    Network bent = Fixtures.stack(PLUGINS, "relu");
    assertEquals(9, bent.predict(-2)[0]);
    assertEquals(8, bent.predict(0)[0]);
    assertEquals(34, bent.predict(2)[0]);
  }

  @Test
  void theBlameOfEachWeightIsTheOneOnPaper() {
    Network network = Fixtures.blame(PLUGINS);
    assertEquals(350, network.predict(2)[0]);
    float[] slopes = ROOM.slopes(network, ROOM.mse(), Fixtures.blameHouse());
    assertEquals("[-35000.0, 0.0, -17500.0, 0.0, -200.0, 0.0, -100.0]", plain(slopes));
    assertEquals(350, network.predict(2)[0], "nothing has changed");
  }

  @Test
  void everyDeadNeuronIsSilentForEveryHouse() {
    Network dead = Fixtures.dead(PLUGINS, "relu", Fixtures.DEAD_BIAS);
    Houses bend = Fixtures.bend();
    for (double size : bend.sizes()) {
      for (int unit = 0; unit < 4; unit++) {
        double sum = dead.neuron(0, unit, bend.scaled(size)).sum();
        assertTrue(sum < -0.39 && sum > -2.01, "sum " + sum);
      }
    }
    Network learned = Fixtures.dead(PLUGINS, "prelu", -2);
    assertEquals(-0.5f, learned.parameters()[3]);
    assertEquals(-2f, learned.parameters()[4]);
    assertEquals(0.25f, learned.parameters()[8], "what the activation learns stays at its start");
  }

  @Test
  void theRingSurroundsThePointsInside() {
    Dataset ring = Fixtures.ring();
    int fraud = 0;
    for (int i = 0; i < ring.count(); i++) {
      double x = ring.features().get(i, 0);
      double y = ring.features().get(i, 1);
      double radius = Math.sqrt(x * x + y * y);
      boolean outside = ring.targets().get(i, 0) == 1;
      assertTrue(outside ? radius > 1.19 && radius < 2.01 : radius < 0.81, "radius " + radius);
      fraud += outside ? 1 : 0;
    }
    assertEquals(200, ring.count());
    assertEquals(100, fraud);
  }

  @Test
  void deepHasTenHiddenLayersOfEight() {
    Network deep = Fixtures.deep(PLUGINS, "tanh", 1);
    assertEquals(11, deep.layers().size());
    assertEquals(16 + 9 * 72 + 9, deep.parameters().length);
  }

  /** A step of plain descent on the one house, 2,000 and 400,000, worked out by hand. */
  @Test
  void aStepWithoutTheBiasGoesFrom175To195() {
    Network neuron = Fixtures.neuron(PLUGINS, Fixtures.GUESS, 0);
    ROOM.learn(
        neuron,
        ROOM.mse(),
        Fixtures.house(),
        new WeightsOnly(ROOM.sgd(1e-7)),
        1,
        step -> assertEquals(1, step));
    assertEquals(195, neuron.parameters()[0], 1e-4);
    assertEquals(0, neuron.parameters()[1]);
  }

  /** 200 (1 - 0.8^5) dollars per square foot: the start is 0 and each step goes a fifth. */
  @Test
  void fiveStepsOnTheScaledTownTakeFourFifthsEach() {
    Houses town = Fixtures.town();
    Network neuron = Fixtures.neuron(PLUGINS, 0, 0);
    ROOM.descend(neuron, town.data(), 0.1, 5);
    assertEquals(393_446, town.price(neuron, 2000), 1);
  }

  private static SimpleRegression line(Houses houses) {
    SimpleRegression line = new SimpleRegression();
    double[] sizes = houses.sizes();
    double[] prices = houses.prices();
    for (int i = 0; i < sizes.length; i++) {
      line.addData(sizes[i], prices[i]);
    }
    return line;
  }

  /** Without the sign of zero, which means nothing here. */
  private static String plain(float[] numbers) {
    float[] plain = numbers.clone();
    for (int i = 0; i < plain.length; i++) {
      plain[i] += 0f;
    }
    return Arrays.toString(plain);
  }
}
