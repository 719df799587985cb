package nn.core.data;

import com.google.common.base.CharMatcher;
import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The cells of one column of a table, and what they say: each is parsed once. */
final class Cells {
  /** What a cell can be taken for. */
  enum Kind {
    /** Empty, or one of the words that stand for nothing. */
    MISSING,
    /** A finite decimal number. */
    NUMBER,
    /** An infinity, or a number too large for a {@code double}. */
    INFINITE,
    /** A number in dress: with thousands or decimal commas, a currency or a percent sign. */
    DECORATED,
    /** Anything else. */
    WORD
  }

  private static final ImmutableSet<String> NOTHING =
      ImmutableSet.of("", "na", "n/a", "#n/a", "<na>", "nan", "null", "none", "?");
  private static final ImmutableSet<String> INFINITE = ImmutableSet.of("inf", "infinity");
  private static final CharMatcher SIGN = CharMatcher.anyOf("+-");

  private final Table table;
  private final String column;
  private final List<String> texts;

  /** NaN where the cell is no finite number. */
  private final double[] numbers;

  /** What other texts are, as far as somebody asked; they come again and again. */
  private final Map<String, Kind> words = new ConcurrentHashMap<>();

  /** Parses a column; to be had from {@link Table#cells}, which does so once. */
  Cells(Table table, String column) {
    this.table = table;
    this.column = column;
    texts = table.column(column);
    numbers = texts.stream().mapToDouble(Cells::parse).toArray();
  }

  private static double parse(String cell) {
    double number = isDecimal(cell) ? Double.parseDouble(cell) : Double.NaN;
    return Double.isFinite(number) ? number : Double.NaN;
  }

  Kind kind(int row) {
    return Double.isNaN(numbers[row])
        ? words.computeIfAbsent(texts.get(row), Cells::kind)
        : Kind.NUMBER;
  }

  boolean isMissing(int row) {
    return kind(row) == Kind.MISSING;
  }

  /**
   * The number in one cell, NaN if it is missing.
   *
   * @throws DataException if it is neither; the message names column and line
   */
  double number(int row) {
    return Double.isNaN(numbers[row]) ? noNumber(row) : numbers[row];
  }

  private double noNumber(int row) {
    if (isMissing(row)) {
      return Double.NaN;
    }
    throw table.complaint(column, row, NoNumber.known(kind(row), texts.get(row)));
  }

  /** What all cells can be taken for. */
  Multiset<Kind> kinds() {
    return IntStream.range(0, numbers.length)
        .mapToObj(this::kind)
        .collect(Collectors.toCollection(() -> EnumMultiset.create(Kind.class)));
  }

  /**
   * The numbers in all cells, NaN where one is missing.
   *
   * @param wayOut what to do if the column is none of numbers, for the message
   * @throws DataException if there is something else; the message names the first such cell
   */
  double[] numbers(String wayOut) {
    for (int row = 0; row < numbers.length; row++) {
      if (Double.isNaN(numbers[row]) && !isMissing(row)) {
        throw table.complaint(
            column, row, NoNumber.first(kind(row), texts.get(row), kinds(), wayOut));
      }
    }
    return numbers.clone();
  }

  static Kind kind(String cell) {
    if (isDecimal(cell)) {
      return Double.isInfinite(Double.parseDouble(cell)) ? Kind.INFINITE : Kind.NUMBER;
    }
    String word = cell.toLowerCase(Locale.ROOT);
    if (NOTHING.contains(word)) {
      return Kind.MISSING;
    }
    if (INFINITE.contains(SIGN.trimLeadingFrom(word))) {
      return Kind.INFINITE;
    }
    return isDecimal(NoNumber.DRESS.removeFrom(word)) ? Kind.DECORATED : Kind.WORD;
  }

  static boolean isMissing(String cell) {
    return kind(cell) == Kind.MISSING;
  }

  static boolean isNumber(String cell) {
    return kind(cell) == Kind.NUMBER;
  }

  /**
   * Digits with at most one point among or around them, perhaps signed, perhaps with an exponent.
   */
  private static boolean isDecimal(String cell) {
    int start = afterSign(cell, 0);
    int point = afterDigits(cell, start);
    boolean hasPoint = point < cell.length() && cell.charAt(point) == '.';
    int end = hasPoint ? afterDigits(cell, point + 1) : point;
    boolean hasDigits = end - start > (hasPoint ? 1 : 0);
    return hasDigits && (end == cell.length() || isExponent(cell, end));
  }

  private static boolean isExponent(String cell, int at) {
    int start = afterSign(cell, at + 1);
    int end = afterDigits(cell, start);
    return "eE".indexOf(cell.charAt(at)) >= 0 && end > start && end == cell.length();
  }

  private static int afterSign(String cell, int at) {
    return at < cell.length() && SIGN.matches(cell.charAt(at)) ? at + 1 : at;
  }

  private static int afterDigits(String cell, int at) {
    int end = at;
    while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
