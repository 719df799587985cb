package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nn.api.ElementwiseActivation;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The scalar pairs against published values, automatic differentiation and central differences. */
class ScalarDefinitionTest {
  private static final double[] POINTS = {-12, -5, -2, -0.7518, -0.1, 0.1, 0.7, 1.5, 3, 4, 11};

  static List<Formula> all() {
    return Formula.all();
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 0, -0.05, -1.25, -0.0000014, 0.006693, -0.999909",
    "3, 3, 3, 3, 2.995950, 0.952574, 0.995055",
    "0.7, 0.7, 0.7, 0.7, 0.530625, 0.668188, 0.604368"
  })
  void theValuesOfTheCourseComeOut(
      double z,
      double relu,
      double leaky,
      double parametric,
      double gelu,
      double sigmoid,
      double tanh) {
    assertEquals(relu, new Relu().value(z), 0.0);
    assertEquals(leaky, new LeakyRelu().value(z), 1e-15);
    assertEquals(parametric, new Prelu().value(z, new Prelu().initialParameter()), 0.0);
    assertEquals(gelu, new Gelu().value(z), 5e-7);
    assertEquals(sigmoid, new Sigmoid().value(z), 5e-7);
    assertEquals(tanh, new Tanh().value(z), 5e-7);
  }

  @Test
  void theSlopesOfTheCourseComeOut() {
    assertEquals(0.25, new Sigmoid().derivative(0), 0.0);
    assertEquals(0.017663, new Sigmoid().derivative(4), 5e-7);
    assertEquals(0.006648, new Sigmoid().derivative(-5), 5e-7);
    assertEquals(0.5, new Gelu().derivative(0), 1e-16);
    assertEquals(0.976614, new Gelu().derivative(0.7), 5e-7);
    assertEquals(-0.0852, new Gelu().derivative(-2), 5e-5);
    assertEquals(-0.16997, new Gelu().value(-0.7518), 5e-6);
  }

  /** Worked out with 40 digits from the definitions, at -4, -0.7, 0.3, 2 and 7. */
  @ParameterizedTest
  @CsvSource({
    "relu6, 0, 0, 0.3, 2, 6",
    "hard-tanh, -1, -0.7, 0.3, 1, 1",
    "elu, -0.9816843611112658, -0.5034146962085905, 0.3, 2, 7",
    "celu(alpha=2), -1.729329433526775, -0.5906238205625731, 0.3, 2, 7",
    "selu, -1.725898628189895, -0.8850530455772054, 0.3152102962066441, 2.101401974710961,"
        + " 7.354906911488363",
    "gelu(form=tanh), -7.024594819237269e-5, -0.1694298652948832, 0.1853709235427592,"
        + " 1.954597694087775, 6.999999999999998",
    "silu, -0.07194483984836623, -0.2322685594822837, 0.1723327550434977, 1.761594155955765,"
        + " 6.993622641639195",
    "mish, -0.07259174079202536, -0.267870234795501, 0.208001372348115, 1.943958959533995,"
        + " 6.999988379809741",
    "softplus, 0.01814992791780974, 0.4031860488854579, 0.8543552444685271, 2.126928011042972,"
        + " 7.000911466453774",
    "softplus(beta=2), 0.0001677031864478844, 0.1102087049592255, 0.5187439752429428,"
        + " 2.009074963958905, 7.000000415764187",
    "softsign, -0.8, -0.4117647058823529, 0.2307692307692308, 0.6666666666666667, 0.875",
    "log-sigmoid, -4.01814992791781, -1.103186048885458, -0.5543552444685271,"
        + " -0.1269280110429725, -0.0009114664537742447",
    "hard-sigmoid, 0, 0.3833333333333333, 0.55, 0.8333333333333333, 1",
    "hard-swish, 0, -0.2683333333333333, 0.165, 1.666666666666667, 7",
    "hard-shrink, -4, -0.7, 0, 2, 7",
    "soft-shrink, -3.5, -0.2, 0, 1.5, 6.5",
    "tanh-shrink, -3.000670700260933, -0.0956322228828365, 0.008687387548409094,"
        + " 1.035972419924183, 6.000001663056055",
    "threshold, 0, 0, 0, 2, 7",
    "exponential, 0.01831563888873418, 0.4965853037914095, 1.349858807576003, 7.38905609893065,"
        + " 1096.633158428459",
    "squareplus, 0.2360679774997897, 0.7094810050208545, 1.161187420807834, 2.414213562373095,"
        + " 7.140054944640259",
    "sparse-plus, 0, 0.0225, 0.4225, 2, 7",
    "sparse-sigmoid, 0, 0.15, 0.65, 1, 1",
    "relu-squared, 0, 0, 0.09, 4, 49",
    "gaussian, 1.125351747192591e-7, 0.6126263941844161, 0.9139311852712282,"
        + " 0.01831563888873418, 5.242885663363464e-22",
    "sine, 0.7568024953079283, -0.6442176872376911, 0.2955202066613396, 0.9092974268256817,"
        + " 0.6569865987187891"
  })
  void theValuesAreThoseOfTheDefinition(
      String name, double a, double b, double c, double d, double e) {
    double[] x = {-4, -0.7, 0.3, 2, 7};
    double[] expected = {a, b, c, d, e};
    for (int i = 0; i < x.length; i++) {
      double tolerance = 2e-15 * Math.abs(expected[i]) + 1e-300;
      assertEquals(expected[i], Formula.named(name).value(x[i]), tolerance, name + " at " + x[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void valueAndDerivativeAreThoseOfTheFormula(Formula f) {
    for (double v : points(f)) {
      DerivativeStructure expected = f.formula().apply(new DerivativeStructure(1, 1, 0, v));
      near(expected.getValue(), f.activation().value(v), 1e-14, f, v);
      near(expected.getPartialDerivative(1), f.activation().derivative(v), 1e-14, f, v);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theDerivativeIsTheSlopeOfTheValue(Formula f) {
    double h = 1e-6;
    for (double v : points(f)) {
      double slope = (f.activation().value(v + h) - f.activation().value(v - h)) / (2 * h);
      near(slope, f.activation().derivative(v), 1e-8, f, v);
    }
  }

  private static double[] points(Formula f) {
    double[] kinks = f.activation().kinks();
    return Arrays.stream(POINTS)
        .filter(x -> Arrays.stream(kinks).noneMatch(k -> Math.abs(x - k) < 1e-5))
        .toArray();
  }

  private static void near(double expected, double actual, double tolerance, Formula f, double at) {
    double scaled = tolerance * Math.max(1, Math.abs(expected));
    assertEquals(expected, actual, scaled, () -> f + " at " + at);
  }

  /** Every jump of the derivative is listed, and nothing else is. */
  @ParameterizedTest
  @MethodSource("all")
  void theKinksAreWhereTheDerivativeJumps(Formula f) {
    double[] corners = {-3, -2, -1, -0.5, 0, 0.3, 0.5, 1, 2, 3, 6};
    double h = 1e-9;
    for (double v : corners) {
      double jump = f.activation().derivative(v + h) - f.activation().derivative(v - h);
      boolean listed = Arrays.stream(f.activation().kinks()).anyMatch(k -> k == v);
      assertEquals(listed, Math.abs(jump) > 1e-3, f + " at " + v);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nanStaysNan(Formula f) {
    assertEquals(Double.NaN, f.activation().value(Double.NaN));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theLimitsAreReached(Formula f) {
    ElementwiseActivation activation = f.activation();
    assertEquals(f.below(), activation.value(Double.NEGATIVE_INFINITY), 1e-15);
    assertEquals(f.above(), activation.value(Double.POSITIVE_INFINITY), 1e-15);
    for (double far : new double[] {-1e300, -1e3, -700, 700, 1e3, 1e300}) {
      assertFalse(Double.isNaN(activation.value(far)), () -> f + " at " + far);
      assertFalse(Double.isNaN(activation.derivative(far)), () -> f + " at " + far);
    }
  }

  static Stream<Formula> straightFarAway() {
    Set<String> others = Set.of("sine", "exponential", "relu-squared");
    return all().stream().filter(f -> !others.contains(f.name()));
  }

  /** Smooth or not, the slope far away is that of the straight line that is approached. */
  @ParameterizedTest
  @MethodSource("straightFarAway")
  void theSlopeFarAwayIsThatOfTheLimit(Formula f) {
    for (double far : new double[] {-1e300, 1e300}) {
      double slope = f.activation().value(far) / far;
      double infinite = Math.copySign(Double.POSITIVE_INFINITY, far);
      assertEquals(slope, f.activation().derivative(far), 1e-12, () -> f + " at " + far);
      assertEquals(slope, f.activation().derivative(infinite), 1e-12, () -> f + " at " + infinite);
    }
  }

  @Test
  void atTheKinkTheDerivativeIsThatOfPyTorch() {
    assertEquals(0, new Relu().derivative(0), 0.0);
    assertEquals(0.2, new LeakyRelu(0.2).derivative(0), 0.0);
    assertEquals(0.3, new Prelu().derivative(0, 0.3), 0.0);
    assertArrayEquals(new double[] {0}, new Relu().kinks());
    assertArrayEquals(new double[] {0}, new LeakyRelu().kinks());
    assertArrayEquals(new double[] {0}, new Prelu().kinks());
  }

  @Test
  void theSigmoidIsPreciseWhereItIsNearlyZero() {
    assertEquals(StrictMath.exp(-300), new Sigmoid().value(-300), 1e-15 * StrictMath.exp(-300));
    assertEquals(StrictMath.exp(-300), new Sigmoid().derivative(300), 1e-15 * StrictMath.exp(-300));
    assertEquals(4 * StrictMath.exp(-80), new Tanh().derivative(40), 4e-15 * StrictMath.exp(-80));
  }

  @Test
  void theEdgesOfThePiecesBelongWherePyTorchPutsThem() {
    assertEquals(0, new Relu6().derivative(6), 0.0);
    assertEquals(0, new HardTanh().derivative(-1), 0.0);
    assertEquals(0, new HardSigmoid().derivative(3), 0.0);
    assertEquals(0, new HardShrink().value(0.5), 0.0);
    assertEquals(0, new HardShrink().derivative(-0.5), 0.0);
    assertEquals(0, new SoftShrink().derivative(0.5), 0.0);
    assertEquals(0, new Threshold().value(1), 0.0);
    assertEquals(0, new Threshold().derivative(1), 0.0);
    assertEquals(2, new Elu(2).derivative(0), 0.0);
    assertEquals(20, new Softplus().value(20), 3e-9);
    assertEquals(Math.nextUp(20.0), new Softplus().value(Math.nextUp(20.0)), 0.0);
    assertArrayEquals(new double[] {10}, new Softplus(2, 20).kinks());
  }

  @Test
  void smallNumbersKeepTheirDigitsFarOut() {
    assertEquals(StrictMath.exp(-300), new Softplus().value(-300), 1e-15 * StrictMath.exp(-300));
    assertEquals(-StrictMath.exp(-300), new LogSigmoid().value(300), 1e-15 * StrictMath.exp(-300));
    double tail = 100 * StrictMath.exp(-100);
    assertEquals(-tail, new Silu().value(-100), 1e-14 * tail);
    assertEquals(-tail, new Mish().value(-100), 1e-14 * tail);
    assertEquals(1e-10, new Squareplus().value(-1e10), 1e-24);
    assertEquals(1e-20, new Squareplus().derivative(-1e10), 1e-34);
    assertEquals(1e-12, new Elu().value(1e-12), 0.0);
    assertEquals(-1e-12, new Elu().value(-1e-12), 1e-24);
  }

  @Test
  void boundsInTheWrongOrderAreRefused() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new HardTanh(1, -1));
    assertEquals("min must be below max, got min 1.0 and max -1.0. Swap them.", e.getMessage());
  }
}
