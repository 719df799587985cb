package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import nn.api.ParametricActivation;
import nn.api.Rows;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions with a learned number. */
class ParametricFormTest {
  private static final Rows X = new Rows(new float[] {-2, 3, 1, -4}, 0, 2, 2);
  private static final Rows DY = new Rows(new float[] {10, 20, 30, 40}, 0, 2, 2);

  private final Prelu prelu = new Prelu();
  private final StrictKernels kernels = new StrictKernels();

  static Stream<Arguments> formulas() {
    return Stream.of(
        formula(new Prelu(), (x, a) -> x.getValue() > 0 ? x : a.multiply(x)),
        formula(new Swish(), (x, a) -> x.divide(a.multiply(x).negate().exp().add(1))),
        formula(new Snake(), (x, a) -> a.multiply(x).sin().pow(2).divide(a).add(x)));
  }

  private static Arguments formula(
      ParametricActivation activation, BinaryOperator<DerivativeStructure> formula) {
    return arguments(activation, formula);
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void valueAndBothDerivativesAreThoseOfTheFormula(
      ParametricActivation f, BinaryOperator<DerivativeStructure> formula) {
    for (double x : new double[] {-30, -3, -0.5, 0.5, 3, 30}) {
      for (double a : new double[] {-0.2, 0.25, 1.5}) {
        DerivativeStructure expected =
            formula.apply(new DerivativeStructure(2, 1, 0, x), new DerivativeStructure(2, 1, 1, a));
        String at = f + " at " + x + ", " + a;
        assertEquals(expected.getValue(), f.value(x, a), 1e-13, at);
        assertEquals(expected.getPartialDerivative(1, 0), f.derivative(x, a), 1e-13, at);
        assertEquals(expected.getPartialDerivative(0, 1), f.parameterDerivative(x, a), 2e-12, at);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void bothDerivativesAreSlopesOfTheValue(ParametricActivation f) {
    double h = 1e-6;
    for (double x : new double[] {-3, -0.5, 0.5, 3}) {
      for (double a : new double[] {-0.2, 0, 0.25, 1.5}) {
        String at = f + " at " + x + ", " + a;
        double slope = (f.value(x + h, a) - f.value(x - h, a)) / (2 * h);
        assertEquals(slope, f.derivative(x, a), 1e-8, at);
        double parameterSlope = (f.value(x, a + h) - f.value(x, a - h)) / (2 * h);
        assertEquals(parameterSlope, f.parameterDerivative(x, a), 1e-8, at);
      }
    }
  }

  /** With 40 digits from the definitions. */
  @ParameterizedTest
  @CsvSource({
    "-2, 1,   -0.2384058440442351, -1.173178189568194",
    "-2, 0.5, -0.5378828427399902, -0.5838531634528576",
    "3,  2,    2.992582130530096,   3.039036510316877"
  })
  void theValuesAreThoseOfTheDefinition(double x, double a, double swish, double snake) {
    assertEquals(swish, new Swish().value(x, a), 1e-15);
    assertEquals(snake, new Snake().value(x, a), 1e-15);
  }

  @Test
  void eachStartsAsItsPaperSays() {
    assertEquals(0.25, prelu.initialParameter(), 0.0);
    assertEquals(1, new Swish().initialParameter(), 0.0);
    assertEquals(1, new Snake().initialParameter(), 0.0);
    for (ParametricActivation f :
        new ParametricActivation[] {prelu, new Swish(), new Snake(), new Swish(3, false)}) {
      assertFalse(f.shared());
      assertFalse(f.decays());
    }
    assertTrue(new Prelu(0.1, true).shared());
    assertTrue(new Swish(1, true).shared());
    assertTrue(new Snake(1, true).shared());
  }

  @Test
  void swishWithOneIsSilu() {
    for (double x : new double[] {-700, -3, 0, 0.5, 800}) {
      assertEquals(new Silu().value(x), new Swish().value(x, 1), 0.0);
      assertEquals(new Silu().derivative(x), new Swish().derivative(x, 1), 0.0);
    }
  }

  @Test
  void swishReachesItsLimits() {
    Swish swish = new Swish();
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(0, swish.value(-infinity, 1), 0.0);
    assertEquals(infinity, swish.value(infinity, 1));
    assertEquals(0, swish.derivative(-infinity, 1), 0.0);
    assertEquals(1, swish.derivative(infinity, 1), 0.0);
    assertEquals(0, swish.parameterDerivative(-infinity, 1), 0.0);
    assertEquals(0, swish.parameterDerivative(infinity, 1), 0.0);
  }

  @Test
  void eachUnitBlamesItsOwnSlope() {
    Rows a = new Rows(new float[] {0.5f, 0.25f}, 0, 1, 2);
    Rows y = Rows.zeros(2, 2);
    prelu.forward(X, y, a, 0, 2, kernels);
    assertArrayEquals(new float[] {-1, 3, 1, -1}, y.data());
    Rows dx = Rows.zeros(2, 2);
    Rows da = Rows.zeros(1, 2);
    prelu.backward(X, DY, dx, a, da, 0, 2, kernels);
    assertArrayEquals(new float[] {5, 20, 30, 10}, dx.data());
    assertArrayEquals(new float[] {-20, -160}, da.data());
  }

  @Test
  void aSharedSlopeCollectsTheBlameOfAllUnits() {
    Rows a = new Rows(new float[] {0.5f}, 0, 1, 1);
    Rows da = Rows.zeros(1, 1);
    new Prelu(0.5, true).backward(X, DY, Rows.zeros(2, 2), a, da, 0, 2, kernels);
    assertArrayEquals(new float[] {-180}, da.data());
  }

  @Test
  void onlyPreluHasAKink() {
    assertArrayEquals(new double[] {0}, prelu.kinks());
    assertEquals(0.3, prelu.derivative(0, 0.3), 0.0);
    assertEquals(0, new Swish().kinks().length);
    assertEquals(0, new Snake().kinks().length);
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void nanStaysNan(ParametricActivation f) {
    assertEquals(Double.NaN, f.value(Double.NaN, 0.25));
    assertEquals(Double.NaN, f.parameterDerivative(Double.NaN, 0.25));
    assertEquals(Double.NaN, f.value(-1, Double.NaN));
  }
}
