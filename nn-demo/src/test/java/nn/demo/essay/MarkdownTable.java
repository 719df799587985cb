package nn.demo.essay;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of an essay: numbers to the right, the first column to the left. */
final class MarkdownTable {
  private final StringBuilder text = new StringBuilder();

  private MarkdownTable(List<String> heads) {
    line(heads.stream());
    text.append("|---|").append("--:|".repeat(heads.size() - 1)).append('\n');
  }

  /** A table that has its head. */
  static MarkdownTable of(String... heads) {
    return new MarkdownTable(List.of(heads));
  }

  /** One more row, cell by cell. */
  MarkdownTable row(String... cells) {
    line(Stream.of(cells));
    return this;
  }

  private void line(Stream<String> cells) {
    text.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing();
  }
}
