package nn.demo.story;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.network.Neuron;

/** Chapter 8: how much each number of a network is to blame for the error. */
public final class AssigningBlame implements Chapter {
  /** How far a number is nudged to each side, so that the two places are 1 apart. */
  private static final double NUDGE = 0.5;

  private static final double RATE = 0.000001;
  private static final int BAR = 16;

  /** The network's numbers in the order of its parameters. */
  public static final ImmutableList<String> NAMES =
      ImmutableList.of("w1", "w2", "b1", "b2", "v1", "v2", "c");

  /** The order in which the blame reaches them. */
  private static final List<String> BACKWARD = List.of("c", "v1", "v2", "b1", "w1", "b2", "w2");

  @Override
  public int number() {
    return 8;
  }

  @Override
  public String title() {
    return "assigning blame";
  }

  @Override
  public void tell(Page page, Classroom room) {
    Network network = Fixtures.blame(room.plugins());
    float[] slopes = room.slopes(network, room.mse(), Fixtures.blameHouse());
    page.say(
        "The loss says how wrong the whole network is. But a network has many numbers: which of them should change, and by how much? Here is one that is small enough to follow with a pencil. It sees sizes in thousands of square feet and prices in thousands of dollars.");
    forward(page, room, network);
    backward(page, network, slopes);
    nudges(page, room, network, slopes);
    step(page, room, network);
    page.close(
        "the error travels back from the output, multiplied on its way by the weights and gates that it passes, and so each number gets its own share of the blame.",
        "house-price 9",
        "Which three numbers of this network get no blame at all, and why?",
        "Why does w1 get so much more of it than v1?",
        "How can you check a blame without knowing how it was worked out?");
  }

  private static void forward(Page page, Classroom room, Network network) {
    Dataset house = Fixtures.blameHouse();
    float size = house.features().get(0, 0);
    float price = house.targets().get(0, 0);
    Neuron open = network.neuron(0, 0, size);
    Neuron closed = network.neuron(0, 1, size);
    Neuron output = network.neuron(1, 0, size);
    page.heading("Forward: the prediction");
    page.say(
        "             w1 = %s   b1 = %s             v1 = %s",
        whole(open.weight(0)), whole(open.bias()), whole(output.weight(0)));
    page.say(
        "           +-> sum %2s -> ReLU -> %s --------------+",
        whole(open.sum()), whole(open.output()));
    page.say(
        "    x = %s -+                                     +-> + c = %s -> output %s",
        whole(size), whole(output.bias()), whole(output.output()));
    page.say(
        "           +-> sum %2s -> ReLU -> %s --------------+",
        whole(closed.sum()), whole(closed.output()));
    page.say(
        "             w2 = %s  b2 = %s             v2 = %s",
        whole(closed.weight(0)), whole(closed.bias()), whole(output.weight(1)));
    page.blank();
    page.say(
        "The house was sold for %s: error %s - %s = %s, loss %s squared = %s.",
        whole(price),
        whole(output.output()),
        whole(price),
        whole(output.output() - price),
        whole(output.output() - price),
        whole(room.loss(network, room.mse(), house)));
  }

