package nn.core.eval;

import com.google.common.base.Strings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a confusion matrix as aligned text. */
final class ConfusionText {
  private static final int LINE = 80;
  private static final int LONGEST_LABEL = 16;
  private static final int MOST_CONFUSIONS = 10;

  /** One kind of mistake. */
  private record Confusion(String actual, String predicted, long count) {
    String line() {
      return String.format(Locale.ROOT, "%6d  %s taken for %s\n", count, actual, predicted);
    }
  }

  private final ConfusionMatrix matrix;
  private final List<String> labels;
  private final int labelWidth;
  private final int cellWidth;

  private ConfusionText(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.labels = matrix.labels().stream().map(ConfusionText::shortened).toList();
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
    return Strings.padEnd(label, labelWidth, ' ')
        + cells.map(cell -> Strings.padStart(cell, cellWidth, ' ')).collect(Collectors.joining())
        + "\n";
  }

  private String confusions() {
    String lines =
        mistakes()
            .sorted(Comparator.comparingLong(Confusion::count).reversed())
            .limit(MOST_CONFUSIONS)
            .map(Confusion::line)
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
                    .mapToObj(
                        j -> new Confusion(labels.get(i), labels.get(j), matrix.count(i, j))));
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
    return texts.mapToInt(String::length).max().orElse(0);
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 2) + "..";
  }
}
