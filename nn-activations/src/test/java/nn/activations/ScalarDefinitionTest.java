package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nn.api.ElementwiseActivation;
import nn.api.Link;
import nn.api.Range;
import nn.api.Reads;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The scalar pairs against published values, automatic differentiation and central differences. */
class ScalarDefinitionTest {
  private static final double[] POINTS = {-12, -5, -2, -0.7518, -0.1, 0.1, 0.7, 1, 3, 4, 11};

  static Stream<ElementwiseActivation> all() {
    return Stream.of(
        new Identity(), new Relu(), new LeakyRelu(), new Gelu(), new Sigmoid(), new Tanh());
  }

  /** Each function once more, from the operations that Commons Math differentiates. */
  static Stream<Arguments> formulas() {
    return Stream.of(
        formula(new Identity(), x -> x),
        formula(new Relu(), x -> x.abs().add(x).multiply(0.5)),
        formula(new LeakyRelu(0.2), x -> x.multiply(0.6).add(x.abs().multiply(0.4))),
        formula(new Gelu(), x -> x.multiply(normalCdf(x))),
        formula(new Sigmoid(), x -> x.negate().exp().add(1).reciprocal()),
        formula(new Tanh(), x -> x.tanh()));
  }

  private static Arguments formula(
      ElementwiseActivation activation, UnaryOperator<DerivativeStructure> formula) {
    return arguments(activation, formula);
  }

  private static DerivativeStructure normalCdf(DerivativeStructure x) {
    double v = x.getValue();
    return x.compose(
        0.5 * Erf.erfc(-v / Math.sqrt(2)), StrictMath.exp(-v * v / 2) / Math.sqrt(2 * Math.PI));
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

  @ParameterizedTest
  @MethodSource("formulas")
  void valueAndDerivativeAreThoseOfTheFormula(
      ElementwiseActivation activation, UnaryOperator<DerivativeStructure> formula) {
    for (double v : POINTS) {
      DerivativeStructure expected = formula.apply(new DerivativeStructure(1, 1, 0, v));
      assertEquals(expected.getValue(), activation.value(v), 1e-14, () -> activation + " at " + v);
      assertEquals(
          expected.getPartialDerivative(1),
          activation.derivative(v),
          1e-14,
          () -> activation + " at " + v);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theDerivativeIsTheSlopeOfTheValue(ElementwiseActivation activation) {
    double h = 1e-6;
    for (double v : POINTS) {
      double slope = (activation.value(v + h) - activation.value(v - h)) / (2 * h);
      assertEquals(slope, activation.derivative(v), 1e-8, () -> activation + " at " + v);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nanStaysNan(ElementwiseActivation activation) {
    assertEquals(Double.NaN, activation.value(Double.NaN), activation.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "identity, -Infinity, Infinity, 1, 1",
    "relu, 0, Infinity, 0, 1",
    "leaky, -Infinity, Infinity, 0.01, 1",
    "gelu, 0, Infinity, 0, 1",
    "sigmoid, 0, 1, 0, 0",
    "tanh, -1, 1, 0, 0"
  })
  void theLimitsAreReached(
      String name, double below, double above, double slopeBelow, double slopeAbove) {
    ElementwiseActivation activation =
        all()
            .filter(a -> a.toString().toLowerCase(java.util.Locale.ROOT).startsWith(name))
            .findFirst()
            .orElseThrow();
    for (double far : new double[] {1e3, 1e300, Double.POSITIVE_INFINITY}) {
      if (Double.isInfinite(far) || !Double.isInfinite(below)) {
        assertEquals(below, activation.value(-far), 0.0, () -> "at " + -far);
      }
      if (Double.isInfinite(far) || !Double.isInfinite(above)) {
        assertEquals(above, activation.value(far), 0.0, () -> "at " + far);
      }
      assertEquals(slopeBelow, activation.derivative(-far), 0.0, () -> "at " + -far);
      assertEquals(slopeAbove, activation.derivative(far), 0.0, () -> "at " + far);
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
  void eachSaysWhatItIs() {
    assertEquals(Optional.of(Link.IDENTITY), new Identity().link());
    assertEquals(Optional.of(Link.LOGISTIC), new Sigmoid().link());
    assertEquals(Optional.of(Link.SOFTMAX), new Softmax().link());
    assertTrue(new Relu().link().isEmpty());
    assertEquals(Range.NON_NEGATIVE, new Relu().range());
    assertEquals(Range.UNIT, new Sigmoid().range());
    assertEquals(Range.SIMPLEX, new Softmax().range());
    assertEquals(Range.REAL, new Tanh().range());
    assertTrue(
        Stream.of(new Identity(), new Sigmoid(), new Tanh(), new Softmax())
            .allMatch(a -> a.reads() == Reads.OUTPUT));
    assertTrue(
        Stream.of(new Relu(), new LeakyRelu(), new Prelu(), new Gelu())
            .allMatch(a -> a.initializer().equals("he-normal") && a.reads() == Reads.INPUT));
    assertEquals("glorot-uniform", new Tanh().initializer());
  }
}
