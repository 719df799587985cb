package nn.demo.essay;

import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.scientific;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nn.core.explain.ExplainedStep;
import nn.core.explain.Shown;
import nn.core.network.Network;
import nn.core.random.SplitMix64;
import nn.core.train.GradientCheck;
import nn.core.train.Recipe;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;

/** The numbers of the essay on backpropagation. */
final class BackpropagationNumbers {
  private static final List<String> NAMES = List.of("w1", "w2", "b1", "b2", "v1", "v2", "c");
  private static final double NUDGE = 0.5;
  private static final int SUMMANDS = 10_000;
  private static final int PARTS = 4;

  private final Classroom room;

  BackpropagationNumbers(Classroom room) {
    this.room = room;
  }

  Essay essay() {
    return new Essay(
        "backpropagation",
        ImmutableMap.of(
            "blame", this::blame,
            "nudges", this::nudges,
            "sums", this::sums,
            "differences", this::differences,
            "check", this::check),
        stated());
  }

  private ImmutableList<String> stated() {
    Network deep = Fixtures.deep(room.plugins(), "tanh", room.seed());
    int count = deep.parameters().length;
    return ImmutableList.of(
        "It has %s parameters, so that centred nudges cost %s forward passes a step"
            .formatted(decimal(count, 0), decimal(2.0 * count, 0)),
        "%s numbers".formatted(decimal(SUMMANDS, 0)));
  }

  /** What the engine writes of one step, from the loss to the last blame. */
  private String blame() {
    Recipe recipe = Recipe.of(room.mse(), room.sgd(0.000001), room.plugins().schedule("constant"));
    String text =
        ExplainedStep.of(Fixtures.blame(room.plugins()), recipe, Fixtures.blameHouse())
            .text(Shown.ALL);
    return Essay.block(text.substring(text.indexOf("GUESS"), text.indexOf("\nADJUST")));
  }

  private String nudges() {
    Network network = Fixtures.blame(room.plugins());
    float[] backward = room.slopes(network, room.mse(), Fixtures.blameHouse());
    MarkdownTable table =
        MarkdownTable.of(
            "parameter", "value", "L(w - 1/2)", "L(w + 1/2)", "difference", "backward");
    for (int i = 0; i < backward.length; i++) {
      double lower = nudged(network, i, -NUDGE);
      double higher = nudged(network, i, NUDGE);
      table.row(
          NAMES.get(i),
          decimal(network.parameters()[i], 0),
          decimal(lower, 2),
          decimal(higher, 2),
          decimal((higher - lower) / (2 * NUDGE), 0),
          decimal(backward[i], 0));
    }
    return table.toString();
  }

  private double nudged(Network network, int i, double by) {
    Network copy = network.copy();
    copy.parameters()[i] += (float) by;
    return room.loss(copy, room.mse(), Fixtures.blameHouse());
  }

  /** The same numbers added in several orders. */
  private String sums() {
    float[] numbers = numbers();
    float[] sorted = Arrays.copyOf(numbers, numbers.length);
    Arrays.sort(sorted);
    double exact = 0;
    for (float number : numbers) {
      exact += number;
    }
    float parts = 0;
    for (int part = 0; part < PARTS; part++) {
      parts += sum(numbers, part, PARTS);
    }
    float paired = pairwise(numbers, 0, numbers.length);
    MarkdownTable table = MarkdownTable.of("order", "sum in float", "error");
    sumRow(table, "first to last", sum(numbers, 0, 1), exact);
    sumRow(table, "sorted, smallest first", sum(sorted, 0, 1), exact);
    sumRow(table, "four partial sums, as four lanes of a vector take them", parts, exact);
    sumRow(table, "halves of halves of halves", paired, exact);
    return table.toString();
  }

  private static void sumRow(MarkdownTable table, String order, float sum, double exact) {
    table.row(order, decimal(sum, 5), decimal(sum - exact, 5));
  }

  /** Numbers as gradients are: of both signs, most of them small. */
  private float[] numbers() {
    SplitMix64 random = new SplitMix64(room.seed());
    float[] numbers = new float[SUMMANDS];
    for (int i = 0; i < SUMMANDS; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static float sum(float[] numbers, int from, int every) {
    float sum = 0;
    for (int i = from; i < numbers.length; i += every) {
      sum += numbers[i];
    }
    return sum;
  }

  private static float pairwise(float[] numbers, int from, int to) {
    int middle = (from + to) / 2;
    return to - from == 1
        ? numbers[from]
        : pairwise(numbers, from, middle) + pairwise(numbers, middle, to);
  }

  private String differences() {
    MarkdownTable table =
        MarkdownTable.of(
            "step h", "(L(w + h) - L(w)) / h", "(L(w + h) - L(w - h)) / 2h", "combined");
    ImmutableList<Differences.Errors> all = new Differences(room).all();
    for (Differences.Errors e : all) {
      table.row(
          "1/" + decimal(1 / e.step(), 0),
          marked(e.oneSided(), all, Comparator.comparing(Differences.Errors::oneSided), e),
          marked(e.centred(), all, Comparator.comparing(Differences.Errors::centred), e),
          marked(e.combined(), all, Comparator.comparing(Differences.Errors::combined), e));
    }
    return table.toString();
  }

  /** The best of its column is set in bold. */
  private static String marked(
      double error,
      List<Differences.Errors> all,
      Comparator<Differences.Errors> by,
      Differences.Errors here) {
    boolean best = all.stream().min(by).orElseThrow().equals(here);
    return (best ? "**%s**" : "%s").formatted(scientific(error, 1));
  }

  private String check() {
    return Essay.block(
        GradientCheck.of(Differences.network(room), room.mse(), Fixtures.bend().data())
            .summary()
            .replace(", with", ",\nwith")
            .replace(": backward", ":\nbackward"));
  }
}
