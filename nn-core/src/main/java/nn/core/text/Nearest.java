package nn.core.text;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Suggests known names for one that was mistyped. */
public final class Nearest {
  private static final int MOST = 3;

  /** Closeness of names that merely contain what was asked for: after all mistyped ones. */
  private static final int CONTAINED = MOST + 1;

  private Nearest() {}

  /**
   * At most three known names, nearest first: those within a third of their length and 3 edits
   * (insert, delete, replace, swap neighbours), then those that contain the wanted name. Case does
   * not count. Equally near names are in alphabetical order.
   */
  public static List<String> of(String wanted, Collection<String> known) {
    return known.stream()
        .distinct()
        .filter(name -> closeness(wanted, name) <= CONTAINED)
        .sorted(comparing((String name) -> closeness(wanted, name)).thenComparing(name -> name))
        .limit(MOST)
        .collect(ImmutableList.toImmutableList());
  }

  /** {@code Did you mean a, b or c?}, or empty if nothing is near. */
  public static String question(String wanted, Collection<String> known) {
    List<String> near = of(wanted, known);
    return near.isEmpty() ? "" : "Did you mean " + alternatives(near) + "?";
  }

  private static String alternatives(List<String> names) {
    int last = names.size() - 1;
    String head = String.join(", ", names.subList(0, last));
    return head.isEmpty() ? names.get(last) : head + " or " + names.get(last);
  }

  private static int closeness(String wanted, String known) {
    String a = wanted.toLowerCase(Locale.ROOT);
    String b = known.toLowerCase(Locale.ROOT);
    int third = Math.max(1, Math.max(a.length(), b.length()) / 3);
    int allowed = Math.min(MOST, third);
    if (Math.abs(a.length() - b.length()) <= allowed) {
      int edits = edits(a, b);
      if (edits <= allowed) {
        return edits;
      }
    }
    return a.length() >= MOST && b.contains(a) ? CONTAINED : Integer.MAX_VALUE;
  }

  /** Edit distance in which swapping two neighbours is one edit. */
  private static int edits(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
    least = Math.min(least, d[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
