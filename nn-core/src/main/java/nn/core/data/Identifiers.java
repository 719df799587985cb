package nn.core.data;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.Arrays;
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
    Multiset<String> filled = HashMultiset.create(text.cells());
    filled.elementSet().removeIf(Cells::isMissing);
    boolean nearlyAll = 10 * filled.elementSet().size() >= DISTINCT_OF_TEN * filled.size();
    return filled.size() > 1 && nearlyAll
        ? Optional.of("is an identifier: text that differs in nearly every row")
        : Optional.empty();
  }

  private static Optional<String> reason(Column.Numbers numbers) {
    double[] values = numbers.values();
    if (values.length < 2 || !areWhole(values)) {
      return Optional.empty();
    }
    boolean withZeros = numbers.cells().stream().anyMatch(Identifiers::hasLeadingZero);
    if (!(withZeros || fillTheirRange(values)) || !areDistinct(values)) {
      return Optional.empty();
    }
    return Optional.of(
        withZeros
            ? "is an identifier: distinct whole numbers with leading zeros"
            : "is an identifier: whole numbers that count up by one");
  }

  /** A missing cell, NaN, is no whole number either. */
  private static boolean areWhole(double[] values) {
    return Arrays.stream(values).allMatch(x -> x == Math.rint(x) && Math.abs(x) < LARGEST);
  }

  private static boolean hasLeadingZero(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1));
  }

  /** Distinct ones then count up by one, in whatever order: a shuffled file keeps them. */
  private static boolean fillTheirRange(double[] values) {
    double least = Arrays.stream(values).min().orElse(0);
    return Arrays.stream(values).max().orElse(0) - least == values.length - 1;
  }

  private static boolean areDistinct(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return IntStream.range(1, sorted.length).allMatch(i -> sorted[i - 1] < sorted[i]);
  }
}
