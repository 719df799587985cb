package nn.core.kernel;

import static java.lang.Float.NEGATIVE_INFINITY;
import static java.lang.Float.NaN;
import static java.lang.Float.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FloatFunctionsTest {
  /**
   * Each function beside its judge in double; the step between bit patterns sets the time taken.
   */
  @SuppressWarnings("ImmutableEnumChecker") // the functions are stateless
  enum Function {
    EXP(FloatFunctions::exp, StrictMath::exp, 9_973),
    EXPM1(FloatFunctions::expm1, StrictMath::expm1, 9_973),
    LOG1P(FloatFunctions::log1p, StrictMath::log1p, 9_973),
    TANH(FloatFunctions::tanh, StrictMath::tanh, 9_973),
    SIGMOID(FloatFunctions::sigmoid, Function::preciseSigmoid, 9_973),
    ERF(FloatFunctions::erf, Function::preciseErf, 39_989);

    final FloatFunction function;
    final DoubleUnaryOperator precise;
    final int step;

    Function(FloatFunction function, DoubleUnaryOperator precise, int step) {
      this.function = function;
      this.precise = precise;
      this.step = step;
    }

    private static double preciseSigmoid(double x) {
      return x < 0 ? StrictMath.exp(x) / (1 + StrictMath.exp(x)) : 1 / (1 + StrictMath.exp(-x));
    }

    /** Commons Math loses digits near 0, where the first term of the series is exact enough. */
    private static double preciseErf(double x) {
      return Math.abs(x) < 1e-9 ? x * (2 / Math.sqrt(Math.PI)) : Erf.erf(x);
    }
  }

  private interface FloatFunction {
    float of(float x);
  }

  @ParameterizedTest
  @EnumSource
  void liesWithinTwoUlpOfTheTrueValueOverAllFloats(Function f) {
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += f.step) {
      judge(f, Float.intBitsToFloat((int) bits));
    }
  }

  @ParameterizedTest
  @EnumSource
  void liesWithinTwoUlpWhereNetworksWork(Function f) {
    for (float x = -20; x <= 20; x += 0x1.234p-12f) {
      judge(f, x);
    }
  }

  @ParameterizedTest
  @EnumSource
  void liesWithinTwoUlpWhereBranchesMeet(Function f) {
    float[] seams = {0.34657f, 0.55f, 1, 4, 17.3287f, 18, 87.3365f, 88.7228f, 89, 103.972f, 104};
    for (float seam : seams) {
      for (int i = -1_000; i <= 1_000; i++) {
        float x = Float.intBitsToFloat(Float.floatToIntBits(seam) + i);
        judge(f, x);
        judge(f, -x);
      }
    }
  }

  private static void judge(Function f, float x) {
    double expected = f.precise.applyAsDouble(x);
    float actual = f.function.of(x);
    if (!(ulps(expected, actual) <= 2)) {
      assertEquals(expected, actual, f + " of " + x + " = " + Float.toHexString(x));
    }
  }

  /** Distance in steps of the floats around the expected value; infinity counts as 2^128. */
  private static double ulps(double expected, float actual) {
    if (Double.isNaN(expected) || Float.isNaN(actual)) {
      return Double.isNaN(expected) && Float.isNaN(actual) ? 0 : POSITIVE_INFINITY;
    }
    double distance = Math.abs(bounded(expected) - bounded(actual));
    return distance / Math.ulp((float) Math.min(Math.abs(expected), Float.MAX_VALUE));
  }

  private static double bounded(double x) {
    return Math.max(-0x1p128, Math.min(0x1p128, x));
  }

  @ParameterizedTest
  @EnumSource
  void notANumberStays(Function f) {
    assertEquals(NaN, f.function.of(NaN));
    assertEquals(NaN, f.function.of(Float.intBitsToFloat(0xffc12345)));
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPM1", "LOG1P", "TANH", "ERF"})
  void zeroKeepsItsSign(Function f) {
    assertEquals(0.0f, f.function.of(0.0f));
    assertEquals(-0.0f, f.function.of(-0.0f));
  }

  @ParameterizedTest
  @CsvSource({
    "EXP, 0, Infinity",
    "EXPM1, -1, Infinity",
    "LOG1P, NaN, Infinity",
    "TANH, -1, 1",
    "SIGMOID, 0, 1",
    "ERF, -1, 1"
  })
  void infinitiesGoToTheLimits(Function f, float atMinus, float atPlus) {
    assertEquals(atMinus, f.function.of(NEGATIVE_INFINITY));
    assertEquals(atPlus, f.function.of(POSITIVE_INFINITY));
  }

  @Test
  void theExactValuesAreExact() {
    assertEquals(1, FloatFunctions.exp(0));
    assertEquals(0.5f, FloatFunctions.sigmoid(0));
    assertEquals(1, FloatFunctions.tanh(20));
    assertEquals(-1, FloatFunctions.erf(-5));
    assertEquals(NEGATIVE_INFINITY, FloatFunctions.log1p(-1));
    assertEquals(NaN, FloatFunctions.log1p(Math.nextDown(-1f)));
  }

  @Test
  void expReachesTheEndsOfTheFloats() {
    assertEquals(POSITIVE_INFINITY, FloatFunctions.exp(88.73f));
    assertTrue(FloatFunctions.exp(88.72f) < Float.MAX_VALUE);
    assertEquals(Float.MIN_VALUE, FloatFunctions.exp(-103.2f));
    assertEquals(0, FloatFunctions.exp(-104));
  }

  @ParameterizedTest
  @EnumSource(names = {"TANH", "SIGMOID", "ERF"})
  void squashingNeverLeavesTheRange(Function f) {
    for (float x = 0; x < 40; x += 0x1.5p-10f) {
      assertTrue(f.function.of(x) <= 1 && f.function.of(-x) >= -1, f + " of +-" + x);
    }
  }
}
