package nn.demo.story;

import static nn.demo.story.Numerals.cents;
import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.dollars;

import nn.core.network.Network;

/** Chapter 2: one number, dollars per square foot, and how well each guess of it does. */
final class SimplestPrediction implements Chapter {
  private static final double[] TRIED = {150, 175, 190, 195, 200, 205, 210, 225, 250};
  private static final int BAR = 30;

  @Override
  public int number() {
    return 2;
  }

  @Override
  public String title() {
    return "the simplest prediction problem";
  }

  @Override
  public void tell(Page page, Classroom room) {
    houses(page);
    noise(page);
    page.ask("Which single number of dollars per square foot would you take for all twelve?");
    tries(page, room);
    page.close(
        "to predict is to put a new input into a pattern that fits the known examples best; here"
            + " the pattern is one number, dollars per square foot.",
        "house-price 3",
        "What is the input, what is the output, and what is the one number between them?",
        "Why can no single number be right for all twelve houses?",
        "How do we say with one number how wrong a guess is for all houses together?",
        "Why is trying all the numbers no way to build something larger?");
  }

  private static void houses(Page page) {
    page.say(
        "You know how to do this: a larger house costs more, and after seeing a few you have a"
            + " feeling for how much. The size goes in, the price comes out. Here are the twelve"
            + " houses again, each one an o:");
    page.blank();
    page.picture(Sketch.of(Fixtures.town()));
    page.blank();
    page.say("They lie almost on a line, and the simplest pattern of all would do: one number.");
    page.blank();
    page.say("  price = dollars per square foot x square feet");
  }

  private static void noise(Page page) {
    page.heading("What each house says about that number");
    double[] sizes = Town.sizes();
    double[] prices = Town.prices();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (int from = 0; from < sizes.length; from += 6) {
      StringBuilder feet = new StringBuilder("  square feet    ");
      StringBuilder rates = new StringBuilder("  $ per sq ft    ");
      for (int i = from; i < from + 6; i++) {
        double rate = prices[i] / sizes[i];
        lowest = Math.min(lowest, rate);
        highest = Math.max(highest, rate);
        feet.append(padded(decimal(sizes[i], 0)));
        rates.append(padded(cents(rate)));
      }
      page.say("%s", feet);
      page.say("%s", rates);
    }
    page.blank();
    page.say(
        "From %s to %s: no two agree, and no single number can be right for all. One house has a"
            + " garden, another a noisy street. What the size cannot tell is called noise. We look"
            + " for the number that is least wrong on the whole.",
        cents(lowest), cents(highest));
  }

  private static String padded(String text) {
    return " ".repeat(Math.max(0, 10 - text.length())) + text;
  }

  private static void tries(Page page, Classroom room) {
    page.heading("How wrong is a guess?");
    page.say(
        "Price all twelve houses with a guess. Square how far each price is off, so that too much"
            + " and too little count alike; take the average of the squares; and take its root, to"
            + " be back in dollars. That is the typical miss:");
    page.blank();
    page.say("  $ per sq ft   2,000 sq ft   typical miss");
    double most = miss(room, TRIED[0]);
    double best = TRIED[0];
    for (double rate : TRIED) {
      double miss = miss(room, rate);
      best = miss < miss(room, best) ? rate : best;
      page.say(
          "  %11s   %11s   %12s  %s",
          cents(rate),
          dollars(predicted(room, rate)),
          dollars(miss),
          "#".repeat((int) Math.max(1, Math.rint(BAR * miss / most))));
    }
    page.blank();
    page.say(
        "Of these, %s does best: it makes %s of a house of 2,000 square feet. The %s that remain"
            + " are the noise. We found it by trying, which is fine for one number. With two"
            + " numbers, a hundred guesses for each make %s pairs to try, and a network has"
            + " thousands of numbers. There must be a better way than trying.",
        dollars(best),
        dollars(predicted(room, best)),
        dollars(miss(room, best)),
        decimal(100 * 100, 0));
  }

  private static double miss(Classroom room, double rate) {
    Network neuron = Fixtures.neuron(room.plugins(), rate, 0);
    return Math.sqrt(room.loss(neuron, room.mse(), Fixtures.town().unscaled()));
  }

  private static double predicted(Classroom room, double rate) {
    return Fixtures.neuron(room.plugins(), rate, 0).predict((float) Fixtures.HOUSE_SIZE)[0];
  }
}
