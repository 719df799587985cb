package nn.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nn.api.ElementwiseLoss;
import nn.api.FusedLoss;
import nn.api.Link;
import nn.api.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses on the input of their link, judged by the plain formula after the link, in double. */
class FusedLossesTest {
  static Stream<RowFormula> rows() {
    return Stream.concat(RowFormula.ofProbabilities(), RowFormula.ofLogProbabilities());
  }

  static Stream<Formula> elements() {
    return Formula.all().filter(each -> each.loss() instanceof FusedElementwise);
  }

  private static double[] softmax(double[] z) {
    double sum = Arrays.stream(z).map(StrictMath::exp).sum();
    return Arrays.stream(z).map(x -> StrictMath.exp(x) / sum).toArray();
  }

  private static UnaryOperator<double[]> function(Link link) {
    return link.equals(Link.SOFTMAX)
        ? FusedLossesTest::softmax
        : z -> Arrays.stream(softmax(z)).map(StrictMath::log).toArray();
  }

  private static double number(Link link, double z) {
    if (link.equals(Link.IDENTITY)) {
      return z;
    }
    return link.equals(Link.EXP) ? StrictMath.exp(z) : 1 / (1 + StrictMath.exp(-z));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFusedRowIsThePlainOneAfterItsLink(RowFormula each) {
    FusedLoss loss = (FusedLoss) each.loss();
    UnaryOperator<double[]> link = function(loss.link());
    ToDoubleFunction<double[]> formula = z -> each.formula().applyAsDouble(link.apply(z));
    for (float[] z : new float[][] {{0.3f, -1.2f, 2.5f}, {-3, 4, 0.5f}, {0, 0, 0}}) {
      float[] gradient = new float[3];
      double value = loss.fusedRow(z, 0, 3, each.targetRow(), 0, gradient);
      assertEquals(formula.applyAsDouble(RowFormula.widened(z)), value, 2e-7, each.toString());
      assertEquals(value, loss.fusedRow(z, 0, 3, each.targetRow(), 0, null), 0.0);
      double[] slopes = RowFormula.slopes(formula, z);
      for (int j = 0; j < 3; j++) {
        assertEquals(slopes[j], gradient[j], 2e-7, each + ", output " + j);
      }
    }
  }

  /** Where the 1e-8 that guards an unfused rate does not show. */
  @ParameterizedTest
  @MethodSource("elements")
  void aFusedElementIsThePlainOneAfterItsLink(Formula each) {
    FusedElementwise fused = (FusedElementwise) each.loss();
    for (double z = -3.5; z <= 6; z += 0.37) {
      for (double t : each.targets()) {
        String where = each + " at " + z + " for " + t;
        double p = number(fused.link(), z);
        double value = each.loss().value(p, t);
        double h = 1e-6;
        double turn = (number(fused.link(), z + h) - number(fused.link(), z - h)) / (2 * h);
        double slope = each.loss().derivative(p, t) * turn;
        double tolerance = 1e-6 * (1 + t);
        assertEquals(value, fused.fusedValue(z, t), tolerance * (1 + Math.abs(value)), where);
        assertEquals(slope, fused.fusedDerivative(z, t), tolerance * (1 + Math.abs(slope)), where);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void farScoresOfARowAreFinite(RowFormula each) {
    FusedLoss loss = (FusedLoss) each.loss();
    for (float far : new float[] {40, -40, 1e4f, -1e4f, 1e9f}) {
      for (int j = 0; j < 3; j++) {
        float[] z = {0.5f, -0.5f, 0};
        z[j] = far;
        float[] gradient = new float[3];
        assertTrue(
            Double.isFinite(loss.fusedRow(z, 0, 3, each.targetRow(), 0, gradient)),
            each + " at " + far);
        for (float g : gradient) {
          assertTrue(Float.isFinite(g), each + " at " + far);
        }
      }
    }
  }

  /** Where e^z or e^-z itself is beyond any float, overflow to infinity is right, but never NaN. */
  @ParameterizedTest
  @MethodSource("elements")
  void farScoresAreFiniteOrOverflow(Formula each) {
    FusedElementwise loss = (FusedElementwise) each.loss();
    boolean grows = each.loss() instanceof Deviance || each.loss() instanceof Poisson;
    for (double z : new double[] {40, -40, 1e4, -1e4}) {
      for (double t : each.targets()) {
        double value = loss.fusedValue(z, t);
        double slope = loss.fusedDerivative(z, t);
        boolean overflows = grows && Math.abs(z) > 80;
        String where = each + " at " + z + " for " + t;
        assertTrue(overflows ? !Double.isNaN(value) : Double.isFinite(value), where);
        assertTrue(overflows ? !Double.isNaN(slope) : Float.isFinite((float) slope), where);
      }
    }
  }

  /** e^-40 = 4.248354255291589e-18; 1 - p and -ln p are the same to 17 digits. */
  @ParameterizedTest
  @CsvSource({
    "focal, 40, 0.25, 3, -3",
    "generalized-cross-entropy, 40, 1, 1, -1",
    "binary-focal, 40, 1, 3, -3"
  })
  void whatIsNearlyRightKeepsItsDigits(String name, float z, double factor, int power, int slope) {
    double e = 4.248354255291589e-18;
    float[] gradient = new float[1];
    double value;
    if (name.equals("binary-focal")) {
      value = new BinaryFocal().fusedRow(new float[] {z}, 0, 1, new float[] {1}, 0, gradient);
    } else {
      gradient = new float[2];
      FusedLoss loss = name.equals("focal") ? new Focal() : new GeneralizedCrossEntropy();
      value = loss.fusedRow(new float[] {z, 0}, 0, 2, new float[] {0}, 0, gradient);
    }
    double expected = factor * StrictMath.pow(e, power);
    assertEquals(expected, value, 1e-13 * expected);
    float expectedSlope = (float) (slope * expected);
    assertEquals(expectedSlope, gradient[0], 1e-6 * Math.abs(expectedSlope));
  }

  @Test
  void nllAndKlFusedAreCrossEntropyFused() {
    float[] z = {0.3f, -1.2f, 2.5f};
    float[] hot = {0, 1, 0};
    float[] expected = new float[3];
    float[] actual = new float[3];
    double value = new CrossEntropy().fusedRow(z, 0, 3, new float[] {1}, 0, expected);
    assertEquals(
        value, new NegativeLogLikelihood().fusedRow(z, 0, 3, new float[] {1}, 0, actual), 0.0);
    assertArrayEquals(expected, actual);
    assertEquals(value, new KlDivergence().fusedRow(z, 0, 3, hot, 0, actual), 0.0);
    assertArrayEquals(expected, actual);
    assertEquals(new Link("log-softmax"), new KlDivergence().link());
  }

  @Test
  void aFusedLossOfSeveralOutputsIsTheirMean() {
    for (Loss loss : new Loss[] {new Poisson(false), new Gamma(), new BinaryFocal()}) {
      float[] gradient = new float[2];
      float[] t = {1, 1};
      double both = ((FusedLoss) loss).fusedRow(new float[] {0.5f, -1}, 0, 2, t, 0, gradient);
      FusedElementwise one = (FusedElementwise) loss;
      assertEquals((one.fusedValue(0.5, 1) + one.fusedValue(-1, 1)) / 2, both, 1e-15);
      assertEquals(one.fusedDerivative(-1, 1) / 2, gradient[1], 1e-7);
      assertEquals(ElementwiseLoss.Over.MEAN, ((ElementwiseLoss) loss).over());
    }
  }
}
