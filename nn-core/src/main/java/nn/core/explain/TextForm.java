package nn.core.explain;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Locale;

/** An explained step as text of 80 columns. */
final class TextForm {
  /** What the sign means; said once, where it occurs. */
  static final String LEGEND =
      "Numbers are printed with up to "
          + Figure.DIGITS
          + " digits: = is exact as printed, ~ is rounded.";

  private static final int COLUMNS = 80;

  private TextForm() {}

  static String of(ExplainedStep step, Shown shown) {
    StringBuilder text = new StringBuilder(step.title()).append('\n');
    ImmutableList<Section> sections = step.sections(shown);
    if (isRounded(sections)) {
      text.append(LEGEND).append('\n');
    }
    for (Section section : sections) {
      text.append('\n').append(section.title().toUpperCase(Locale.ROOT)).append('\n');
      section.lines().forEach(line -> wrap(line, text));
    }
    return text.toString();
  }

  /** Whether a result anywhere is a rounded one. */
  static boolean isRounded(ImmutableList<Section> sections) {
    return sections.stream()
        .flatMap(section -> section.lines().stream())
        .anyMatch(line -> line.text().contains(Figure.relation(false)));
  }

  /** Breaks between words; what follows stands further in than any line begins. */
  private static void wrap(Line line, StringBuilder out) {
    String indent = line.kind() == Line.Kind.HEADING ? "  " : "    ";
    String further = "          ";
    int column = 0;
    for (String word : Splitter.on(' ').split(line.text())) {
      if (column == 0) {
        out.append(indent).append(word);
        column = indent.length() + word.length();
      } else if (column + 1 + word.length() <= COLUMNS) {
        out.append(' ').append(word);
        column += 1 + word.length();
      } else {
        out.append('\n').append(further).append(word);
        column = further.length() + word.length();
      }
    }
    out.append('\n');
  }
}
