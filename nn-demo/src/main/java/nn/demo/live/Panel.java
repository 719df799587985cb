package nn.demo.live;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nn.core.text.Numbers;
import nn.core.train.Health;

/** A {@link Snapshot} as lines that fit the screen: a bar, the numbers, the history of the loss. */
final class Panel {
  /** Below so many columns it would have to leave out what matters. */
  static final int LEAST_COLUMNS = 39;

  private static final int LEAST_BAR = 5;

  /** Columns of the left half if nothing in it is long, and those that both halves need. */
  private static final int LEFT = 34;

  private static final int BOTH = 58;

  /** Blanks between the halves, at least. */
  private static final int GAP = 2;

  private static final int MOST_PLOT = 7;
  private static final int LEAST_PLOT = 3;

  private final Snapshot now;
  private final int columns;
  private final int rows;

  private Panel(Snapshot now, int columns, int rows) {
    this.now = now;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * At most so many lines of at most so many columns; what matters least is left out, and nothing
   * is cut, so that every number is whole.
   */
  static List<String> lines(Snapshot now, int columns, int rows) {
    return new Panel(now, columns, rows).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(bar());
    lines.addAll(numbers());
    if (now.health() != null) {
      lines.add(verdict(HealthWords.verdict(now.health())));
    }
    lines.removeIf(line -> !fits(line));
    // A blank line before the plot and an axis below it.
    int plot = Math.min(MOST_PLOT, rows - lines.size() - 2);
    if (plot >= LEAST_PLOT && columns >= BOTH && now.history().bins() > 1) {
      lines.add("");
      lines.addAll(LossPlot.of(now.history(), columns, plot));
    }
    return lines.subList(0, Math.min(rows, lines.size()));
  }

  private boolean fits(String line) {
    return line.length() <= columns;
  }

  /** The text if it fits, else the shorter one. */
  private String fitting(String text, String shorter) {
    return fits(text) ? text : shorter;
  }

  private String bar() {
    String left = "Epoch %d of %d ".formatted(now.epoch(), now.epochs());
    String part = String.format(Locale.ROOT, " %3d %%", (int) (100 * now.share()));
    String right = part + "  " + now.time();
    int places = columns - left.length() - right.length() - 2;
    return places < LEAST_BAR
        ? fitting(left.strip() + right, left.strip() + part)
        : left + "[" + bar(places) + "]" + right;
  }

  private String bar(int places) {
    int done = (int) (places * now.share());
    boolean moving = done > 0 && done < places;
    String line = "=".repeat(moving ? done - 1 : done) + (moving ? ">" : "");
    return line + " ".repeat(places - done);
  }

  /** Both halves beside each other if they fit, else one below the other. */
  private List<String> numbers() {
    List<String> lines = besides(losses(), health());
    return columns >= BOTH && lines.stream().allMatch(this::fits)
        ? lines
        : below(losses(), health());
  }

  private List<String> losses() {
    List<String> rows = new ArrayList<>();
    rows.add(row("training", LossText.of(now.training())));
    if (!Double.isNaN(now.validation())) {
      rows.add(row("validation", LossText.of(now.validation())));
      rows.add(best(row("best", LossText.of(now.best()))));
      if (now.patience() > 0) {
        rows.add(row("patience", now.left() + " of " + now.patience() + " epochs"));
      }
    }
    return rows;
  }

  private String best(String loss) {
    return fitting(loss + " (epoch " + now.bestEpoch() + ")", loss);
  }

  /** The verdict, without what helps where that does not fit. */
  private String verdict(String verdict) {
    String whole = row("health", verdict);
    return fitting(whole, whole.replaceFirst(":.*", ""));
  }

  private List<String> health() {
    List<String> rows = new ArrayList<>();
    rows.add(row("rate", Numbers.text(now.rate(), 3)));
    Health health = now.health();
    if (health != null) {
      rows.add(row("step/weight", HealthWords.steps(health)));
      rows.add(row("gradient", Numbers.text(health.gradient(), 2)));
      if (health.hiddenUnits() > 0) {
        rows.add(row("dead units", HealthWords.dead(health)));
      }
    }
    return rows;
  }

  private static String row(String name, String value) {
    return String.format(Locale.ROOT, "  %-11s %s", name, value);
  }

  private static List<String> besides(List<String> left, List<String> right) {
    List<String> lines = new ArrayList<>();
    int widest = left.stream().mapToInt(String::length).max().orElse(0);
    int start = Math.max(LEFT, widest + GAP);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String one = i < left.size() ? left.get(i) : "";
      String rest = i < right.size() ? right.get(i).strip() : "";
      lines.add(Strings.padEnd(one, start, ' ').concat(rest).stripTrailing());
    }
    return lines;
  }

  private static List<String> below(List<String> above, List<String> below) {
    List<String> lines = new ArrayList<>(above);
    lines.addAll(below);
    return lines;
  }
}
