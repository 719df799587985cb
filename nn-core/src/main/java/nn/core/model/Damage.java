package nn.core.model;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;

/** What is wrong inside a file, as a clause; the reader adds the file's name and the remedy. */
final class Damage extends Exception {
  private static final long serialVersionUID = 1L;

  Damage(String template, Object... values) {
    super(Strings.lenientFormat(template, values));
  }

  /** Text out of a file that may be anybody's: shortened, without control characters, quoted. */
  static String quoted(String text) {
    String shown = CharMatcher.javaIsoControl().replaceFrom(text, '?');
    return "'" + Ascii.truncate(shown, 60, "...") + "'";
  }
}
