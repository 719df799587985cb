package nn.core.explain;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import nn.api.Rows;
import nn.core.explain.Line.Kind;
import nn.core.network.Dense;
import nn.core.plugin.Plugins;

/** The lines of a section, while it is written. */
final class Lines {
  final Shown shown;
  private final ImmutableList.Builder<Line> lines = ImmutableList.builder();

  Lines(Shown shown) {
    this.shown = shown;
  }

  Section section(String title) {
    return new Section(title, lines.build());
  }

  /** Which layer is next. */
  void layer(ExplainedLayer layer, int index) {
    lines.add(new Line(Kind.HEADING, "Layer " + (index + 1) + ": " + words(layer)));
  }

  private static String words(ExplainedLayer layer) {
    return layer.layer() instanceof Dense dense
        ? Line.count(dense.units(), "unit", "units") + ", " + Plugins.nameOf(dense.activation())
        : layer.name();
  }

  void words(String format, Object... values) {
    lines.add(new Line(Kind.WORDS, String.format(Locale.ROOT, format, values)));
  }

  void equation(String text) {
    lines.add(new Line(Kind.EQUATION, text));
  }

  /** Says which row is next, if there are several. */
  void row(int r, int rows) {
    if (rows > 1) {
      words("Row %d:", r + 1);
    }
  }

  /** How many of them are shown. */
  int units(int units) {
    return Math.min(units, shown.units());
  }

  /** How many of the rows are shown. */
  int rows(int rows) {
    return Math.min(rows, shown.rows());
  }

  /** Says how many were left out. */
  void more(int all, int written, String one, String many) {
    if (all > written) {
      words("... %s", Line.count(all - written, "more " + one, "more " + many));
    }
  }

  /** A row of numbers as a list. */
  void list(String name, Rows rows, int r) {
    list(name, "", rows, r);
  }

  /**
   * A row of numbers that a function gave.
   *
   * @param function how they came about, or empty
   */
  void list(String name, String function, Rows rows, int r) {
    boolean whole = true;
    for (int j = 0; j < rows.width(); j++) {
      whole &= Figure.isWhole(rows.get(r, j));
    }
    String how = function.isEmpty() ? "" : " = " + function;
    equation(name + how + Figure.relation(whole && how.isEmpty()) + list(rows, r));
  }

  /** The numbers of a row in parentheses. */
  String list(Rows rows, int r) {
    StringBuilder text = new StringBuilder("(");
    int most = units(rows.width());
    for (int j = 0; j < most; j++) {
      text.append(j == 0 ? "" : ", ").append(Figure.of(rows.get(r, j)).text());
    }
    int more = rows.width() - most;
    return text.append(more > 0 ? ", ... " + Line.count(more, "more", "more") + ")" : ")")
        .toString();
  }
}
