package nn.core.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Recognises columns that only name their row, from which nothing can be learnt. */
final class Identifiers {
  /** Of ten filled cells, so many must differ for text to be an identifier. */
  private static final int DISTINCT_OF_TEN = 9;

  /** Beyond it a {@code double} does not tell neighbouring whole numbers apart. */
  private static final double LARGEST = 0x1.0p53;

  private Identifiers() {}

  /** Why the column is an identifier, as the rest of a sentence; nothing if it is none. */
  static Optional<String> reason(Column column) {
    if (column instanceof Column.Text text) {
      return reason(text);
    }
    return column instanceof Column.Numbers numbers ? reason(numbers) : Optional.empty();
  }

  private static Optional<String> reason(Column.Text text) {
    List<String> filled = text.cells().stream().filter(cell -> !Cells.isMissing(cell)).toList();
    boolean nearlyAll = 10 * new HashSet<>(filled).size() >= DISTINCT_OF_TEN * filled.size();
    return filled.size() > 1 && nearlyAll
        ? Optional.of("is an identifier: text that differs in nearly every row")
        : Optional.empty();
  }

  private static Optional<String> reason(Column.Numbers numbers) {
    double[] sorted = numbers.values().clone();
    Arrays.sort(sorted);
    if (sorted.length < 2 || !areWhole(sorted) || !areDistinct(sorted)) {
      return Optional.empty();
    }
    if (numbers.cells().stream().anyMatch(Identifiers::hasLeadingZero)) {
      return Optional.of("is an identifier: distinct whole numbers with leading zeros");
    }
    return countsUp(sorted)
        ? Optional.of("is an identifier: whole numbers that count up by one")
        : Optional.empty();
  }

  /** A missing cell, NaN, is no whole number either. */
  private static boolean areWhole(double[] values) {
    return Arrays.stream(values).allMatch(x -> x == Math.rint(x) && Math.abs(x) < LARGEST);
  }

  private static boolean areDistinct(double[] sorted) {
    return IntStream.range(1, sorted.length).allMatch(i -> sorted[i - 1] < sorted[i]);
  }

  private static boolean hasLeadingZero(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1));
  }

  /** Without gaps, in whatever order: a shuffled file keeps its identifiers. */
  private static boolean countsUp(double[] sorted) {
    return sorted[sorted.length - 1] - sorted[0] == sorted.length - 1;
  }
}
