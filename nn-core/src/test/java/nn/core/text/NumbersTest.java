package nn.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "3.0, 3",
    "-3.0, -3",
    "0.1, 0.1",
    "1e-8, 1e-8",
    "1.5E-8, 1.5e-8",
    "0.0001, 0.0001",
    "0.00001, 1e-5",
    "1234567890, 1234567890",
    "1e10, 1e10",
    "-1.25e30, -1.25e30",
    "100, 100",
    "4.9e-324, 5e-324",
    "1.7976931348623157E308, 1.7976931348623157e308",
    "0.0, 0",
    "-0.0, -0",
    "2.0E-3, 0.002",
    "2.2250738585072014E-308, 2.2250738585072014e-308",
    "9007199254740993, 9007199254740992e0"
  })
  void aDoubleHasTheFewestDigitsThatReadBack(double value, String text) {
    assertEquals(text.replace("9007199254740992e0", "9.007199254740992e15"), Numbers.text(value));
  }

  @Test
  void aFloatHasTheFewestDigitsThatReadBackAsAFloat() {
    assertEquals("0.1", Numbers.text(0.1f));
    assertEquals("1e-8", Numbers.text(1e-8f));
    assertEquals("16777216", Numbers.text(16777216f));
    assertEquals("-0", Numbers.text(-0f));
  }

  @Test
  void roundedNumbersHaveNoMoreDigitsThanAskedFor() {
    assertEquals("0.333333", Numbers.text(1.0 / 3, 6));
    assertEquals("0.1", Numbers.text((double) 0.1f, 6));
    assertEquals("2.50001e10", Numbers.text(25_000_099_999.0, 6));
    assertEquals("-3", Numbers.text(-3.0, 6));
    assertEquals("0", Numbers.text(0.0, 6));
    assertEquals("nan", Numbers.text(Double.NaN, 6));
  }

  @Test
  void specialValuesAreWords() {
    assertEquals("infinity", Numbers.text(Double.POSITIVE_INFINITY));
    assertEquals("-infinity", Numbers.text(Float.NEGATIVE_INFINITY));
    assertEquals("nan", Numbers.text(Double.NaN));
    assertEquals("nan", Numbers.text(Float.NaN));
  }

  @Test
  void randomBitsReadBackExactly() {
    SplitMix64 random = new SplitMix64(1);
    for (int i = 0; i < 1000; i++) {
      double wide = Double.longBitsToDouble(random.nextLong());
      float narrow = Float.intBitsToFloat(random.nextInt());
      if (Double.isFinite(wide) && Float.isFinite(narrow)) {
        assertEquals(wide, Double.parseDouble(Numbers.text(wide)));
        assertEquals(narrow, Float.parseFloat(Numbers.text(narrow)));
        assertTrue(Numbers.isNumber(Numbers.text(wide)), Numbers.text(wide));
      }
    }
  }

  @Test
  void neighboursOfPowersOfTwoReadBackExactly() {
    for (int e = -1074; e < 1024; e += 7) {
      double power = Math.scalb(1.0, e);
      assertEquals(power, Double.parseDouble(Numbers.text(power)));
      assertEquals(Math.nextDown(power), Double.parseDouble(Numbers.text(Math.nextDown(power))));
    }
  }

  /** Powers of two are nearer to their neighbours below than to those above. */
  @Test
  void noFewerDigitsReadBack() {
    SplitMix64 random = new SplitMix64(2);
    for (int e = -149; e < 128; e++) {
      float power = Math.scalb(1f, e);
      float other = power * (0.5f + random.nextFloat() / 2);
      for (float value : new float[] {power, Math.nextDown(power), other}) {
        int digits = new BigDecimal(Numbers.text(value)).stripTrailingZeros().precision();
        for (int fewer = 1; fewer < digits; fewer++) {
          String text = Numbers.text((double) value, fewer);
          assertNotEquals(value, Float.parseFloat(text), text + " would do");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "+1", "1.", ".5", "1e5", "1E-5", "-.5e+3", "007"})
  void decimalAndExponentFormsAreNumbers(String text) {
    assertTrue(Numbers.isNumber(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "-", "1f", "0x1p3", "NaN", "Infinity", "1e", "1_000", "1,5", "١"})
  void nothingElseIsANumber(String text) {
    assertFalse(Numbers.isNumber(text));
  }

  /** Below a power of two the numbers stand closer: 16 digits would be those of a neighbour. */
  @Test
  void aPowerOfTwoReadsBackToo() {
    assertEquals("5.9604644775390625e-8", Numbers.text(0x1p-24));
    assertEquals("7.1362384635298e44", Numbers.text(0x1p149));
    assertEquals("1.26217745e-29", Numbers.text(0x1p-96f));
  }
}
