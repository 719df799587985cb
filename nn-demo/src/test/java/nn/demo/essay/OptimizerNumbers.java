package nn.demo.essay;

import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.scientific;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Supplier;
import nn.demo.story.Canyon;
import nn.demo.story.Classroom;
import nn.demo.story.Curvatures;

/** The numbers of the essay on optimizers. */
final class OptimizerNumbers {
  private static final double[] RATES = {0.1, 0.5, 1, 1.5, 1.9, 2, 2.1};
  private static final int LONGEST = 2000;
  private static final double RATE = 0.001;
  private static final double DECAY = 0.1;
  private static final int NOISY = 1000;
  private static final int AFTER_SILENCE = 100;

  private final Classroom room;
  private final Land land;

  OptimizerNumbers(Classroom room) {
    this.room = room;
    land = new Land(room);
  }

  Essay essay() {
    return new Essay(
        "optimizers",
        ImmutableMap.<String, Supplier<String>>builder()
            .put("parabola", this::parabola)
            .put("curvatures", this::curvatures)
            .put("velocity", this::velocity)
            .put("adam-first", this::adamFirst)
            .put("adam-steps", this::adamSteps)
            .put("decay", this::decay)
            .put("lost", this::lost)
            .put("arrivals", this::arrivals)
            .build(),
        stated());
  }

  private ImmutableList<String> stated() {
    return ImmutableList.of(
        "$0.1 / \\sqrt{0.001} \\approx %s$".formatted(decimal(0.1 / Math.sqrt(0.001), 2)),
        "by up to %s times the rate".formatted(decimal(longestAfterSilence(), 2)),
        "$(1 - \\beta_1) / \\sqrt{(1 - \\beta_2)(1 - \\beta_1^2 / \\beta_2)} \\approx %s$"
            .formatted(decimal(0.1 / Math.sqrt(0.001 * (1 - 0.81 / 0.999)), 2)),
        "`%s`".formatted(room.plugins().fullText(room.plugins().optimizer("adam"))),
        "rate $r = %s$".formatted(decimal(RATE, 3)),
        "decay $\\lambda = %s$".formatted(decimal(DECAY, 1)),
        "%s steps whose slopes".formatted(decimal(NOISY, 0)),
        "The weight of 100 has");
  }

  /** A parabola of curvature 1: the rate is the product of rate and curvature. */
  private String parabola() {
    MarkdownTable table =
        MarkdownTable.of("rate x curvature", "factor", "step 1", "step 2", "step 3", "step 20");
    for (double rate : RATES) {
      OneWeight w = new OneWeight(room, "sgd(learning-rate=" + rate + ")", 1);
      table.row(
          decimal(rate, 1),
          decimal(1 - rate, 1),
          decimal(w.steps(1, x -> x).weight(), 4),
          decimal(w.steps(1, x -> x).weight(), 4),
          decimal(w.steps(1, x -> x).weight(), 4),
          decimal(w.steps(17, x -> x).weight(), 4));
    }
    return table.toString();
  }

  private String curvatures() {
    Curvatures handy = land.curvatures();
    MarkdownTable table = MarkdownTable.of("LAND in", "steep", "flat", "ratio", "largest rate");
    curvatureRow(table, "square feet and dollars", new Canyon(room).curvatures());
    curvatureRow(table, "thousands and hundred thousands", handy);
    return table + "\n\n" + best(handy.steep(), handy.flat());
  }

  /** The best that the rules can do on a parabola with these curvatures. */
  private static String best(double steep, double flat) {
    double roots = Math.sqrt(steep) + Math.sqrt(flat);
    double keep = (Math.sqrt(steep) - Math.sqrt(flat)) / roots;
    return """
        For the second line the formulas below give

        - plain descent: $r = %s$, factor %s a step in both directions;
        - momentum: $r = %s$, $\\mu = %s$, factor %s a step."""
        .formatted(
            decimal(2 / (steep + flat), 3),
            decimal((steep - flat) / (steep + flat), 3),
            decimal(4 / (roots * roots), 3),
            decimal(keep * keep, 3),
            decimal(keep, 3));
  }

  private static void curvatureRow(MarkdownTable table, String units, Curvatures curvatures) {
    double steep = curvatures.steep();
    table.row(
        units,
        significant(steep),
        significant(curvatures.flat()),
        significant(steep / curvatures.flat()),
        scientific(2 / steep, 2));
  }

  /** Four digits that count: what float slopes are good for. */
  private static String significant(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
    return decimal(rounded.doubleValue(), Math.max(0, rounded.scale()));
  }

  private String velocity() {
    String momentum = "momentum(learning-rate=0.1, momentum=0.9)";
    OneWeight w = new OneWeight(room, momentum, 0);
    MarkdownTable table = MarkdownTable.of("step", "velocity v", "weight w");
    int done = 0;
    for (int step : new int[] {1, 2, 3, 10, 20, 50}) {
      w.steps(step - done, x -> 1);
      done = step;
      table.row(String.valueOf(step), decimal(w.slot(0), 4), decimal(w.weight(), 4));
    }
    return "`" + momentum + "`:\n\n" + table;
  }

