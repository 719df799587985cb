package nn.tck;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import nn.core.text.Numbers;

/** A broken rule in words; numbers look the same on every Java and in every country. */
final class Finding {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private Finding() {}

  /** The finding; every value stands for one {@code %s}. */
  static AssertionError of(String template, Object... values) {
    return new AssertionError(text(template, values));
  }

  /** Throws the finding unless the condition holds. */
  static void unless(boolean holds, String template, Object... values) {
    if (!holds) {
      throw of(template, values);
    }
  }

  /** What an exception says, or at least what it is. */
  static String message(Throwable e) {
    return Objects.requireNonNullElse(e.getMessage(), e.toString());
  }

  static String text(String template, Object... values) {
    return String.format(
        Locale.ROOT, template, Arrays.stream(values).map(Finding::shown).toArray());
  }

  /** A double to six digits, a float exactly. */
  private static String shown(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number)
          ? Numbers.text(new BigDecimal(number).round(SIX_DIGITS).doubleValue())
          : Numbers.text(number);
    }
    return value instanceof Float number ? Numbers.text(number) : String.valueOf(value);
  }
}
