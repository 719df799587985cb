package nn.core.explain;

import java.math.BigDecimal;
import nn.core.text.Numbers;

/**
 * A number as it is printed.
 *
 * @param text at most six significant digits
 */
record Figure(String text) {
  /** Enough to follow the arithmetic, and fewer than the noise of float. */
  static final int DIGITS = 6;

  /** The printed form of a number. */
  static Figure of(double number) {
    return new Figure(number == 0 ? "0" : Numbers.text(number, DIGITS));
  }

  /** Whether it is a number at all: neither nan nor infinite. */
  boolean isFinite() {
    return Numbers.isNumber(text);
  }

  /** Exactly what is printed; 0 for what is no number. */
  BigDecimal value() {
    return isFinite() ? new BigDecimal(text) : BigDecimal.ZERO;
  }

  /** The same as a double; NaN for what is no number. */
  double number() {
    return isFinite() ? Double.parseDouble(text) : Double.NaN;
  }

  /** The sign between an expression and what it equals: whether it does so to the last digit. */
  static String relation(boolean exact) {
    return exact ? " = " : " ~ ";
  }

  /** Whether a computed value is the printed one, but for the noise of double. */
  boolean is(double computed) {
    return Math.abs(computed - number()) <= 1e-10 * Math.abs(number());
  }

  /** {@code name = result}; the sign says whether the float has further digits that mean much. */
  static String equation(String name, float number) {
    return name + relation(isWhole(number)) + of(number).text;
  }

  /** Whether nothing but the noise of float is lost when the number is printed. */
  static boolean isWhole(float number) {
    return Math.abs(of(number).number() - number) <= 2 * Math.ulp(number);
  }
}
