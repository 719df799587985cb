package nn.core.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises columns that only name their row, from which nothing can be learnt. */
final class Identifiers {
  /** Of ten filled cells, so many must differ for text to be an identifier. */
  private static final int DISTINCT_OF_TEN = 9;

  /** Beyond it a {@code double} does not tell neighbouring whole numbers apart. */
  private static final double LARGEST = 0x1.0p53;

  private Identifiers() {}

  /** Why the column is an identifier, as the rest of a sentence; nothing if it is none. */
  static Optional<String> reason(ColumnKind kind, List<String> cells) {
    return switch (kind) {
      case EMPTY -> Optional.empty();
      case TEXT -> text(cells);
      case NUMBERS -> numbers(cells);
    };
  }

  private static Optional<String> text(List<String> cells) {
    List<String> filled = cells.stream().filter(cell -> !Cells.isMissing(cell)).toList();
    boolean nearlyAll = 10 * new HashSet<>(filled).size() >= DISTINCT_OF_TEN * filled.size();
    return filled.size() > 1 && nearlyAll
        ? Optional.of("is an identifier: text that differs in nearly every row")
        : Optional.empty();
  }

  private static Optional<String> numbers(List<String> cells) {
    if (cells.size() < 2 || !areDistinctWholeNumbers(cells)) {
      return Optional.empty();
    }
    if (cells.stream().anyMatch(Identifiers::hasLeadingZero)) {
      return Optional.of("is an identifier: distinct whole numbers with leading zeros");
    }
    return countsUp(cells)
        ? Optional.of("is an identifier: whole numbers that count up by one")
        : Optional.empty();
  }

  private static boolean areDistinctWholeNumbers(List<String> cells) {
    if (cells.stream().anyMatch(Cells::isMissing)) {
      return false;
    }
    Set<Double> values = cells.stream().map(Double::valueOf).collect(Collectors.toSet());
    return values.size() == cells.size()
        && values.stream().allMatch(x -> x == Math.rint(x) && Math.abs(x) < LARGEST);
  }

  private static boolean hasLeadingZero(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1));
  }

  /** Without gaps, in whatever order: a shuffled file keeps its identifiers. */
  private static boolean countsUp(List<String> cells) {
    double least = cells.stream().mapToDouble(Double::parseDouble).min().orElseThrow();
    double most = cells.stream().mapToDouble(Double::parseDouble).max().orElseThrow();
    return most - least == cells.size() - 1;
  }
}
