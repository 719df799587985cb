package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import nn.api.Block;
import nn.api.Block.Role;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuonTest {
  /** What the first step subtracts from weights that start at 0. */
  private static RealMatrix firstStep(Muon muon, int inputs, int outputs) {
    Trial trial = new Trial(muon, Trial.weights(inputs, outputs));
    Trial.draw(trial.gradients, new Random(1));
    trial.step(1, muon.learningRate());
    RealMatrix step = new Array2DRowRealMatrix(inputs, outputs);
    for (int i = 0; i < trial.block.size(); i++) {
      step.setEntry(i / outputs, i % outputs, -trial.weights[trial.block.offset() + i]);
    }
    return step;
  }

  private static double[] singularValues(RealMatrix matrix) {
    return new SingularValueDecomposition(matrix).getSingularValues();
  }

  @ParameterizedTest
  @CsvSource({
    "30, 10, 1", // more inputs than outputs: no factor
    "10, 10, 1",
    "10, 40, 2", // four outputs an input: twice the step
    "1, 9, 3",
    "9, 1, 1"
  })
  void everyDirectionMovesByTheRateTimesTheShape(int inputs, int outputs, double factor) {
    Muon muon = new Muon(0.5, 0.95, true, 5, 1e-7, 0, new AdamW());
    for (double value : singularValues(firstStep(muon, inputs, outputs))) {
      // The coefficients lead between 0.68 and 1.13; the smallest of a square matrix may lag.
      double low = inputs == outputs ? 0.2 : 0.65;
      assertTrue(value > low * 0.5 * factor && value < 1.2 * 0.5 * factor, "value " + value);
    }
  }

  @Test
  void withoutStepsItIsTheGradientAtLengthOne() {
    Muon muon = new Muon(1, 0.95, true, 0, 1e-7, 0, new AdamW());
    assertEquals(1, firstStep(muon, 6, 4).getFrobeniusNorm(), 1e-6);
  }

  @Test
  void onlyWeightsAreItsOwn() {
    Muon muon = new Muon();
    assertTrue(muon.handles(Trial.weights(3, 4)));
    assertTrue(muon.handles(Trial.weights(1, 4)));
    for (Role role : new Role[] {Role.BIAS, Role.ACTIVATION, Role.NORMALIZATION}) {
      assertFalse(muon.handles(new Block("x", role, 1, 4, 0, false)));
    }
    assertEquals(new AdamW(), muon.others());
  }

  @Test
  void theDecayDoesNotGrowWithTheShape() {
    // No gradient: (1 - 0.1 * 0.5) w, though the step proper would be doubled.
    Muon muon = new Muon(0.1, 0.95, true, 5, 1e-7, 0.5, new AdamW());
    Trial trial = Trial.drawn(muon, Trial.weights(2, 8), new Random(2));
    float[] before = trial.blockWeights();
    trial.step(1, 0.1);
    for (int i = 0; i < before.length; i++) {
      assertEquals(0.95 * before[i], trial.blockWeights()[i], 1e-6);
    }
  }
}
