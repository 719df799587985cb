package nn.demo.story;

import static nn.demo.story.Numerals.decimal;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import nn.core.network.Network;

/** Chapter 6: six activations side by side, and what activations are for. */
final class ReluAndRelatives implements Chapter {
  private static final double[] AT = {-5, -2, 0, 0.7, 3};
  private static final int LONGEST_NAME = 9;
  private static final int THRESHOLD = 3;

  /** Small pictures: z from -3 to 3 in 11 columns, f(z) from 3 down to -1 in steps of a half. */
  private static final int PICTURE = 11;

  private static final int PICTURE_ROWS = 9;
  private static final double REACH = 3;

  @Override
  public int number() {
    return 6;
  }

  @Override
  public String title() {
    return "ReLU and its relatives";
  }

  @Override
  public boolean hasLead() {
    return true;
  }

  @Override
  public void tell(Page page, Classroom room) {
    lamp(page, room);
    gates(page, room);
    List<ScalarFunction> family = family(room);
    page.ask("What does ReLU make of -5, of 3 and of 0.7?");
    relatives(page, family);
    purposes(page);
    page.close(
        "an activation is a simple rule for what goes on: ReLU, max(0, z), lets the positive pass"
            + " and silences the rest, and that is bend enough.",
        "house-price 7",
        "What are ReLU(-5), ReLU(3) and ReLU(0.7)?",
        "Which of the six gives numbers between 0 and 1, and what is that good for?",
        "Why is ReLU cheap to compute?",
        "Where do sigmoid and tanh have almost no slope, and where does ReLU have none?");
  }

  private static void lamp(Page page, Classroom room) {
    page.say(
        "ReLU is short for rectified linear unit: max(0, z), z if it is positive, else 0. It works"
            + " like a lamp with a motion sensor. Below a threshold, here %d, nothing happens;"
            + " above it, the more movement, the more light. As a neuron: ReLU(movement - %d).",
        THRESHOLD, THRESHOLD);
    page.blank();
    Network lamp = Fixtures.neuron(room.plugins(), "relu", 1, -THRESHOLD);
    StringBuilder movement = new StringBuilder("  movement ");
    StringBuilder light = new StringBuilder("  light    ");
    for (int i = 0; i <= 3 * THRESHOLD; i++) {
      movement.append("%5s".formatted(decimal(i, 0)));
      light.append("%5s".formatted(decimal(lamp.predict(i)[0], 0)));
    }
    page.say("%s", movement);
    page.say("%s", light);
    page.blank();
  }

  private static void gates(Page page, Classroom room) {
    page.say("And ReLU(x - 2000), the hinge of chapter 5, is a gate that a house opens or not:");
    page.blank();
    Network hinges = Fixtures.hinges(room.plugins());
    StringBuilder feet = new StringBuilder("  square feet ");
    StringBuilder gate = new StringBuilder("  gate        ");
    for (double size : Town.sizes()) {
      boolean open = hinges.neuron(0, 1, (float) size).output() > 0;
      feet.append("%5.0f".formatted(size));
      gate.append("%5s".formatted(open ? "open" : "-"));
    }
    page.say("%s", feet);
    page.say("%s", gate);
  }

  private static List<ScalarFunction> family(Classroom room) {
    ImmutableList.Builder<ScalarFunction> family = ImmutableList.builder();
    family.add(
        function(room, "relu", "relu"),
        function(room, "leaky", "leaky-relu(slope=0.01)"),
        function(room, "prelu", "prelu(initial=0.25)"),
        function(room, "gelu", "gelu"),
        function(room, "sigmoid", "sigmoid"),
        function(room, "tanh", "tanh"));
    Cast cast = room.cast();
    if (!cast.isOneNeuron() && ScalarFunction.fits(room.plugins().activation(cast.bend()))) {
      String name = cast.bend();
      family.add(function(room, name.substring(0, Math.min(LONGEST_NAME, name.length())), name));
    }
    return family.build();
  }

  private static ScalarFunction function(Classroom room, String name, String text) {
    return ScalarFunction.of(room.plugins(), name, text);
  }

  private static void relatives(Page page, List<ScalarFunction> family) {
    page.heading("The relatives");
    page.say("  name     f(z)                            what it takes to compute");
    page.say("  relu     max(0, z)                       a comparison");
    page.say("  leaky    z; below 0, 0.01 z              a comparison, a product");
    page.say("  prelu    z; below 0, a z                 the same; a is learned too");
    page.say("  gelu     z x (share of a bell below z)   a dozen or two; in transformers");
    page.say("  sigmoid  1 / (1 + e^-z)                  an exponential, a sum, a division");
    page.say("  tanh     sigmoid(2 z) x 2 - 1            the same, two products, a difference");
    page.blank();
    pictures(page, family);
    page.blank();
    table(page, "z", family, ScalarFunction::value);
    page.blank();
    table(page, "slope", family, ScalarFunction::slope);
    page.blank();
    page.say(
        "The slope tells backpropagation (chapter 8) how much a neuron can be changed. ReLU has 1"
            + " or none (at 0 itself we choose none); sigmoid never more than a quarter, and almost"
            + " none far from 0. Chapter 11 shows what becomes of networks for that reason.");
  }

  private static void pictures(Page page, List<ScalarFunction> family) {
    page.say("As curves, for z from -3 to 3; the line is 0, a row is a half:");
    page.blank();
    for (int row = 0; row < PICTURE_ROWS; row++) {
      StringBuilder line = new StringBuilder(" ");
      for (ScalarFunction f : family.subList(0, 6)) {
        line.append("  ").append(pictureRow(f, REACH - row / 2.0));
      }
      page.say("%s", line);
    }
    StringBuilder names = new StringBuilder(" ");
    for (ScalarFunction f : family.subList(0, 6)) {
      names.append("  %-11s".formatted("  " + f.name()));
    }
    page.say("%s", names);
  }

  private static String pictureRow(ScalarFunction f, double height) {
    char[] cells = new char[PICTURE];
    Arrays.fill(cells, height == 0 ? '-' : ' ');
    for (int i = 0; i < PICTURE; i++) {
      double z = REACH * (2.0 * i / (PICTURE - 1) - 1);
      if (Math.rint(2 * f.value().applyAsDouble(z)) == 2 * height) {
        cells[i] = '*';
      }
    }
    return new String(cells);
  }

  private static void table(
      Page page,
      String title,
      List<ScalarFunction> family,
      Function<ScalarFunction, DoubleUnaryOperator> column) {
    StringBuilder head = new StringBuilder("%5s ".formatted(title));
    family.forEach(f -> head.append("%10s".formatted(f.name())));
    page.say("%s", head);
    for (double z : AT) {
      StringBuilder line = new StringBuilder("%5s ".formatted(decimal(z, 1)));
      for (ScalarFunction f : family) {
        line.append("%10s".formatted(decimal(column.apply(f).applyAsDouble(z), 6)));
      }
      page.say("%s", line);
    }
  }

  private static void purposes(Page page) {
    page.heading("Five things that activations do");
    page.say("  1. They bend: from straight pieces come curves and borders (chapters 5, 12).");
    page.say("  2. They are switches that ask \"should I fire?\": small signals are ignored,");
    page.say("     strong ones pass.");
    page.say("  3. They set a range: sigmoid makes of any number one from 0 to 1, to be read");
    page.say("     as a probability when it was trained for that.");
    page.say("  4. They make layers worth having: edges, then shapes, then objects.");
    page.say("  5. They let the blame flow back, as strongly as their slope allows.");
  }
}