  private static void backward(Page page, Network network, float[] slopes) {
    Dataset house = Fixtures.blameHouse();
    float x = house.features().get(0, 0);
    Neuron output = network.neuron(1, 0, x);
    double error = output.output() - house.targets().get(0, 0);
    double atOutput = slope(slopes, "c");
    page.ask("Which of the seven numbers is most to blame, and which not at all?");
    page.heading("Backward: the blame");
    page.say(
        "A number's blame is a slope: how fast the loss grows when the number grows. We start where the error is seen and go back towards the input.");
    page.say(
        "1. The output. A square grows by 2 x error: 2 x %s = %s. The bias c is simply added to the output, so its blame is the same: %s.",
        whole(error), whole(2 * error), whole(atOutput));
    page.say(
        "2. The weights v. Each multiplies what its neuron sends: v1 gets %s x %s = %s. The second neuron is silent, so v2 gets %s x %s = %s.",
        whole(atOutput),
        whole(output.input(0)),
        whole(slope(slopes, "v1")),
        whole(atOutput),
        whole(output.input(1)),
        whole(slope(slopes, "v2")));
    page.say(
        "3. Back through the weights and the gates. To the first neuron go %s x %s = %s; its gate (ReLU) is open and lets them pass: b1 gets %s. To the second go %s x %s = %s, but its gate is closed: b2 gets %s.",
        whole(atOutput),
        whole(output.weight(0)),
        whole(atOutput * output.weight(0)),
        whole(slope(slopes, "b1")),
        whole(atOutput),
        whole(output.weight(1)),
        whole(atOutput * output.weight(1)),
        whole(slope(slopes, "b2")));
    page.say(
        "4. The weights w. Each multiplies x = %s: w1 gets %s x %s = %s, and w2 gets %s x %s = %s.",
        whole(x),
        whole(slope(slopes, "b1")),
        whole(x),
        whole(slope(slopes, "w1")),
        whole(slope(slopes, "b2")),
        whole(x),
        whole(slope(slopes, "w2")));
  }

  private static void nudges(Page page, Classroom room, Network network, float[] slopes) {
    page.heading("Each number checked by a nudge");
    page.say(
        "Lower one number by %s, raise it by %s, run the network forward both times: the two places are 1 apart, so the difference of the losses is the slope.",
        Numerals.decimal(NUDGE, 1), Numerals.decimal(NUDGE, 1));
    page.blank();
    page.say("     value   loss if lower   if higher  difference  backward   share");
    double[] shares = shares(slopes);
    for (String name : BACKWARD) {
      int at = NAMES.indexOf(name);
      double lower = nudged(room, network, at, -NUDGE);
      double higher = nudged(room, network, at, NUDGE);
      page.say(
          "  %-2s %5s   %13s  %10s  %10s  %8s  %6s %s",
          name,
          whole(network.parameters()[at]),
          Numerals.decimal(lower, 2),
          Numerals.decimal(higher, 2),
          Numerals.decimal(higher - lower, 0),
          whole(slopes[at]),
          Numerals.percent(shares[at], 1),
          "#".repeat((int) Math.rint(BAR * shares[at])));
    }
    page.say(
        "The loss is a parabola in each number here, so even a nudge of a half is exact; elsewhere it must be small. Nudging needs two runs for every number; the way back gets all of them in one. That is backpropagation.");
    page.blank();
  }

  private static void step(Page page, Classroom room, Network network) {
    Dataset house = Fixtures.blameHouse();
    Network adjusted = network.copy();
    room.descend(adjusted, house, RATE, 1);
    float size = house.features().get(0, 0);
    page.say(
        "Now every number moves against its blame, %s times as far: w1 from %s to %s, v1 from %s to %s, the blameless not at all. The output rises from %s to %s, and the loss falls from %s to %s.",
        Numerals.decimal(RATE, 6),
        whole(network.parameters()[0]),
        Numerals.decimal(adjusted.parameters()[0], 3),
        whole(network.parameters()[4]),
        Numerals.decimal(adjusted.parameters()[4], 4),
        whole(network.predict(size)[0]),
        Numerals.decimal(adjusted.predict(size)[0], 1),
        whole(room.loss(network, room.mse(), house)),
        whole(room.loss(adjusted, room.mse(), house)));
  }

  /** The loss when the number at this place is that much larger. */
  static double nudged(Classroom room, Network network, int at, double by) {
    Network copy = network.copy();
    copy.parameters()[at] += (float) by;
    return room.loss(copy, room.mse(), Fixtures.blameHouse());
  }

  /** What part of all blame each number has, whatever its sign; they add up to 1. */
  public static double[] shares(float[] slopes) {
    double all = 0;
    for (float slope : slopes) {
      all += Math.abs(slope);
    }
    double[] shares = new double[slopes.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = all == 0 ? 0 : Math.abs(slopes[i]) / all;
    }
    return shares;
  }

  private static double slope(float[] slopes, String name) {
    return slopes[NAMES.indexOf(name)];
  }

  private static String whole(double number) {
    return Numerals.decimal(number, 0);
  }
}
