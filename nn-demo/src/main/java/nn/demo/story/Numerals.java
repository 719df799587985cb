package nn.demo.story;

import java.util.Locale;

/** Numbers as the story writes them: fixed digits, grouped thousands, no sign before a zero. */
public final class Numerals {
  /** From here on an amount of dollars is the sign of an explosion; its zeros tell nothing. */
  private static final double FORTUNE = 1e8;

  private Numerals() {}

  /** Whole dollars: {@code $350,000}, {@code -$50,000}; from 100 million on {@code $1.25e+08}. */
  public static String dollars(double amount) {
    return money(amount, 0);
  }

  /** Dollars and cents: {@code $199.96}. */
  public static String cents(double amount) {
    return money(amount, 2);
  }

  /** A number with so many digits after the point: {@code 2,500,000,000}, {@code -1.4000}. */
  public static String decimal(double value, int digits) {
    String size = String.format(Locale.ROOT, "%,." + digits + "f", Math.abs(value));
    return sign(value, size) + size;
  }

  /** A share of 1 as {@code 66.3 %}. */
  public static String percent(double share, int digits) {
    return decimal(100 * share, digits) + " %";
  }

  /** A very small or large number: {@code 9.5e-07}. */
  public static String scientific(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "e", value == 0 ? 0.0 : value);
  }

  private static String money(double amount, int digits) {
    double dollars = Math.abs(amount);
    String size =
        dollars < FORTUNE
            ? String.format(Locale.ROOT, "%,." + digits + "f", dollars)
            : scientific(dollars, 2);
    return sign(amount, size) + "$" + size;
  }

  private static String sign(double value, String size) {
    boolean zero = size.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
    return value < 0 && !zero ? "-" : "";
  }
}
