package nn.demo.story;

import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.dollars;

import java.util.function.DoubleUnaryOperator;
import nn.core.eval.RegressionMetrics;
import nn.core.network.Network;

/** Chapter 1: three rules written by hand beside a line found in the data. */
public final class FromRulesToPatterns implements Chapter {
  private static final double SMALL = 1200;
  private static final double MIDDLE = 2200;
  private static final double CLOSE = 10_000;
  private static final double UNSEEN = 2050;

  /** Enough for the line to be the best one to the dollar. */
  private static final int STEPS = 200;

  @Override
  public int number() {
    return 1;
  }

  @Override
  public String title() {
    return "from rules to patterns";
  }

  @Override
  public void tell(Page page, Classroom room) {
    rules(page);
    DoubleUnaryOperator line = line(room);
    compare(page, line);
    unseen(page, line);
    page.close(
        "a rule is written by a person, one case at a time; a pattern is found by the program,"
            + " in examples, and it also answers cases that nobody thought of.",
        "house-price 2",
        "How many of the twelve houses do the three rules price well, and why so few?",
        "By how much do the rules jump at %s square feet, and did anyone mean it?"
            .formatted(decimal(MIDDLE, 0)),
        "What did the program that found the line have to be told?");
  }

  /** What the three rules say a house of this size costs, in dollars. */
  public static double ruled(double squareFeet) {
    return squareFeet < SMALL ? 180_000 : squareFeet < MIDDLE ? 330_000 : 520_000;
  }

  /** What the line that the program finds says, in dollars. */
  public static DoubleUnaryOperator line(Classroom room) {
    Houses town = Fixtures.town();
    Network neuron = Network.builder(room.plugins(), 1).dense(1, "identity").build(room.seed());
    room.descend(neuron, town.data(), HousePrice.RATE, STEPS);
    return size -> town.price(neuron, size);
  }

  private static void rules(Page page) {
    page.say(
        "For as long as there have been computers, a person thought of rules and the machine"
            + " followed them. Let us tell a machine in that way what a house costs:");
    page.blank();
    rule(page, "if it has less than %s square feet", SMALL, SMALL - 1);
    rule(page, "or else less than %s", MIDDLE, MIDDLE - 1);
    page.say("  %-38s it costs %s", "or else", dollars(ruled(MIDDLE)));
    page.blank();
    page.say(
        "Three sensible rules. Here are twelve houses that were really sold (o), what the"
            + " rules say for every size (.), and where the two come close (@):");
    page.blank();
    page.picture(Sketch.of(Fixtures.town(), FromRulesToPatterns::ruled));
  }

  private static void rule(Page page, String condition, double bound, double example) {
    String text = condition.formatted(decimal(bound, 0));
    page.say("  %-38s it costs %s", text, dollars(ruled(example)));
  }

  private static void compare(Page page, DoubleUnaryOperator line) {
    page.ask("How many of the twelve do the rules price within " + dollars(CLOSE) + "?");
    page.heading("The rules, and a line that a program found by itself");
    page.say("  square feet   sold for   the rules   off by      the line   off by");
    double[] sizes = Town.sizes();
    double[] prices = Town.prices();
    for (int i = 0; i < sizes.length; i++) {
      double rules = ruled(sizes[i]) - prices[i];
      double found = line.applyAsDouble(sizes[i]) - prices[i];
      page.say(
          "  %11s %10s %11s %9s%s %11s %9s%s",
          decimal(sizes[i], 0),
          dollars(prices[i]),
          dollars(prices[i] + rules),
          dollars(rules),
          mark(rules),
          dollars(prices[i] + found),
          dollars(found),
          mark(found));
    }
    page.blank();
    page.say("%33s %14s %14s", "within " + dollars(CLOSE) + " (*)", "largest miss", "typical miss");
    score(page, "the rules", FromRulesToPatterns::ruled);
    score(page, "the line", line);
  }

  private static String mark(double miss) {
    return isClose(miss) ? " *" : "  ";
  }

  private static boolean isClose(double miss) {
    return Math.abs(miss) <= CLOSE;
  }

  private static void score(Page page, String who, DoubleUnaryOperator price) {
    RegressionMetrics.Accumulator metrics = new RegressionMetrics.Accumulator();
    double[] sizes = Town.sizes();
    int close = 0;
    double largest = 0;
    for (int i = 0; i < sizes.length; i++) {
      double said = price.applyAsDouble(sizes[i]);
      double miss = said - Town.prices()[i];
      metrics.add(said, Town.prices()[i]);
      close += isClose(miss) ? 1 : 0;
      largest = Math.max(largest, Math.abs(miss));
    }
    page.say(
        "  %-10s %20s %14s %14s",
        who, close + " of " + sizes.length, dollars(largest), dollars(metrics.snapshot().rmse()));
  }

  private static void unseen(Page page, DoubleUnaryOperator line) {
    page.heading("A house that nobody thought of");
    double[] sizes = Town.sizes();
    double[] prices = Town.prices();
    int next = 0;
    while (sizes[next] < UNSEEN) {
      next++;
    }
    page.say(
        "Now somebody asks about %s square feet. Its neighbours, %s and %s square feet, were sold"
            + " for %s and %s. The rules say %s; the line says %s.",
        decimal(UNSEEN, 0),
        decimal(sizes[next - 1], 0),
        decimal(sizes[next], 0),
        dollars(prices[next - 1]),
        dollars(prices[next]),
        dollars(ruled(UNSEEN)),
        dollars(line.applyAsDouble(UNSEEN)));
    page.blank();
    page.say(
        "Between %s and %s square feet the rules jump by %s. Nobody meant that; they know only the"
            + " cases that somebody wrote down. More rules would help a little, and each would cost"
            + " a person's time. The line was told nothing but the twelve houses. How a program"
            + " finds it is what the other chapters are about.",
        decimal(MIDDLE - 1, 0),
        decimal(MIDDLE + 1, 0),
        dollars(ruled(MIDDLE + 1) - ruled(MIDDLE - 1)));
  }
}
