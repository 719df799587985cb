package nn.demo.story;

import static com.google.common.base.Preconditions.checkArgument;
import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.dollars;

import java.util.List;
import nn.core.network.Network;
import nn.core.network.Neuron;

/** Chapter 4: the parts of one neuron at work, and what changes when one of them does. */
final class TheNeuron implements Chapter {
  private static final float[] INPUTS = {2, 1};

  @Override
  public int number() {
    return 4;
  }

  @Override
  public String title() {
    return "the neuron";
  }

  @Override
  public boolean hasLead() {
    return true;
  }

  @Override
  public void tell(Page page, Classroom room) {
    requireOneNumber(room);
    String activation = room.cast().bendName();
    Network network = Fixtures.twoInputs(room.plugins(), room.cast().bend());
    Neuron neuron = network.neuron(0, 0, INPUTS);
    parts(page, activation, neuron);
    arithmetic(page, activation, neuron);
    page.ask("The first weight changes its sign, to -0.8. What comes out then?");
    changes(page, network, activation);
    familiar(page, room);
    page.close(
        "a neuron multiplies its inputs by weights, adds them up with a bias, and lets an"
            + " activation decide how much of the sum goes on.",
        "house-price 5",
        "Which two kinds of numbers does a neuron learn, and which does it only receive?",
        "What does a weight say by its size, and what by its sign?",
        "Why does the bias matter when all inputs are 0?",
        "In which neuron have you already seen dollars per square foot?");
  }

  private static void requireOneNumber(Classroom room) {
    String activation = room.cast().bend();
    checkArgument(
        ScalarFunction.fits(room.plugins().activation(activation)),
        "%s takes a whole layer at once, but chapter 4 shows a single neuron. Give --activation one of a single number, such as gelu.",
        activation);
  }

  private static void parts(Page page, String activation, Neuron neuron) {
    page.say(
        "A neuron is the smallest thing in a network that decides something. The name comes from"
            + " the brain: a nerve cell collects signals and fires when there are enough. Ours is"
            + " made of arithmetic alone. Here is one with two inputs:");
    page.blank();
    page.picture(
        List.of(
            "  input 1  %4s --- x weight %4s ---+".formatted(input(neuron, 0), weight(neuron, 0)),
            "                                     |",
            "  input 2  %4s --- x weight %4s ---+--- sum %4s --- %s --- output %s"
                .formatted(
                    input(neuron, 1), weight(neuron, 1), sum(neuron), activation, output(neuron)),
            "                                     |",
            "                        bias %4s ---+".formatted(decimal(neuron.bias(), 1))));
    page.blank();
    page.say("  input       a number from outside, or from another neuron");
    page.say("  weight      how much this input counts; its sign, in which direction");
    page.say("  bias        what is added whatever the inputs");
    page.say("  summation   all products and the bias, added up");
    page.say("  activation  a simple function that decides how much of the sum goes on");
    page.say("  output      the signal, for the next neurons or as the answer");
  }

  private static void arithmetic(Page page, String activation, Neuron neuron) {
    page.heading("The same in arithmetic");
    page.say("  output = activation(w1 x1 + w2 x2 + ... + b)");
    page.blank();
    page.say(
        "  sum    = %s x %s + (%s) x %s + %s = %s + (%s) + %s = %s",
        weight(neuron, 0),
        input(neuron, 0),
        weight(neuron, 1),
        input(neuron, 1),
        decimal(neuron.bias(), 1),
        product(neuron, 0),
        product(neuron, 1),
        decimal(neuron.bias(), 1),
        sum(neuron));
    page.say("  output = %s(%s) = %s", activation, sum(neuron), output(neuron));
    page.blank();
    if (activation.equals("relu")) {
      page.say(
          "The activation here is ReLU, the most used of all: a positive sum goes on as it is, and"
              + " of a negative one nothing does: 0. Think of a gate. Chapter 6 has more of them.");
    }
  }

  private static void changes(Page page, Network network, String activation) {
    page.heading("Change one thing at a time");
    page.say("  what is changed                     sum   output of %s", activation);
    changed(page, "nothing", network, 0, 0.8, INPUTS);
    changed(page, "bias       0.1 becomes  0.6", network, 2, 0.6, INPUTS);
    changed(page, "input 2    1.0 becomes  5.0", network, 0, 0.8, 2, 5);
    changed(page, "both inputs are 0.0", network, 0, 0.8, 0, 0);
    changed(page, "weight 2  -0.3 becomes  0.0", network, 1, 0, INPUTS);
    changed(page, "weight 1   0.8 becomes -0.8", network, 0, -0.8, INPUTS);
    page.blank();
    page.say(
        "A weight of 0 makes a neuron blind to its input. With both inputs at 0 only the bias"
            + " speaks. And with the sign of the first weight turned, what spoke for firing speaks"
            + " against it: the sum falls below 0, and the gate closes.");
  }

  private static void changed(
      Page page, String what, Network network, int parameter, double value, float... inputs) {
    Network other = network.copy();
    other.parameters()[parameter] = (float) value;
    Neuron neuron = other.neuron(0, 0, inputs);
    page.say("  %-32s %6s   %6s", what, sum(neuron), output(neuron));
  }

  private static void familiar(Page page, Classroom room) {
    page.heading("You have met one before");
    Neuron neuron =
        Fixtures.neuron(room.plugins(), 200, 0).neuron(0, 0, (float) Fixtures.HOUSE_SIZE);
    page.say(
        "Dollars per square foot is a weight. One input, the size: %s; weight %s; bias %s; no"
            + " activation: output %s. Add inputs for the garden, the rooms and the year, each with"
            + " a weight of its own, and the price of any house is a weighted sum. Nobody sets the"
            + " weights and the bias: the loop of chapter 3 learns them.",
        decimal(neuron.input(0), 0),
        decimal(neuron.weight(0), 0),
        decimal(neuron.bias(), 0),
        dollars(neuron.output()));
  }

  private static String input(Neuron neuron, int i) {
    return decimal(neuron.input(i), 1);
  }

  private static String weight(Neuron neuron, int i) {
    return decimal(neuron.weight(i), 1);
  }

  private static String product(Neuron neuron, int i) {
    return decimal(neuron.weight(i) * neuron.input(i), 1);
  }

  private static String sum(Neuron neuron) {
    return decimal(neuron.sum(), 1);
  }

  private static String output(Neuron neuron) {
    return decimal(neuron.output(), 1);
  }
}
