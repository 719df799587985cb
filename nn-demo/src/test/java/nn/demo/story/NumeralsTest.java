package nn.demo.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumeralsTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void dollarsHaveTheirSignInFront() {
    assertEquals("-$50,000", Numerals.dollars(-50_000));
    assertEquals("$199.96", Numerals.cents(199.961));
    assertEquals("-$0.50", Numerals.cents(-0.5));
    assertEquals("-$99,999,999", Numerals.dollars(-99_999_999));
    assertEquals("-$1.25e+08", Numerals.dollars(-125_000_000));
  }

  @Test
  void whatRoundsToZeroHasNoSign() {
    assertEquals("$0", Numerals.dollars(-0.4));
    assertEquals("0.00", Numerals.decimal(-0.001, 2));
    assertEquals("-0.01", Numerals.decimal(-0.006, 2));
  }

  @Test
  void numbersLookTheSameInEveryCountry() {
    Locale.setDefault(Locale.GERMANY);
    assertEquals("2,500,000,000", Numerals.decimal(2.5e9, 0));
    assertEquals("66.3 %", Numerals.percent(0.6631, 1));
    assertEquals("9.5e-07", Numerals.scientific(9.54e-7, 1));
  }
}
