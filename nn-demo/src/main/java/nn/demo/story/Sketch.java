package nn.demo.story;

import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.dollars;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Houses and what somebody says about them, drawn with characters: size to the right, price
 * upwards; {@code o} is a house, {@code .} the answer for a size, {@code @} a house that it meets.
 */
final class Sketch {
  private static final int WIDTH = 61;
  private static final int HEIGHT = 13;

  /** The paper ends at a multiple of so many dollars. */
  private static final double EVEN = 20_000;

  private final double smallest;
  private final double largest;
  private final double most;
  private final char[][] grid = new char[HEIGHT][WIDTH];

  private Sketch(Houses houses) {
    smallest = Arrays.stream(houses.sizes()).min().orElse(0);
    largest = Arrays.stream(houses.sizes()).max().orElse(1);
    double highest = Arrays.stream(houses.prices()).max().orElse(1);
    most = Math.ceil(highest / EVEN) * EVEN;
    for (char[] row : grid) {
      Arrays.fill(row, ' ');
    }
  }

  /** The houses alone. */
  static List<String> of(Houses houses) {
    return of(houses, size -> Double.NaN);
  }

  /** The houses and the answers in dollars; an answer off the paper is left out. */
  static List<String> of(Houses houses, DoubleUnaryOperator answers) {
    Sketch sketch = new Sketch(houses);
    for (int column = 0; column < WIDTH; column++) {
      double size = sketch.smallest + (sketch.largest - sketch.smallest) * column / (WIDTH - 1.0);
      sketch.mark(column, answers.applyAsDouble(size), '.');
    }
    double[] sizes = houses.sizes();
    double[] prices = houses.prices();
    for (int i = 0; i < sizes.length; i++) {
      sketch.mark(sketch.column(sizes[i]), prices[i], 'o');
    }
    return sketch.lines();
  }

  private void mark(int column, double price, char sign) {
    if (!(price >= 0 && price <= most * (1 + 0.5 / HEIGHT))) {
      return;
    }
    int row = HEIGHT - 1 - (int) Math.rint(price / most * (HEIGHT - 1));
    boolean met = grid[row][column] == '.' && sign == 'o';
    grid[row][column] = met ? '@' : sign;
  }

  private int column(double size) {
    return (int) Math.rint((size - smallest) / (largest - smallest) * (WIDTH - 1));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < HEIGHT; row++) {
      boolean labelled = row % ((HEIGHT - 1) / 2) == 0;
      double price = most * (HEIGHT - 1 - row) / (HEIGHT - 1);
      String label = labelled ? dollars(price) : "";
      lines.add(String.format(Locale.ROOT, "%10s |%s", label, new String(grid[row])));
    }
    lines.add(" ".repeat(11) + "+" + "-".repeat(WIDTH));
    String left = decimal(smallest, 0);
    String right = decimal(largest, 0) + " square feet";
    lines.add(" ".repeat(12) + left + " ".repeat(WIDTH - left.length() - right.length()) + right);
    return lines;
  }
}
