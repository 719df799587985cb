package nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distribution function behind gelu. */
class StandardNormalTest {
  @Test
  void agreesWithTheErrorFunctionOfCommonsMath() {
    // Its erf is good to about 1e-15; erfc of 10, and so the tail beyond it, is left to the next
    // test.
    for (double x = -12; x <= 12; x += 0.01) {
      double expected = 0.5 * Erf.erfc(-x / Math.sqrt(2));
      assertEquals(expected, StandardNormal.cdf(x), 1e-15 + 3e-13 * expected, "at " + x);
    }
  }

  /**
   * Expected values: x erfc(-x / sqrt 2) / 2 and its derivative with 40 digits, from the definition
   * in an arbitrary-precision library.
   */
  @ParameterizedTest
  @CsvSource({
    "-0.5, -0.15426876936299344818,    0.13250487534383715747",
    "-1,   -0.15865525393145705141,   -0.083315470587686298383",
    "-2,   -0.045500263896358414401,  -0.085231801078196896701",
    "-3,   -0.00404969409489028358,   -0.011945647204183927",
    "-5,   -1.4332578593959695584e-6, -7.1469460017922946279e-6",
    "-8,   -4.9767684594174272988e-15, -3.9796072610867959891e-14",
    "-10,  -7.619853024160526066e-23, -7.6184000964648140857e-22",
    "-20,  -5.5072482372124673902e-88, -1.1014360483133464042e-86",
    "-30,  -1.4720141781444561179e-196, -4.4160316907084943701e-195",
    "-37,  -2.1184613523340934244e-298, -7.8382986694185162425e-297",
    "0.7,   0.53062544344384888968,    0.97661410113365986523",
    "3,     2.9959503059051097164,     1.011945647204183927"
  })
  void geluKeepsFifteenDigitsFarIntoTheNegativeTail(double x, double value, double derivative) {
    assertEquals(value, new Gelu().value(x), 1.2e-15 * Math.abs(value));
    assertEquals(derivative, new Gelu().derivative(x), 1.5e-15 * Math.abs(derivative));
  }

  @Test
  void theFloatTailRatioIsTheDoubleOneWithinThreeUlp() {
    for (float a = 0; a < StandardNormal.FAR; a += 0.001f) {
      double ratio = StandardNormal.cdf(-a) / StandardNormal.bell(a);
      float expected = (float) ratio;
      assertEquals(expected, StandardNormal.tailRatio(a), 3 * Math.ulp(expected), "at " + a);
    }
  }
}
