package nn.demo.story;

import java.util.Locale;

/** Numbers as the story writes them: fixed digits, grouped thousands, no sign before a zero. */
public final class Numerals {
  private Numerals() {}

  /** Whole dollars: {@code $350,000}, {@code -$50,000}. */
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
    String size = String.format(Locale.ROOT, "%,." + digits + "f", Math.abs(amount));
    return sign(amount, size) + "$" + size;
  }

  private static String sign(double value, String size) {
    boolean zero = size.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
    return value < 0 && !zero ? "-" : "";
  }
}
