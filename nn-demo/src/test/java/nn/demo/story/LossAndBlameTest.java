package nn.demo.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.core.kernel.Arithmetic;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Chapters 7 and 8, against numbers worked out by hand. */
class LossAndBlameTest {
  private static final Plugins PLUGINS = Plugins.discover();

  /** w1, w2, b1, b2, v1, v2, c. */
  private static final float[] BLAME = {-35_000, 0, -17_500, 0, -200, 0, -100};

  private final Classroom room = new Classroom(PLUGINS, Arithmetic.plain(), 1, Cast.TALK);

  @AfterAll
  static void close() {
    PLUGINS.close();
  }

  @Test
  void aMissOfFiftyThousandCostsTwoAndAHalfBillion() {
    Network guess = Fixtures.neuron(PLUGINS, 175, 0);
    assertEquals(350_000, guess.predict(2000)[0]);
    assertEquals(2.5e9, room.loss(guess, room.mse(), Fixtures.house()));
    assertEquals(-200_000_000, room.slopes(guess, room.mse(), Fixtures.house())[0]);
  }

  @Test
  void theLossOfTheTownIsTheAverageOfTheSquares() {
    Network guess = Fixtures.neuron(PLUGINS, 175, 0);
    double loss = room.loss(guess, room.mse(), Fixtures.town().unscaled());
    assertEquals(2_647_166_666.67, loss, 0.01);
    float[] slopes = room.slopes(guess, room.mse(), Fixtures.town().unscaled());
    assertEquals(-204_333_333, slopes[0], 100);
    assertEquals(-95_000, slopes[1], 0.1);
    Network best = Fixtures.neuron(PLUGINS, 200, 0);
    assertEquals(93_000_000, room.loss(best, room.mse(), Fixtures.town().unscaled()), 0.01);
  }

  @Test
  void twoMediumMissesCostLessThanALargeOneUnlessErrorsAreNotSquared() {
    assertEquals(2.5e9, TheLoss.average(room.mse(), 50_000, 50_000));
    assertEquals(5.0e9, TheLoss.average(room.mse(), 100_000, 0));
    assertEquals(50_000, TheLoss.average(PLUGINS.loss("mae"), 50_000, 50_000));
    assertEquals(50_000, TheLoss.average(PLUGINS.loss("mae"), 100_000, 0));
  }

  @Test
  void theBlameIsTheOneWorkedOutByHand() {
    Network network = Fixtures.blame(PLUGINS);
    assertEquals(350, network.predict(2)[0]);
    float[] slopes = room.slopes(network, room.mse(), Fixtures.blameHouse());
    assertArrayEquals(BLAME, slopes);
    assertArrayEquals(Fixtures.blame(PLUGINS).parameters(), network.parameters());
  }

  @Test
  void aNudgeFindsTheSameBlame() {
    Network network = Fixtures.blame(PLUGINS);
    for (int i = 0; i < BLAME.length; i++) {
      double higher = AssigningBlame.nudged(room, network, i, 0.5);
      double lower = AssigningBlame.nudged(room, network, i, -0.5);
      assertEquals(BLAME[i], higher - lower, 1e-9, "number " + i);
    }
  }

  @Test
  void theSharesAddUpToOneAndNoBlameGivesNoShares() {
    double[] shares = AssigningBlame.shares(BLAME);
    assertArrayEquals(new double[] {0.6629, 0, 0.3314, 0, 0.0038, 0, 0.0019}, shares, 0.00005);
    assertArrayEquals(new double[2], AssigningBlame.shares(new float[2]));
  }
}
