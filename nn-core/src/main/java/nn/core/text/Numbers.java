package nn.core.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Numbers as text: the fewest digits that read back exactly, the same on every Java runtime and in
 * every locale. {@link Double#toString} is neither shortest nor the same on 17 and 25.
 */
public final class Numbers {
  private static final Pattern FORM =
      Pattern.compile("[-+]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][-+]?+\\d++)?+");

  /** Decimal exponents that are written plainly: 0.0001 and 1234567890 but 1e-5 and 1e10. */
  private static final int LEAST_PLAIN = -4;

  private static final int MOST_PLAIN = 9;

  private Numbers() {}

  /** Whether the text is a number: plain decimal or exponent form, no hex, letters or NaN. */
  public static boolean isNumber(String text) {
    return FORM.matcher(text).matches();
  }

  /** The shortest text; infinity and nan as words. */
  public static String text(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
      return special(value);
    }
    return shortest(new BigDecimal(value), 17, near -> near.doubleValue() == value);
  }

  /** The shortest text that reads back as the same float. */
  public static String text(float value) {
    if (Float.isNaN(value) || Float.isInfinite(value) || value == 0) {
      return special(value);
    }
    return shortest(new BigDecimal(value), 9, near -> near.floatValue() == value);
  }

  /**
   * The number rounded to so many significant digits, zeros at the end left out; infinity and nan
   * as words.
   */
  public static String text(double value, int digits) {
    return Double.isNaN(value) || Double.isInfinite(value) || value == 0
        ? special(value)
        : layout(rounded(new BigDecimal(value), digits));
  }

  private static String special(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = Math.copySign(1, value) < 0 ? "-" : "";
    return sign + (value == 0 ? "0" : "infinity");
  }

  /** By halving: of more digits none are farther from the number, so what reads back stays so. */
  private static String shortest(BigDecimal exact, int most, Predicate<BigDecimal> readsBack) {
    int tooFew = 0;
    int enough = most;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      if (readsBack.test(rounded(exact, middle))) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return layout(rounded(exact, enough));
  }

  private static BigDecimal rounded(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String layout(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= LEAST_PLAIN && exponent <= MOST_PLAIN) {
      return number.toPlainString();
    }
    return number.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
