package nn.core.explain;

import java.util.Locale;

/**
 * One line of an explained step.
 *
 * @param kind what it is
 * @param text the line; an equation is {@code name = arithmetic = result}, with {@code ~} in place
 *     of {@code =} where what is printed is equal only after rounding
 */
public record Line(Kind kind, String text) {
  /** What a line is. */
  public enum Kind {
    /** Which layer the following lines are about. */
    HEADING,
    /** A sentence. */
    WORDS,
    /** Arithmetic. */
    EQUATION
  }

  /** A number of things: {@code 1 row}, {@code 65,527 rows}. */
  static String count(int number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }
}
