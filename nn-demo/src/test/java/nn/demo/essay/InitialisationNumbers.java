package nn.demo.essay;

import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.dollars;
import static nn.demo.story.Numerals.percent;
import static nn.demo.story.Numerals.scientific;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import com.google.common.collect.MultimapBuilder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.api.Activation;
import nn.api.Rows;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;
import nn.core.random.Purpose;
import nn.core.random.SplitMix64;
import nn.demo.story.Classroom;
import nn.demo.story.Fixtures;
import nn.demo.story.Houses;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The numbers of the essay on initialisation. */
final class InitialisationNumbers {
  private static final int HIDDEN = 8;
  private static final int STEPS = 1000;
  private static final double RATE = 0.05;
  private static final int INPUTS = 400;
  private static final int OUTPUTS = 100;
  private static final List<String> SMALL_AND_LARGE =
      List.of("normal(deviation=0.01)", "glorot-uniform", "normal(deviation=1)");

  /** The layers that are shown: forward as signals go, backward as blame does. */
  private static final int[] SHOWN = {1, 10, 20};

  private final Classroom room;

  InitialisationNumbers(Classroom room) {
    this.room = room;
  }

  Essay essay() {
    return new Essay(
        "initialisation",
        ImmutableMap.of(
            "symmetry", this::symmetry,
            "variances", this::variances,
            "relu", this::relu,
            "tanh", this::tanh,
            "learning", this::learning,
            "defaults", this::defaults),
        stated());
  }

  private ImmutableList<String> stated() {
    return ImmutableList.of(
        "%s hidden layers of %s units".formatted(DeepStack.LAYERS, DeepStack.WIDTH),
        "%s steps".formatted(decimal(STEPS, 0)),
        "%s inputs and %s outputs".formatted(INPUTS, OUTPUTS),
        "beyond %s on either side".formatted(decimal(DeepStack.NEARLY_ONE, 2)),
        "a standard normal variable cut at two deviations has the deviation %s"
            .formatted(decimal(cut(), 4)));
  }

  /** Deviation of a standard normal variable given that it lies between -2 and 2. */
  private static double cut() {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double inside = normal.cumulativeProbability(2) - normal.cumulativeProbability(-2);
    return Math.sqrt(1 - 4 * normal.density(2) / inside);
  }

  private String symmetry() {
    Houses bend = Fixtures.bend();
    MarkdownTable table =
        MarkdownTable.of(
            "all weights start", "blame of the hidden units", "different units", "RMSE");
    for (String start : List.of("zeros", "constant(value=0.5)", "glorot-uniform")) {
      Network network =
          Network.builder(room.plugins(), 1)
              .dense(HIDDEN, room.plugins().activation("tanh"), room.plugins().initializer(start))
              .dense(1, room.plugins().activation("identity"), room.plugins().initializer(start))
              .build(room.seed());
      String blames = blames(room.slopes(network, room.mse(), bend.data()));
      room.descend(network, bend.data(), RATE, STEPS);
      table.row(
          "`" + start + "`", blames, units(network) + " of " + HIDDEN, dollars(bend.rmse(network)));
    }
    return table.toString();
  }

  /** The smallest and the largest slope of the first layer's weights. */
  private static String blames(float[] slopes) {
    float least = slopes[0];
    float most = slopes[0];
    for (int i = 1; i < HIDDEN; i++) {
      least = Math.min(least, slopes[i]);
      most = Math.max(most, slopes[i]);
    }
    return "%s to %s".formatted(decimal(least, 4), decimal(most, 4));
  }

  /** How many hidden units have weights that no other has. */
  private static int units(Network network) {
    float[] p = network.parameters();
    Set<List<Float>> units = new HashSet<>();
    for (int i = 0; i < HIDDEN; i++) {
      units.add(List.of(p[i], p[HIDDEN + i], p[2 * HIDDEN + i]));
    }
    return units.size();
  }

