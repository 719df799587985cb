package nn.core.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that a mistyped one was probably meant to be. */
final class Nearest {
  private Nearest() {}

  /**
   * The known word with the fewest edits from the wanted one, upper and lower case being equal;
   * nothing if even that one differs in more than a third of its letters (two are always allowed).
   */
  static Optional<String> of(String wanted, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(wanted, word) <= Math.max(2, word.length() / 3))
        .min(Comparator.comparingInt(word -> distance(wanted, word)));
  }

  /** Levenshtein's distance: how many letters to insert, delete or replace. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      above = nextLine(above, a.charAt(i - 1), b, i);
    }
    return above[b.length()];
  }

  private static int[] nextLine(int[] above, char letter, String b, int i) {
    int[] line = new int[above.length];
    line[0] = i;
    for (int j = 1; j < line.length; j++) {
      int replace = above[j - 1] + (letter == b.charAt(j - 1) ? 0 : 1);
      line[j] = Math.min(replace, 1 + Math.min(above[j], line[j - 1]));
    }
    return line;
  }
}
