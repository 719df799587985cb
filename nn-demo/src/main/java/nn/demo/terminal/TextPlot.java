package nn.demo.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A curve drawn with characters: columns are x, rows are y, values that are not finite are left
 * out.
 */
public final class TextPlot {
  private static final int WIDTH = 61;
  private static final int HEIGHT = 13;

  private final double from;
  private final double to;
  private final int height;
  private final double[] values = new double[WIDTH];
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  private TextPlot(DoubleUnaryOperator f, double from, double to, int height) {
    this.from = from;
    this.to = to;
    this.height = height;
    for (int c = 0; c < WIDTH; c++) {
      values[c] = f.applyAsDouble(x(c));
      if (Double.isFinite(values[c])) {
        low = Math.min(low, values[c]);
        high = Math.max(high, values[c]);
      }
    }
    if (!(high > low)) {
      low = Double.isFinite(low) ? low - 1 : -1;
      high = low + 2;
    }
  }

  /** The lines of the plot, each at most 80 columns wide. */
  public static List<String> of(DoubleUnaryOperator f, double from, double to) {
    return of(f, from, to, HEIGHT);
  }

  /**
   * The lines of a plot with so many rows above the axis.
   *
   * @param marks places on the curve that are marked with {@code o}
   */
  public static List<String> of(
      DoubleUnaryOperator f, double from, double to, int height, double... marks) {
    return new TextPlot(f, from, to, height).lines(f, marks);
  }

  private List<String> lines(DoubleUnaryOperator f, double... marks) {
    char[][] grid = new char[height][WIDTH];
    for (char[] row : grid) {
      Arrays.fill(row, ' ');
    }
    axes(grid);
    for (int c = 0; c < WIDTH; c++) {
      if (Double.isFinite(values[c])) {
        grid[row(values[c])][c] = '*';
      }
    }
    for (double mark : marks) {
      grid[row(f.applyAsDouble(mark))][column(mark)] = 'o';
    }
    List<String> lines = new ArrayList<>();
    for (int r = 0; r < height; r++) {
      String label = r == 0 ? number(high) : r == height - 1 ? number(low) : "";
      lines.add(String.format(Locale.ROOT, "%9s |%s", label, new String(grid[r])).stripTrailing());
    }
    lines.add(" ".repeat(10) + "+" + "-".repeat(WIDTH));
    String right = number(to);
    String left = number(from);
    int gap = WIDTH - left.length() - right.length();
    lines.add(" ".repeat(11) + left + " ".repeat(gap) + right);
    return lines;
  }

  private void axes(char[][] grid) {
    if (low < 0 && high > 0) {
      Arrays.fill(grid[row(0)], '-');
    }
    if (from < 0 && to > 0) {
      int zero = column(0);
      for (char[] row : grid) {
        row[zero] = row[zero] == '-' ? '+' : ':';
      }
    }
  }

  private int column(double x) {
    return (int) Math.rint((x - from) / (to - from) * (WIDTH - 1));
  }

  private double x(int column) {
    return from + (to - from) * column / (WIDTH - 1);
  }

  private int row(double y) {
    return (int) Math.rint((high - y) / (high - low) * (height - 1));
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6;
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.3g", value);
  }
}
