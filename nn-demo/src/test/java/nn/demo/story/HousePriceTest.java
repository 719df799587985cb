package nn.demo.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.demo.story.HousePrice.Moment;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HousePriceTest {
  private static final Plugins PLUGINS = Plugins.discover();

  private final HousePrice learned = HousePrice.learn(PLUGINS, Arithmetic.plain(), 1);

  @AfterAll
  static void close() {
    PLUGINS.close();
  }

  @Test
  void theBestLineThroughTheTownIsTwoHundredDollarsASquareFootAndNothingBesides() {
    SimpleRegression line = new SimpleRegression();
    double[] sizes = Town.sizes();
    for (int i = 0; i < sizes.length; i++) {
      line.addData(sizes[i], Town.prices()[i]);
    }
    assertEquals(12, sizes.length);
    assertEquals(200, line.getSlope(), 1e-9);
    assertEquals(0, line.getIntercept(), 1e-6);
    assertEquals(200, learned.closedForm(), 1e-9);
  }

  @Test
  void theTypicalMissNeverGrows() {
    Moment before = learned.moments().get(0);
    assertEquals(0, before.step());
    for (Moment moment : learned.moments().subList(1, learned.moments().size())) {
      assertTrue(moment.rmse() <= before.rmse() + 0.01, "step " + moment.step());
      before = moment;
    }
    assertEquals(learned.steps(), before.step());
  }

  /** On the one scaled input with mean 0 and spread 1, a step shrinks the error by 1 - 2 rate. */
  @Test
  void eachStepTakesAFifthOfTheWayLeft() {
    double best = learned.result().weight();
    for (int step = 0; step < 10; step++) {
      double left = learned.moments().get(step).weight() - best;
      double then = learned.moments().get(step + 1).weight() - best;
      assertEquals(1 - 2 * HousePrice.RATE, then / left, 1e-4);
    }
  }

  @Test
  void theNeuronExplainsThePrediction() {
    double sum = learned.neuron(2000).weight(0) * learned.neuron(2000).input(0);
    assertEquals(sum + learned.neuron(2000).bias(), learned.neuron(2000).output(), 1e-6);
    assertEquals(400_000, learned.price(2000), 50);
    assertEquals(learned.result().priceOf2000(), learned.price(2000));
  }

  @Test
  void townCannotBeChangedFromOutside() {
    Town.sizes()[0] = 1;
    Town.prices()[0] = 1;
    assertEquals(800, Town.sizes()[0]);
    assertEquals(172_000, Town.prices()[0]);
    assertEquals(12, Town.table().count());
  }
}
