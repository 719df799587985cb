package nn.demo.story;

import static nn.demo.story.Numerals.cents;
import static nn.demo.story.Numerals.decimal;
import static nn.demo.story.Numerals.dollars;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.core.network.Network;
import nn.core.random.SplitMix64;

/** Chapter 3: the loop on one house, each number by hand. */
final class GuessMeasureAdjustRepeat implements Chapter {
  /** How far a step goes: a ten-millionth of the slope. */
  private static final double RATE = 1e-7;

  private static final int ROUNDS = 5;
  private static final double NUDGE = 0.01;
  private static final double LINE_FROM = 170;
  private static final double LINE_TO = 202;
  private static final int LINE_COLUMNS = 64;

  /** A guess and what came of it: the answer for the house, the squared error and its slope. */
  private record Round(double guess, double price, double squared, double slope) {
    double error() {
      return price - Fixtures.HOUSE_PRICE;
    }
  }

  @Override
  public int number() {
    return 3;
  }

  @Override
  public String title() {
    return "guess, measure, adjust, repeat";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.say(
        "One sentence holds all that a network does to learn: guess, measure the error, adjust, repeat.");
    page.blank();
    page.say("  01 guess ---> 02 measure ---> 03 adjust ---+");
    page.say("      ^                                      |");
    page.say("      +-------------- 04 repeat -------------+");
    List<Round> rounds = rounds(room, Fixtures.GUESS);
    guessAndMeasure(page, rounds.get(0));
    adjust(page, room, rounds.get(0), rounds.get(1));
    page.ask("The guess is now " + dollars(rounds.get(1).guess()) + ". Where is it a round later?");
    repeat(page, rounds);
    random(page, room);
    page.close(
        "a machine learns by making a guess, measuring how wrong it is, and changing it to be"
            + " slightly less wrong, again and again.",
        "house-price 4",
        "What does the sign of the error say, and why is the error squared?",
        "The slope is negative: should the guess become larger or smaller?",
        "Why do the steps become smaller by themselves?",
        "What would change if the loop had begun with another guess?");
  }

  private static List<Round> rounds(Classroom room, double guess) {
    Network neuron = Fixtures.neuron(room.plugins(), guess, 0);
    List<Round> rounds = new ArrayList<>();
    rounds.add(round(room, neuron));
    room.learn(
        neuron,
        room.mse(),
        Fixtures.house(),
        new WeightsOnly(room.sgd(RATE)),
        ROUNDS,
        step -> rounds.add(round(room, neuron)));
    return rounds;
  }

  private static Round round(Classroom room, Network neuron) {
    return new Round(
        neuron.parameters()[0],
        neuron.predict((float) Fixtures.HOUSE_SIZE)[0],
        room.loss(neuron, room.mse(), Fixtures.house()),
        room.slopes(neuron, room.mse(), Fixtures.house())[0]);
  }

  private static void guessAndMeasure(Page page, Round start) {
    page.heading("01 Start with a guess");
    page.say(
        "Take a single house: %s square feet, sold for %s. Say, without knowing better, that a"
            + " square foot costs %s. Then the house costs",
        decimal(Fixtures.HOUSE_SIZE, 0), dollars(Fixtures.HOUSE_PRICE), dollars(start.guess()));
    page.blank();
    page.say(
        "  %s x %s = %s",
        decimal(start.guess(), 0), decimal(Fixtures.HOUSE_SIZE, 0), dollars(start.price()));
    page.heading("02 Measure the error");
    String error =
        "%s - %s = %s"
            .formatted(
                decimal(start.price(), 0),
                decimal(Fixtures.HOUSE_PRICE, 0),
                dollars(start.error()));
    String off = decimal(start.error(), 0);
    String squared = "%s x %s = %s".formatted(off, off, decimal(start.squared(), 0));
    page.say("  error    %-33s  minus: the guess is too low", error);
    page.say("  squared  %-33s  never negative, 0 only if right", squared);
  }

  private static void adjust(Page page, Classroom room, Round start, Round next) {
    page.heading("03 Adjust");
    double nudged = start.guess() + NUDGE;
    double squared =
        room.loss(Fixtures.neuron(room.plugins(), nudged, 0), room.mse(), Fixtures.house());
    page.say(
        "Up or down? Feel it: with %s, a cent more, the squared error is %s. That is %s less, so up"
            + " is right. How fast it changes, counted for a whole dollar, is called the slope; it"
            + " is negative where the error falls:",
        cents(nudged), decimal(squared, 0), decimal(start.squared() - squared, 0));
    page.blank();
    page.say(
        "  slope      2 x error x square feet = 2 x %s x %s = %s",
        decimal(start.error(), 0), decimal(Fixtures.HOUSE_SIZE, 0), decimal(start.slope(), 0));
    page.say(
        "  new guess  guess - rate x slope = %s - 0.0000001 x %s = %s",
        decimal(start.guess(), 0), decimal(start.slope(), 0), decimal(next.guess(), 0));
    page.blank();
    page.say(
        "The minus sends us against the slope: downhill. The rate says how far to go; it is a small"
            + " number that we choose, and chapter 9 is about choosing it.");
  }

  private static void repeat(Page page, List<Round> rounds) {
    page.heading("04 Repeat");
    page.say("  round     guess    the house      error   slope in millions");
    for (int i = 0; i < rounds.size(); i++) {
      Round round = rounds.get(i);
      page.say(
          "  %5d  %8s   %10s  %9s   %17s",
          i,
          "$" + decimal(round.guess(), 3),
          dollars(round.price()),
          dollars(round.error()),
          decimal(round.slope() / 1e6, 3));
    }
    page.blank();
    path(page, rounds);
    page.blank();
    page.say(
        "Each round takes away four fifths of the error that is left. The nearer the goal, the"
            + " gentler the slope and the smaller the step.");
    page.blank();
  }

  /** The rounds on a line of dollars; a round that would cover an earlier one is left out. */
  private static void path(Page page, List<Round> rounds) {
    char[] marks = new char[LINE_COLUMNS + 1];
    Arrays.fill(marks, ' ');
    for (int i = 0; i < rounds.size(); i++) {
      double place = (rounds.get(i).guess() - LINE_FROM) / (LINE_TO - LINE_FROM);
      int column = (int) Math.rint(place * LINE_COLUMNS);
      if (column >= 0 && column < marks.length && marks[column] == ' ') {
        marks[column] = (char) ('0' + i);
      }
    }
    page.say("  round  %s", new String(marks).stripTrailing());
    StringBuilder scale = new StringBuilder();
    StringBuilder labels = new StringBuilder();
    for (double at = LINE_FROM; at <= LINE_TO; at += 5) {
      scale.append(at + 5 <= LINE_TO ? "+---------" : "+----");
      labels.append("%-10s".formatted(dollars(at)));
    }
    page.say("         %s", scale);
    page.say("         %s", labels.toString().stripTrailing());
  }

  private static void random(Page page, Classroom room) {
    double guess = new SplitMix64(room.seed()).nextDouble(0, 500);
    List<String> guesses = rounds(room, guess).stream().map(round -> cents(round.guess())).toList();
    page.say(
        "And from a guess drawn at random: %s. It heads for the same place. A network does this with"
            + " thousands of numbers at once and repeats it millions of times; nothing else.",
        String.join(", ", guesses));
  }
}
