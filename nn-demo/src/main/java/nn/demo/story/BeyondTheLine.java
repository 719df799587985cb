package nn.demo.story;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nn.api.Loss;
import nn.core.network.Network;

/** Chapter 12: what no straight line can tell apart. */
final class BeyondTheLine implements Chapter {
  private static final int SEEDS = 10;

  /** Hidden layers as text, and what they are called. */
  private static final List<String> HIDDEN =
      List.of("", "8 identity, 8 identity", "2 relu", "3 relu", "8 relu");

  private static final List<String> NAMES =
      List.of("none: a straight line", "16 neurons, no bend", "2 ReLUs", "3 ReLUs", "8 ReLUs");

  private static final int THREE = 3;
  private static final int EIGHT = 4;

  private static final String DEEP = "8 relu, 4 relu";

  @Override
  public int number() {
    return 12;
  }

  @Override
  public String title() {
    return "beyond the straight line";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.say(
        "Cats and dogs, fraud and normal, faces: a straight line tells none of them apart. RING is the smallest such case: %d payments, \"normal\" (o) in the middle, \"fraud\" (x) all around. Draw any line: on at least one side both kinds lie together.",
        Fixtures.RING_POINTS);
    loss(page, room);
    fences(page, room);
    layers(page, room);
    page.close(
        "each neuron draws one line, each layer combines what the one before it has drawn, and the same training loop finds them all.",
        "train FILE.csv --target COLUMN",
        "Why does a trained straight line do hardly better than a coin here?",
        "How many ReLU neurons does the smallest fence need, and why?",
        "What does the second layer see that the first cannot?");
  }

  private static void loss(Page page, Classroom room) {
    Loss loss = room.plugins().loss("binary-cross-entropy");
    page.blank();
    page.say(
        "The answer is yes or no, so the last neuron is a sigmoid: a number between 0 and 1, to be read as \"probably fraud\". And the loss is the surprise (cross-entropy): it hardly minds a doubt, but a confident mistake costs much.");
    page.say(
        "  It was fraud. Said 0.99: %s, 0.9: %s, 0.5: %s, 0.1: %s, 0.01: %s",
        surprise(loss, 0.99),
        surprise(loss, 0.9),
        surprise(loss, 0.5),
        surprise(loss, 0.1),
        surprise(loss, 0.01));
  }

  private static String surprise(Loss loss, double probability) {
    float[] prediction = {(float) probability};
    return Numerals.decimal(loss.row(prediction, 0, 1, new float[] {1}, 0, null), 2);
  }

  private static void fences(Page page, Classroom room) {
    page.heading("How many neurons does the fence need?");
    page.ask("Guess: how many lines fence the middle in?");
    page.say("  hidden neurons           right, worst to best of %d starts", SEEDS);
    List<List<Network>> learned = HIDDEN.stream().map(hidden -> learned(room, hidden)).toList();
    for (int i = 0; i < HIDDEN.size(); i++) {
      List<Network> starts = learned.get(i);
      page.say(
          "  %-22s   %7s to %7s",
          NAMES.get(i),
          Numerals.percent(Ring.right(starts.get(0)), 1),
          Numerals.percent(Ring.right(starts.get(SEEDS - 1)), 1));
    }
    page.say(
        "Two lines leave a gap. Three make a triangle, the smallest fence there is; but only some starts find it. With eight, all do. Where each says \"fraud\" (#):");
    page.blank();
    beside(
        page,
        List.of("the points", "3 ReLUs, best start", "8 ReLUs"),
        List.of(
            Ring.points(),
            Ring.verdicts(learned.get(THREE).get(SEEDS - 1)),
            Ring.verdicts(learned.get(EIGHT).get(SEEDS - 1))));
  }

  /** Networks from {@link #SEEDS} starts, the worst first. */
  private static List<Network> learned(Classroom room, String hidden) {
    return IntStream.range(0, SEEDS)
        .mapToObj(i -> Ring.learn(room, hidden, room.seed() + i))
        .sorted(Comparator.comparingDouble(Ring::right))
        .toList();
  }

  private static void layers(Page page, Classroom room) {
    Network deep = Ring.learn(room, DEEP, room.seed());
    page.heading("What a layer sees");
    page.say(
        "Two hidden layers, 8 and 4 ReLUs (%s right). Where one neuron of each layer fires (#):",
        Numerals.percent(Ring.right(deep), 1));
    page.blank();
    beside(
        page,
        List.of("layer 1: half a plane", "layer 2: a shape", "output: the answer"),
        List.of(Ring.clearest(deep, 0), Ring.clearest(deep, 1), Ring.verdicts(deep)));
    page.blank();
    page.say(
        "A neuron of the second layer adds up what eight half planes say, so it can fire in a shape with corners. Edges, then shapes, then the answer. With pixels for inputs the same stack sees strokes, then parts, then faces; with words, sentences: networks for those are called transformers; they add a step that compares words, and their bend is often GELU. The loop is the one you know.");
  }

  private static void beside(Page page, List<String> names, List<List<String>> maps) {
    page.say("  %-24s  %-24s  %-24s", names.get(0), names.get(1), names.get(2));
    for (int row = 0; row < maps.get(0).size(); row++) {
      page.say(
          "  %-24s  %-24s  %-24s",
          maps.get(0).get(row), maps.get(1).get(row), maps.get(2).get(row));
    }
  }
}
