package nn.demo.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The history of the losses drawn with characters. The scale is logarithmic if all losses are above
 * 0, so that late, small gains show beside the fall of the first epochs.
 */
final class LossPlot {
  private static final char TRAINING = '.';
  private static final char VALIDATION = '*';

  /** Columns of a label and the line beside it. */
  private static final int MARGIN = 12;

  private final int rows;
  private final double low;
  private final double high;
  private final boolean logarithmic;
  private final char[][] grid;

  private LossPlot(double[] training, double[] validation, int columns, int rows) {
    this.rows = rows;
    DoubleSummaryStatistics range =
        DoubleStream.concat(Arrays.stream(training), Arrays.stream(validation))
            .filter(Double::isFinite)
            .summaryStatistics();
    logarithmic = range.getMin() > 0;
    low = range.getMin();
    high = range.getMax();
    grid = new char[rows][columns];
    Arrays.stream(grid).forEach(row -> Arrays.fill(row, ' '));
    draw(training, TRAINING);
    draw(validation, VALIDATION);
  }

  /**
   * The lines of a plot.
   *
   * @param columns columns of a line, more than 30
   * @param rows lines above the axis, at least 2
   */
  static List<String> of(LossHistory history, int columns, int rows) {
    int places = columns - MARGIN;
    double[] validation = history.validation(places);
    LossPlot plot = new LossPlot(history.training(places), validation, places, rows);
    List<String> lines = new ArrayList<>(plot.lines());
    boolean both = Arrays.stream(validation).anyMatch(Double::isFinite);
    lines.add(axis(history, places, both));
    return lines;
  }

  private void draw(double[] losses, char mark) {
    for (int c = 0; c < losses.length; c++) {
      if (Double.isFinite(losses[c])) {
        grid[row(losses[c])][c] = mark;
      }
    }
  }

  private int row(double loss) {
    double top = scaled(high);
    double height = top - scaled(low);
    return height == 0 ? rows / 2 : (int) Math.rint((top - scaled(loss)) / height * (rows - 1));
  }

  private double scaled(double loss) {
    return logarithmic ? StrictMath.log(loss) : loss;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      String label = String.format(Locale.ROOT, "%" + (MARGIN - 2) + "s |", label(r));
      lines.add((label + new String(grid[r])).stripTrailing());
    }
    return lines;
  }

  /** The loss at the top, in the middle and at the bottom. */
  private String label(int row) {
    if (low == high) {
      return row == rows / 2 ? LossText.of(high) : "";
    }
    boolean middle = rows % 2 == 1 && row == rows / 2;
    double half = (scaled(low) + scaled(high)) / 2;
    double between = logarithmic ? StrictMath.exp(half) : half;
    return row == 0
        ? LossText.of(high)
        : row == rows - 1 ? LossText.of(low) : middle ? LossText.of(between) : "";
  }

  /** The epochs at both ends, and what the characters mean between them. */
  private static String axis(LossHistory history, int places, boolean both) {
    String left = "epoch %d".formatted(history.first());
    String right = String.valueOf(history.last());
    String legend = both ? ". training   * validation" : ". training";
    int space = Math.max(2, places - left.length() - legend.length() - right.length());
    String gap = " ".repeat(space / 2);
    return " ".repeat(MARGIN) + left + gap + legend + " ".repeat(space - space / 2) + right;
  }
}
