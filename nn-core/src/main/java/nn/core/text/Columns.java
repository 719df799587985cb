package nn.core.text;

import com.google.common.collect.Lists;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Columns that text takes on a terminal: two for a wide character, such as a Chinese one, and none
 * for a mark on the one before. Terminals do not agree on pictures made of several pictures.
 */
public final class Columns {
  /** What a person calls a character. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private static final Pattern NONE = Pattern.compile("[\\p{Mn}\\p{Me}\\p{Cf}]");

  /** Wide and fullwidth in Unicode's annex 11, by scripts and blocks. */
  private static final Pattern WIDE =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}\\p{IsBopomofo}\\x{3000}-\\x{303E}"
              + "\\x{FF01}-\\x{FF60}\\x{FFE0}-\\x{FFE6}\\x{1F300}-\\x{1F64F}\\x{1F680}-\\x{1F6FF}"
              + "\\x{1F900}-\\x{1FAFF}&&[^\\x{FF61}-\\x{FFDC}]]");

  private Columns() {}

  /** Columns of one line. */
  public static int of(String text) {
    String seen = NONE.matcher(text).replaceAll("");
    return seen.codePointCount(0, seen.length()) + (int) WIDE.matcher(seen).results().count();
  }

  /** As many whole characters at the start as fit so many columns. */
  public static String first(String text, int columns) {
    return String.join("", fitting(characters(text), columns));
  }

  /** As many whole characters at the end as fit so many columns. */
  public static String last(String text, int columns) {
    return String.join("", Lists.reverse(fitting(Lists.reverse(characters(text)), columns)));
  }

  private static List<String> characters(String text) {
    return CHARACTER.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<String> fitting(List<String> characters, int columns) {
    int count = 0;
    int left = columns;
    while (count < characters.size() && of(characters.get(count)) <= left) {
      left -= of(characters.get(count));
      count++;
    }
    return characters.subList(0, count);
  }
}
