package nn.demo.story;

import nn.api.Loss;
import nn.core.data.Dataset;
import nn.core.network.Network;

/** Chapter 7: one number for how wrong a model is. */
final class TheLoss implements Chapter {
  private static final double[] GUESSES = {Fixtures.GUESS, 195, 200};
  private static final double[] MISSES = {10_000, 50_000, 100_000};
  private static final double MILLION = 1_000_000;
  private static final int BAR = 24;

  @Override
  public int number() {
    return 7;
  }

  @Override
  public String title() {
    return "the loss";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.say(
        "Whoever wants to become less wrong must first know how wrong. The loss is one number for that: 0 is perfect, lower is better, and learning means nothing else than making it small.");
    house(page, room);
    town(page, room);
    guesses(page, room);
    squares(page, room);
    misses(page, room);
    page.close(
        "the loss, here the average of the squared errors, is the one number that training makes small.",
        "house-price 8",
        "Why is the error squared before it is averaged?",
        "How much more does a miss of $100,000 cost than one of $10,000?",
        "Why is the loss of the best line through the twelve houses not 0?");
  }

  private static void house(Page page, Classroom room) {
    Network guess = Fixtures.neuron(room.plugins(), Fixtures.GUESS, 0);
    double predicted = guess.predict((float) Fixtures.HOUSE_SIZE)[0];
    page.heading("One house");
    row(page, "predicted", Numerals.dollars(predicted), "");
    row(page, "sold for", Numerals.dollars(Fixtures.HOUSE_PRICE), "");
    row(
        page,
        "error",
        Numerals.dollars(predicted - Fixtures.HOUSE_PRICE),
        "prediction - target: the sign says too low");
    row(
        page,
        "squared",
        Numerals.decimal(room.loss(guess, room.mse(), Fixtures.house()), 0),
        "the error times itself: never negative");
  }

  private static void row(Page page, String name, String number, String note) {
    page.say("  %-10s %14s   %s", name, number, note);
  }

  private static void town(Page page, Classroom room) {
    Network guess = Fixtures.neuron(room.plugins(), Fixtures.GUESS, 0);
    Houses town = Fixtures.town();
    double[] sizes = town.sizes();
    double[] prices = town.prices();
    double largest = 0;
    for (int i = 0; i < town.count(); i++) {
      largest = Math.max(largest, Math.abs(error(guess, sizes[i], prices[i])));
    }
    page.heading("Twelve houses");
    page.say(
        "The mean squared error (MSE) is the average of the squares: (1/n) times the sum of (prediction - target)^2. At %s per square foot:",
        Numerals.dollars(Fixtures.GUESS));
    page.blank();
    page.say("  sq ft  predicted   sold for      error  squared, in millions");
    for (int i = 0; i < town.count(); i++) {
      double error = error(guess, sizes[i], prices[i]);
      page.say(
          "  %5s  %9s  %9s  %9s  %7s  %s",
          Numerals.decimal(sizes[i], 0),
          Numerals.dollars(prices[i] + error),
          Numerals.dollars(prices[i]),
          Numerals.dollars(error),
          Numerals.decimal(error * error / MILLION, 0),
          "#".repeat((int) Math.rint(BAR * error * error / (largest * largest))));
    }
  }

  private static double error(Network guess, double size, double price) {
    return guess.predict((float) size)[0] - price;
  }

  private static void guesses(Page page, Classroom room) {
    Dataset houses = Fixtures.town().unscaled();
    page.blank();
    page.say("  $ per sq ft   loss: average of the squares   its root: typical miss");
    for (double perFoot : GUESSES) {
      double loss = room.loss(Fixtures.neuron(room.plugins(), perFoot, 0), room.mse(), houses);
      page.say(
          "  %11s   %28s   %22s",
          Numerals.dollars(perFoot), Numerals.decimal(loss, 0), Numerals.dollars(Math.sqrt(loss)));
    }
    page.say(
        "The squares are in \"square dollars\", which nobody can picture; the root (RMSE) is in dollars again. The last guess is the best line there is: what remains is the noise in the prices, which no line can follow.");
  }

  private static void squares(Page page, Classroom room) {
    double perFoot = GUESSES[GUESSES.length - 1];
    Network best = Fixtures.neuron(room.plugins(), perFoot, 0);
    Houses town = Fixtures.town();
    double sum = 0;
    int exact = 0;
    for (int i = 0; i < town.count(); i++) {
      double error = error(best, town.sizes()[i], town.prices()[i]);
      sum += error;
      exact += error == 0 ? 1 : 0;
    }
    page.heading("Why squares?");
    page.say(
        "1. Signs cannot cancel. At %s the errors as they are add up to %s, as if all was well; yet only %d of %d houses is priced exactly.",
        Numerals.dollars(perFoot), Numerals.dollars(sum), exact, town.count());
    page.say("2. Large errors cost more than in proportion:");
    Loss mse = room.mse();
    double first = average(mse, MISSES[0]);
    for (double miss : MISSES) {
      double cost = average(mse, miss);
      page.say(
          "     a miss of %8s costs %14s, that is %3s times as much",
          Numerals.dollars(miss), Numerals.decimal(cost, 0), Numerals.decimal(cost / first, 0));
    }
  }

  private static void misses(Page page, Classroom room) {
    page.ask("Which is worse: two misses of $50,000, or one of $100,000 and one of $0?");
    Loss mae = room.plugins().loss("mae");
    page.blank();
    page.say("  two misses             mean squared error   mean absolute error");
    for (double[] two : new double[][] {{50_000, 50_000}, {100_000, 0}}) {
      page.say(
          "  %8s and %7s   %18s   %19s",
          Numerals.dollars(two[0]),
          Numerals.dollars(two[1]),
          Numerals.decimal(average(room.mse(), two), 0),
          Numerals.decimal(average(mae, two), 0));
    }
    page.say(
        "So the choice of the loss is a choice of what hurts: the squares would rather miss twice by a little than once by a lot; without them both are equally bad. Squares are the usual choice where the answer is an amount, such as a price (regression); chapter 12 has another loss, for yes or no.");
  }

  /** The average loss of predictions that miss by so much. */
  static double average(Loss loss, double... misses) {
    double sum = 0;
    for (double miss : misses) {
      sum += loss.row(new float[] {(float) miss}, 0, 1, new float[1], 0, null);
    }
    return sum / misses.length;
  }
}
