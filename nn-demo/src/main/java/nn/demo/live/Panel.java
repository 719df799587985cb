package nn.demo.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nn.core.text.Numbers;
import nn.core.train.Health;

/** A {@link Snapshot} as lines that fit the screen: a bar, the numbers, the history of the loss. */
final class Panel {
  private static final int LEAST_BAR = 5;

  /** Columns of the left half, and those that both halves need. */
  private static final int LEFT = 34;

  private static final int BOTH = 58;

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

  /** At most so many lines of at most so many columns; what matters least is left out. */
  static List<String> lines(Snapshot now, int columns, int rows) {
    return new Panel(now, columns, rows).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(bar());
    lines.addAll(columns >= BOTH ? besides(losses(), health()) : below(losses(), health()));
    if (now.health() != null) {
      lines.add(row("health", HealthWords.verdict(now.health())));
    }
    // A blank line before the plot and an axis below it.
    int plot = Math.min(MOST_PLOT, rows - lines.size() - 2);
    if (plot >= LEAST_PLOT && columns >= BOTH && now.history().bins() > 1) {
      lines.add("");
      lines.addAll(LossPlot.of(now.history(), columns, plot));
    }
    return lines.subList(0, Math.min(rows, lines.size()));
  }

  private String bar() {
    String left = "Epoch %d of %d ".formatted(now.epoch(), now.epochs());
    String right = String.format(Locale.ROOT, " %3d %%  %s", (int) (100 * now.share()), now.time());
    int places = columns - left.length() - right.length() - 2;
    return places < LEAST_BAR ? left.strip() + right : left + "[" + bar(places) + "]" + right;
  }

  private String bar(int places) {
    int done = (int) (places * now.share());
    boolean moving = done > 0 && done < places;
    String line = "=".repeat(moving ? done - 1 : done) + (moving ? ">" : "");
    return line + " ".repeat(places - done);
  }

  private List<String> losses() {
    List<String> rows = new ArrayList<>();
    rows.add(row("training", LossText.of(now.training())));
    if (!Double.isNaN(now.validation())) {
      rows.add(row("validation", LossText.of(now.validation())));
      rows.add(row("best", LossText.of(now.best()) + " (epoch " + now.bestEpoch() + ")"));
      if (now.patience() > 0) {
        rows.add(row("patience", now.left() + " of " + now.patience() + " epochs"));
      }
    }
    return rows;
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
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String start = i < left.size() ? left.get(i) : "";
      String rest = i < right.size() ? right.get(i).strip() : "";
      lines.add(String.format(Locale.ROOT, "%-" + LEFT + "s%s", start, rest).stripTrailing());
    }
    return lines;
  }

  private static List<String> below(List<String> above, List<String> below) {
    List<String> lines = new ArrayList<>(above);
    lines.addAll(below);
    return lines;
  }
}