  private String variances() {
    double n = INPUTS;
    double both = INPUTS + OUTPUTS;
    MarkdownTable table =
        MarkdownTable.of("initializer", "variance by its formula", "measured", "largest weight");
    varianceRow(table, "lecun-uniform", 1 / n);
    varianceRow(table, "lecun-normal", 1 / n);
    varianceRow(table, "glorot-uniform", 2 / both);
    varianceRow(table, "glorot-normal", 2 / both);
    varianceRow(table, "he-uniform", 2 / n);
    varianceRow(table, "he-normal", 2 / n);
    varianceRow(table, "truncated-normal", cut() * cut());
    return table.toString();
  }

  private void varianceRow(MarkdownTable table, String initializer, double expected) {
    Rows w = Rows.zeros(INPUTS, OUTPUTS);
    room.plugins().initializer(initializer).fill(w, SplitMix64.of(room.seed(), Purpose.START, 0));
    double squares = 0;
    double largest = 0;
    for (float weight : w.data()) {
      squares += (double) weight * weight;
      largest = Math.max(largest, Math.abs(weight));
    }
    table.row(
        "`" + initializer + "`",
        decimal(expected, 6),
        decimal(squares / w.size(), 6),
        decimal(largest, 4));
  }

  private String relu() {
    MarkdownTable table = MarkdownTable.of(heads("initializer"));
    for (String initializer : List.of("glorot-uniform", "lecun-normal", "he-normal")) {
      table.row(cells(initializer, DeepStack.of(room, "relu", initializer)));
    }
    return table.toString();
  }

  private String tanh() {
    MarkdownTable table = MarkdownTable.of(heads("initializer", "flat"));
    for (String initializer : SMALL_AND_LARGE) {
      DeepStack.Signals signals = DeepStack.of(room, "tanh", initializer);
      table.row(cells(initializer, signals, percent(signals.flat(), 0)));
    }
    return table.toString();
  }

  private static String[] heads(String first, String... last) {
    Stream<String> forward = Arrays.stream(SHOWN).mapToObj(n -> "forward " + n);
    Stream<String> backward = back().mapToObj(n -> "backward " + n);
    return joined(Stream.of(Stream.of(first), forward, backward, Stream.of(last)));
  }

  private static String[] cells(String initializer, DeepStack.Signals signals, String... last) {
    return joined(
        Stream.of(
            Stream.of("`" + initializer + "`"),
            Arrays.stream(SHOWN).mapToObj(n -> scientific(signals.forward().get(n - 1), 1)),
            back().mapToObj(n -> scientific(signals.backward().get(n - 1), 1)),
            Stream.of(last)));
  }

  private static IntStream back() {
    return IntStream.rangeClosed(1, SHOWN.length).map(i -> SHOWN[SHOWN.length - i]);
  }

  private static String[] joined(Stream<Stream<String>> parts) {
    return parts.flatMap(part -> part).toArray(String[]::new);
  }

  /** DEEP with rectifiers, from several starts. */
  private String learning() {
    Houses bend = Fixtures.bend();
    MarkdownTable table = MarkdownTable.of("start of every layer", "RMSE before", "RMSE after");
    for (String start : List.of("he-normal", "glorot-uniform", "normal(deviation=0.01)")) {
      NetworkBuilder layers = Network.builder(room.plugins(), 1);
      for (int i = 0; i < Fixtures.DEEP_LAYERS; i++) {
        layers.dense(HIDDEN, room.plugins().activation("relu"), room.plugins().initializer(start));
      }
      Network network = layers.dense(1, "identity").build(room.seed());
      double before = bend.rmse(network);
      room.descend(network, bend.data(), RATE, STEPS);
      table.row("`" + start + "`", dollars(before), dollars(bend.rmse(network)));
    }
    return table.toString();
  }

  /** Which initializer each activation asks for. */
  private String defaults() {
    Multimap<String, String> askedBy = MultimapBuilder.treeKeys().treeSetValues().build();
    room.plugins()
        .all(Activation.class)
        .forEach(
            info ->
                askedBy.put(room.plugins().defaults(info).initializer(), "`" + info.name() + "`"));
    return askedBy.asMap().entrySet().stream()
        .map(e -> "- `" + e.getKey() + "`: " + String.join(", ", e.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
