package nn.core.data;

import com.google.common.base.CharMatcher;
import com.google.common.collect.Multiset;
import java.util.stream.Collectors;
import nn.core.data.Cells.Kind;

/** What is said of a cell that should be a number and is none: the rest of a sentence about it. */
final class NoNumber {
  /** What surrounds the digits in a number that is written for people. */
  static final CharMatcher DRESS = CharMatcher.anyOf("$€£¥%,'_").or(CharMatcher.whitespace());

  private static final String INFINITE =
      "is no finite number; correct it, or leave the cell empty.";

  private NoNumber() {}

  /** In a column that is known to be one of numbers. */
  static String known(Kind kind, String cell) {
    return switch (kind) {
      case INFINITE -> INFINITE;
      case DECORATED -> decorated(cell) + "; write it like 1200.5.";
      default -> "is no number, the column is one of numbers; correct it, or leave the cell empty.";
    };
  }

  /**
   * The first one in a column that may not be one of numbers at all.
   *
   * @param kinds what all cells of the column are
   * @param wayOut what to do if the column is none of numbers
   */
  static String first(Kind kind, String cell, Multiset<Kind> kinds, String wayOut) {
    String remedy = share(kinds) + "; %s, or " + wayOut + ".";
    return switch (kind) {
      case INFINITE -> INFINITE;
      case DECORATED -> decorated(cell) + remedy.formatted("write numbers like 1200.5");
      default -> "is no number" + remedy.formatted("correct such cells or leave them empty");
    };
  }

  private static String share(Multiset<Kind> kinds) {
    int none = kinds.count(Kind.DECORATED) + kinds.count(Kind.WORD);
    int filled = kinds.size() - kinds.count(Kind.MISSING);
    String such = none == 1 ? "the only such cell" : "the first of " + none + " such cells";
    return ", " + such + " among " + filled + " filled ones";
  }

  private static String decorated(String cell) {
    String dress =
        DRESS
            .retainFrom(cell)
            .chars()
            .mapToObj(c -> name((char) c))
            .distinct()
            .collect(Collectors.joining(" and "));
    return "is no plain number because of " + dress;
  }

  private static String name(char dress) {
    return CharMatcher.whitespace().matches(dress) ? "the space" : "the \"" + dress + "\"";
  }
}