  private String adamFirst() {
    MarkdownTable table =
        MarkdownTable.of(
            "slope",
            "`sgd(learning-rate=0.001)`",
            "`adam(learning-rate=0.001)`",
            "the same without the correction");
    for (double slope : new double[] {0.0001, 1, 10_000}) {
      table.row(
          decimal(slope, slope < 1 ? 4 : 0),
          firstMove("sgd(learning-rate=0.001)", slope, false),
          firstMove("adam(learning-rate=0.001)", slope, false),
          firstMove("adam(learning-rate=0.001)", slope, true));
    }
    return table.toString();
  }

  private String firstMove(String optimizer, double slope, boolean late) {
    OneWeight w = new OneWeight(room, optimizer, 0);
    return scientific((late ? w.late() : w).step(slope).weight(), 3);
  }

  /** The longest of Adam's moves in rates, when equal slopes come after a long silence. */
  private double longestAfterSilence() {
    OneWeight w = new OneWeight(room, "adam(learning-rate=0.001)", 0).late();
    double longest = 0;
    for (int i = 0; i < AFTER_SILENCE; i++) {
      double before = w.weight();
      w.step(1);
      longest = Math.max(longest, (before - w.weight()) / RATE);
    }
    return longest;
  }

  private String adamSteps() {
    OneWeight w = new OneWeight(room, "adam(learning-rate=0.001)", 0);
    MarkdownTable table =
        MarkdownTable.of("step", "slope g", "m", "v", "m'", "v'", "move", "move / rate");
    double[] slopes = {1, 1, 1, -1, -1, 10};
    double before = 0;
    for (int i = 0; i < slopes.length; i++) {
      w.step(slopes[i]);
      double mean = w.slot(0) / (1 - StrictMath.pow(0.9, i + 1));
      double square = w.slot(1) / (1 - StrictMath.pow(0.999, i + 1));
      double move = w.weight() - before;
      before = w.weight();
      table.row(
          String.valueOf(i + 1),
          decimal(slopes[i], 0),
          decimal(w.slot(0), 4),
          decimal(w.slot(1), 6),
          decimal(mean, 4),
          decimal(square, 4),
          decimal(move, 6),
          decimal(move / RATE, 3));
    }
    return table.toString();
  }

  /** What is left of a weight of 1 after steps whose slopes are noise around 0. */
  private String decay() {
    MarkdownTable table = MarkdownTable.of("size of the slopes", "no decay", "adam", "adamw");
    for (double size : new double[] {0.01, 0.1, 1, 10, 100}) {
      table.row(
          decimal(size, size < 1 ? 2 : 0),
          decimal(shaken("adam(learning-rate=0.001)", size), 4),
          decimal(shaken("adam(learning-rate=0.001, weight-decay=0.1)", size), 4),
          decimal(shaken("adamw(learning-rate=0.001, weight-decay=0.1)", size), 4));
    }
    double expected = StrictMath.pow(1 - RATE * DECAY, NOISY);
    return table
        + "\n\nDecay alone leaves (1 - %s x %s)^%s = %s."
            .formatted(
                decimal(RATE, 3), decimal(DECAY, 1), decimal(NOISY, 0), decimal(expected, 4));
  }

  private double shaken(String optimizer, double size) {
    OneWeight w = new OneWeight(room, optimizer, 1);
    for (int i = 0; i < NOISY; i++) {
      w.step(i % 4 == 0 || i % 4 == 3 ? size : -size);
    }
    return w.weight();
  }

  /** A thousand steps of a millionth each. */
  private String lost() {
    MarkdownTable table =
        MarkdownTable.of("weight", "distance to the next float", "after 1,000 steps", "gain");
    for (double start : new double[] {0.1, 1, 10, 100}) {
      OneWeight w = new OneWeight(room, "sgd(learning-rate=0.001)", start);
      w.steps(1000, x -> -0.001);
      table.row(
          decimal(start, 1),
          scientific(Math.ulp((float) start), 1),
          decimal(w.weight(), 6),
          decimal(w.weight() - (float) start, 6));
    }
    return table.toString();
  }

  /** The optimizers that are shown on LAND, and how they are set. */
  static final List<String> WALKERS =
      List.of(
          "sgd(learning-rate=0.1)",
          "sgd(learning-rate=0.19)",
          "momentum(learning-rate=0.31, momentum=0.57)",
          "momentum(learning-rate=0.3, momentum=0.6)",
          "momentum(learning-rate=0.1, momentum=0.8)",
          "momentum(learning-rate=0.1, momentum=0.9)",
          "momentum(learning-rate=0.1, momentum=0.9, nesterov=true)",
          "rmsprop(learning-rate=0.05)",
          "adam(learning-rate=0.05)",
          "adam(learning-rate=0.3)");

  private String arrivals() {
    MarkdownTable table = MarkdownTable.of("optimizer", "steps");
    for (String optimizer : WALKERS) {
      int steps = land.arrival(optimizer, LONGEST);
      table.row(
          "`" + optimizer + "`",
          steps > LONGEST ? "more than " + decimal(LONGEST, 0) : decimal(steps, 0));
    }
    return table
        + "\n\nArrived means: at most %s of the excess loss is left."
            .formatted(decimal(Land.ARRIVED, 4));
  }
}
