package nn.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nn.api.ElementwiseLoss;
import nn.api.FusedLoss;
import nn.api.Link;
import nn.api.Loss;
import nn.api.Range;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.function.Sigmoid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ElementwiseLossesTest {
  private static final BinaryCrossEntropy BCE = new BinaryCrossEntropy();

  static Stream<Formula> cases() {
    return Formula.all();
  }

  static Stream<ElementwiseLoss> all() {
    return cases().map(Formula::loss);
  }

  static Stream<ElementwiseLoss> onIdentity() {
    return all().filter(OnIdentity.class::isInstance);
  }

  private static double row(
      Loss loss, float[] prediction, float[] target, float @Nullable [] gradient) {
    return loss.row(prediction, 0, prediction.length, target, 0, gradient);
  }

  private static double fused(
      FusedLoss loss, float[] z, float[] target, float @Nullable [] gradient) {
    return loss.fusedRow(z, 0, z.length, target, 0, gradient);
  }

  @Test
  void aMissOfFiftyThousandDollarsCostsTwoAndAHalfBillion() {
    float[] gradient = new float[1];
    float[] prediction = {350_000};
    float[] target = {400_000};
    assertEquals(2.5e9, row(new MeanSquaredError(), prediction, target, gradient), 0.0);
    assertArrayEquals(new float[] {-100_000}, gradient);
    assertEquals(50_000, row(new MeanAbsoluteError(), prediction, target, gradient), 0.0);
    assertArrayEquals(new float[] {-1}, gradient);
  }

  @Test
  void oneLargeMissCostsMoreThanTwoHalvesUnlessItIsCountedPlainly() {
    float[] even = {50_000, -50_000};
    float[] uneven = {100_000, 0};
    float[] zero = new float[2];
    assertEquals(2.5e9, row(new MeanSquaredError(), even, zero, null), 0.0);
    assertEquals(5.0e9, row(new MeanSquaredError(), uneven, zero, null), 0.0);
    assertEquals(50_000, row(new MeanAbsoluteError(), even, zero, null), 0.0);
    assertEquals(50_000, row(new MeanAbsoluteError(), uneven, zero, null), 0.0);
  }

  @Test
  void theGradientOfAMeanIsDividedByTheOutputs() {
    float[] gradient = new float[2];
    assertEquals(
        5, row(new MeanSquaredError(), new float[] {1, 3}, new float[] {0, 0}, gradient), 0.0);
    assertArrayEquals(new float[] {1, 3}, gradient);
    row(new MeanAbsoluteError(), new float[] {1, -3}, new float[] {0, 0}, gradient);
    assertArrayEquals(new float[] {0.5f, -0.5f}, gradient);
  }

  @Test
  void theAbsoluteErrorHasAKinkAtTheTargetAndNoSlopeThere() {
    assertEquals(0, new MeanAbsoluteError().derivative(7, 7), 0.0);
    assertArrayEquals(new double[] {7}, new MeanAbsoluteError().kinks(7));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valueAndDerivativeAreThoseOfTheFormula(Formula each) {
    for (double p : each.predictions()) {
      for (double t : each.targets()) {
        String where = each.loss() + " at " + p + " for " + t;
        DerivativeStructure expected =
            each.formula()
                .apply(new DerivativeStructure(1, 1, 0, p), new DerivativeStructure(1, 1, t));
        double slope = expected.getPartialDerivative(1);
        double value = expected.getValue();
        assertEquals(value, each.loss().value(p, t), 1e-12 * (1 + Math.abs(value)), where);
        assertEquals(slope, each.loss().derivative(p, t), 1e-12 * (1 + Math.abs(slope)), where);
      }
    }
  }

  /** A curve that jumps where no kink is declared fails here, and a kink that is none as well. */
  @ParameterizedTest
  @MethodSource("cases")
  void theDerivativeJumpsAtTheKinksAndNowhereElse(Formula each) {
    for (double t : each.targets()) {
      for (double kink : each.loss().kinks(t)) {
        double jump =
            each.loss().derivative(kink + 1e-9, t) - each.loss().derivative(kink - 1e-9, t);
        assertTrue(Math.abs(jump) > 1e-3 || t == 0, each + " at " + kink);
      }
      for (double p :
          new double[] {-1, -0.1, 0, 0.3, 1, t - 1, t - 0.35, t, t + 0.35, t + 1, t + 2.2}) {
        boolean kink = Arrays.stream(each.loss().kinks(t)).anyMatch(k -> Math.abs(k - p) < 1e-6);
        boolean inside = each.loss().domain() == Range.REAL || (p > 0 && p < 1);
        if (inside && !kink) {
          double before = each.loss().derivative(p - 1e-9, t);
          double after = each.loss().derivative(p + 1e-9, t);
          double tolerance = 1e-5 * (1 + Math.abs(before));
          assertEquals(before, after, tolerance, each + " at " + p + ", " + t);
        }
      }
    }
  }

  /** Far from the target, and at the ends of what a float can be, nothing is lost. */
  @ParameterizedTest
  @MethodSource("cases")
  void largeMissesAreFinite(Formula each) {
    boolean unit = each.loss().domain() == Range.UNIT;
    double[] far =
        unit ? new double[] {0, 1e-38, 1} : new double[] {0, 1e-8, 40, -40, 1e4, -1e4, 1e9};
    for (double p : far) {
      boolean grows = each.loss() instanceof Poisson poisson && poisson.log() && p > 40;
      for (double t : each.targets()) {
        if (!grows && (p >= 0 || each.loss().domain() == Range.REAL)) {
          assertTrue(Double.isFinite(each.loss().value(p, t)), each + " at " + p + ", " + t);
          double slope = each.loss().derivative(p, t);
          assertTrue(Float.isFinite((float) slope), each + " at " + p + ", " + t);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("onIdentity")
  void onTheIdentityTheFusedFormIsThePlainOne(ElementwiseLoss loss) {
    FusedLoss fusedLoss = (FusedLoss) loss;
    assertEquals(Link.IDENTITY, fusedLoss.link());
    float[] z = {1.5f, -2, 0.25f};
    float[] t = {1, 1, 1};
    float[] plain = new float[3];
    float[] fused = new float[3];
    assertEquals(row(loss, z, t, plain), fused(fusedLoss, z, t, fused), 0.0);
    assertArrayEquals(plain, fused);
    assertEquals("identity", loss.output());
    assertEquals(Range.REAL, loss.domain());
  }

  @Test
  void aProbabilityOfNoughtForWhatHappensCostsOneHundred() {
    assertEquals(100, BCE.value(0, 1), 0.0);
    assertEquals(100, BCE.value(1, 0), 0.0);
    assertEquals(0, BCE.value(0, 0), 0.0);
    assertEquals(0, BCE.value(1, 1), 0.0);
    assertEquals(-1e12, BCE.derivative(0, 1), 0.0);
    assertEquals(1e12, BCE.derivative(1, 0), 0.0);
    assertEquals(0, BCE.derivative(1, 1), 0.0);
  }

  @Test
  void fusedWithTheSigmoidItIsTheChainRule() {
    Sigmoid sigmoid = new Sigmoid();
    for (float z = -8; z <= 8; z += 0.37f) {
      for (float t : new float[] {0, 0.3f, 1}) {
        double p = sigmoid.value(z);
        float[] gradient = new float[1];
        double loss = fused(BCE, new float[] {z}, new float[] {t}, gradient);
        assertEquals(BCE.value(p, t), loss, 1e-12, "z " + z + " t " + t);
        assertEquals(BCE.derivative(p, t) * p * (1 - p), gradient[0], 6e-8, "z " + z + " t " + t);
        double h = 1e-5;
        double slope = (BCE.fusedValue(z + h, t) - BCE.fusedValue(z - h, t)) / (2 * h);
        assertEquals(slope, gradient[0], 1e-7, "z " + z + " t " + t);
      }
    }
  }

  /**
   * e^-40 = 4.248354255291589e-18, and ln(1 + e^-40) and sigmoid(-40) are the same to 17 digits.
   */
  @ParameterizedTest
  @CsvSource({
    "40, 1, 4.248354255291589e-18, -4.248354255291589e-18",
    "40, 0, 40, 1",
    "-40, 0, 4.248354255291589e-18, 4.248354255291589e-18",
    "-40, 1, 40, -1",
    "1000, 0, 1000, 1",
    "-1000, 0, 0, 0"
  })
  void farOutTheFusedFormIsFiniteAndRight(float z, float t, double loss, double slope) {
    float[] gradient = new float[1];
    assertEquals(loss, fused(BCE, new float[] {z}, new float[] {t}, gradient), 1e-15 * loss);
    assertEquals(slope, gradient[0], 1e-7 * Math.abs(slope));
  }

  @Test
  void theFusedGradientIsDividedByTheOutputs() {
    float[] gradient = new float[2];
    double loss = fused(BCE, new float[] {0, 0}, new float[] {1, 0}, gradient);
    assertEquals(StrictMath.log(2), loss, 1e-15);
    assertArrayEquals(new float[] {-0.25f, 0.25f}, gradient);
  }

  @Test
  void binaryCrossEntropyGoesWithTheSigmoid() {
    assertEquals("sigmoid", BCE.output());
    assertEquals(Range.UNIT, BCE.domain());
    assertEquals(Link.LOGISTIC, BCE.link());
    assertEquals(3, BCE.targetWidth(3));
    assertEquals(3, BCE.predictionWidth(3));
  }

  @ParameterizedTest
  @MethodSource("all")
  void nanStaysNanAndTheGradientIsOptional(ElementwiseLoss loss) {
    float[] gradient = new float[1];
    for (float[] pair : List.of(new float[] {Float.NaN, 1}, new float[] {0.5f, Float.NaN})) {
      gradient[0] = 0;
      float[] prediction = {pair[0]};
      float[] target = {pair[1]};
      assertEquals(Double.NaN, row(loss, prediction, target, gradient));
      assertEquals(Double.NaN, row(loss, prediction, target, null));
      assertTrue(Float.isNaN(gradient[0]));
      if (loss instanceof FusedLoss fusedLoss) {
        assertEquals(Double.NaN, fused(fusedLoss, prediction, target, gradient));
        assertEquals(Double.NaN, fused(fusedLoss, prediction, target, null));
        assertTrue(Float.isNaN(gradient[0]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void onlyTheRowIsReadAndWritten(ElementwiseLoss loss) {
    float[] prediction = {Float.NaN, 0.5f, Float.NaN};
    float[] target = {Float.NaN, Float.NaN, 1};
    float[] gradient = {9, 9, 9};
    double expected = row(loss, new float[] {0.5f}, new float[] {1}, null);
    assertEquals(expected, loss.row(prediction, 1, 1, target, 2, gradient), 0.0);
    assertTrue(gradient[0] == 9 && gradient[1] != 9 && gradient[2] == 9);
  }
}
