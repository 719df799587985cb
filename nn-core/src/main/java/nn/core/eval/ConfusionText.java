package nn.core.eval;

import com.google.common.base.Strings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.core.text.Columns;
import nn.core.text.Visible;

/** Writes a confusion matrix as aligned text. */
final class ConfusionText {
  private static final int LINE = 80;
  private static final int LONGEST_IN_TABLE = 16;

  /** Two of them in a line, beside a count and the words between. */
  private static final int LONGEST_IN_LIST = 30;

  private static final int MOST_CONFUSIONS = 10;
  private static final String GAP = "..";

  /** One kind of mistake. */
  private record Confusion(int actual, int predicted, long count) {
    String line(List<String> labels) {
      return String.format(
          Locale.ROOT, "%6d  %s taken for %s\n", count, labels.get(actual), labels.get(predicted));
    }
  }

  private final ConfusionMatrix matrix;
  private final List<String> names;
  private final List<String> labels;
  private final int labelWidth;
  private final int cellWidth;

  private ConfusionText(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.names = matrix.labels().stream().map(Visible::of).toList();
    this.labels = shortened(names, LONGEST_IN_TABLE);
    this.labelWidth = Math.max("actual".length(), longest(labels.stream()));
    this.cellWidth = 2 + longest(Stream.concat(labels.stream(), numbers()));
  }

  static String of(ConfusionMatrix matrix) {
    ConfusionText text = new ConfusionText(matrix);
    int width = text.labelWidth + text.cellWidth * text.labels.size();
    return width <= LINE ? text.table() : text.confusions();
  }

  private String table() {
    String head = line("actual", labels.stream());
    String body =
        classes()
            .mapToObj(i -> line(labels.get(i), classes().mapToObj(j -> number(i, j))))
            .collect(Collectors.joining());
    return Strings.repeat(" ", labelWidth + 2) + "predicted\n" + head + body;
  }

  private String line(String label, Stream<String> cells) {
    return label
        + blanks(labelWidth, label)
        + cells.map(cell -> blanks(cellWidth, cell) + cell).collect(Collectors.joining())
        + "\n";
  }

  private static String blanks(int width, String text) {
    return Strings.repeat(" ", width - Columns.of(text));
  }

  private String confusions() {
    List<String> listed = shortened(names, LONGEST_IN_LIST);
    String lines =
        mistakes()
            .sorted(Comparator.comparingLong(Confusion::count).reversed())
            .limit(MOST_CONFUSIONS)
            .map(confusion -> confusion.line(listed))
            .collect(Collectors.joining());
    return lines.isEmpty() ? "No row was taken for another class.\n" : lines;
  }

  private Stream<Confusion> mistakes() {
    return classes()
        .boxed()
        .flatMap(
            i ->
                classes()
                    .filter(j -> j != i && matrix.count(i, j) > 0)
                    .mapToObj(j -> new Confusion(i, j, matrix.count(i, j))));
  }

  private Stream<String> numbers() {
    return classes().boxed().flatMap(i -> classes().mapToObj(j -> number(i, j)));
  }

  private String number(int actual, int predicted) {
    return Long.toString(matrix.count(actual, predicted));
  }

  private IntStream classes() {
    return IntStream.range(0, matrix.labels().size());
  }

  private static int longest(Stream<String> texts) {
    return texts.mapToInt(Columns::of).max().orElse(0);
  }

  /**
   * At most so many columns each: the ends left out, where some would look alike the middles, and
   * where that does not tell them apart nothing.
   */
  private static List<String> shortened(List<String> labels, int longest) {
    int kept = longest - GAP.length();
    return Stream.of(0, kept / 2)
        .map(tail -> labels.stream().map(label -> shortened(label, kept - tail, tail)).toList())
        .filter(texts -> Set.copyOf(texts).size() == Set.copyOf(labels).size())
        .findFirst()
        .orElse(labels);
  }

  private static String shortened(String label, int head, int tail) {
    return Columns.of(label) <= head + tail + GAP.length()
        ? label
        : Columns.first(label, head) + GAP + Columns.last(label, tail);
  }
}
