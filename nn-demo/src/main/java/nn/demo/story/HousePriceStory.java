package nn.demo.story;

import static nn.demo.story.Numerals.cents;
import static nn.demo.story.Numerals.dollars;

import java.util.List;
import java.util.Locale;
import nn.core.network.Neuron;
import nn.demo.story.HousePrice.Moment;

/** Tells what {@link HousePrice} did, in the order of the talk, within 80 columns. */
public final class HousePriceStory {
  /** Steps shown in the table of the loop: early ones close together, later ones far apart. */
  private static final List<Integer> SHOWN = List.of(0, 1, 2, 3, 5, 10, 20, 40, 60);

  private static final int BAR = 24;

  /** A miss so many times as large as the best line's is no success. */
  private static final double FAR_OFF = 2;

  private static final double SOLD_FOR = 400_000;

  private final Page page;
  private final HousePrice learned;

  /** Prepares to tell. */
  public HousePriceStory(Page page, HousePrice learned) {
    this.page = page;
    this.learned = learned;
  }

  /** Tells everything. */
  public void tell() {
    houses();
    if (learned.cast().isTalk()) {
      guess();
      measure();
      adjust();
      page.ask("How many dollars per square foot will it have found after 60 steps?");
      repeat("4. Repeat");
      page.heading("What it found");
      neuron();
    } else {
      cast();
      repeat("Guess, measure, adjust, repeat");
      page.heading("What it found");
    }
    answer();
  }

  /** With other plugins in the leading roles the arithmetic is not written out. */
  private void cast() {
    page.heading("The cast");
    Cast cast = learned.cast();
    page.say(
        cast.isOneNeuron()
            ? "One neuron: output = sum of w_i x_i + b."
            : "Eight neurons with the activation %s, and one that adds them up.",
        cast.activation());
    page.say("The loss is %s, the optimizer %s.", cast.loss(), cast.optimizer());
  }

  private void houses() {
    page.heading("How machines actually learn: the price of a square foot");
    page.say("Twelve houses were sold. Nobody tells the program what a square foot is worth;");
    page.say("it has to find out from the data.");
    page.blank();
    double[] sizes = Town.sizes();
    double[] prices = Town.prices();
    for (int from = 0; from < sizes.length; from += 6) {
      StringBuilder top = new StringBuilder("  square feet");
      StringBuilder bottom = new StringBuilder("  sold for   ");
      for (int i = from; i < from + 6; i++) {
        top.append(format("%,10.0f", sizes[i]));
        bottom.append(format("%10s", dollars(prices[i])));
      }
      page.say("%s", top);
      page.say("%s", bottom);
    }
  }

  private void guess() {
    Moment start = learned.moments().get(0);
    page.heading("1. Start with a guess");
    page.say("One neuron: it multiplies its input by a weight, adds a bias, and passes the");
    page.say("sum on.   output = activation(sum of w_i x_i + b)");
    page.say("So that all numbers are of one size, it sees a house as \"this much larger than");
    page.say(
        "the average\": (square feet - %,.0f) / %.1f, and prices likewise.",
        learned.size().mean(), learned.size().deviation());
    page.say(
        "The weight starts at random, the bias at 0: w = %.4f, b = %.4f.",
        start.weight(), start.bias());
    page.say("In dollars that is a guess of %s per square foot.", rate(start));
  }

  private void measure() {
    Moment start = learned.moments().get(0);
    page.ask("With that guess, what is the price of a house of 2,000 square feet?");
    double error = Math.rint(start.priceOf2000()) - SOLD_FOR;
    page.heading("2. Measure the error");
    page.say(
        "A house of 2,000 square feet was sold for %s. The guess says %s:",
        dollars(SOLD_FOR), dollars(start.priceOf2000()));
    page.say("  error            %18s   (prediction - target)", dollars(error));
    page.say("  squared          %,18.0f   (large errors cost more,", error * error);
    page.say("  %38s signs cannot cancel)", "");
    page.say("The average of the squares over all twelve houses is the loss: one number for");
    page.say("how wrong we are. Its root, the typical miss, is %s.", dollars(start.rmse()));
  }

  private void adjust() {
    Moment before = learned.moments().get(0);
    Moment after = learned.moments().get(1);
    page.heading("3. Adjust");
    page.say("Backpropagation says how much each number is to blame: the slope of the loss");
    page.say(
        "when that number grows. The step goes against the slope, %.1f times as far:",
        HousePrice.RATE);
    adjusted("weight", before.weight(), after.weight());
    adjusted("bias", before.bias(), after.bias());
    page.say(
        "Slightly less wrong: %s per square foot, a typical miss of %s.",
        rate(after), dollars(after.rmse()));
  }

  private void adjusted(String name, double before, double after) {
    double slope = (before - after) / HousePrice.RATE;
    page.say(
        "  %-7s %s  -  %.1f x %s  =  %s",
        name, decimal(before), HousePrice.RATE, decimal(slope), decimal(after));
  }

  private void repeat(String title) {
    page.heading(title);
    page.say("  step   $ per sq ft   2,000 sq ft   typical miss");
    double most = SHOWN.stream().mapToDouble(s -> learned.moments().get(s).rmse()).max().orElse(1);
    for (int step : SHOWN) {
      Moment m = learned.moments().get(step);
      String bar = "#".repeat((int) Math.max(1, Math.rint(BAR * m.rmse() / most)));
      page.say(
          "  %4d   %11s   %11s   %12s  %s",
          step, rate(m), dollars(m.priceOf2000()), dollars(m.rmse()), bar);
    }
  }

  private void neuron() {
    Moment end = learned.result();
    Neuron neuron = learned.neuron(2000);
    page.say("The neuron, looking at 2,000 square feet:");
    page.say(
        "  input       x = (2,000 - %,.0f) / %.1f = %.4f",
        learned.size().mean(), learned.size().deviation(), neuron.input(0));
    page.say("  weight      w = %.4f", neuron.weight(0));
    page.say("  bias        b = %.4f", neuron.bias());
    page.say("  sum         w x + b = %.4f", neuron.sum());
    page.say("  activation  none (identity): a straight line needs no bend");
    page.say(
        "  output      %.4f, that is %,.0f + %.4f x %,.0f = %s",
        neuron.output(),
        learned.target().mean(),
        neuron.output(),
        learned.target().deviation(),
        dollars(end.priceOf2000()));
    page.blank();
  }

  private void answer() {
    Moment end = learned.result();
    boolean arrived = end.rmse() < FAR_OFF * learned.bestMiss();
    page.bold("%s: %s per square foot.", arrived ? "Found from data" : "Not found", rate(end));
    page.say(
        "The best straight line, worked out without learning (closed form): $%.2f.",
        learned.closedForm());
    boolean talk = learned.cast().isTalk();
    page.say(
        "A house of 2,000 square feet: %s. Typical miss %s%s",
        dollars(end.priceOf2000()), dollars(end.rmse()), talk ? ", which is the noise" : ".");
    if (talk) {
      page.say("in the prices: no straight line does better.");
    } else if (!arrived) {
      lost(end);
    }
    Chapters.contents(page);
    page.say("Next: ./nn house-price 1                      the story from its beginning");
    page.say("Or:   ./nn train FILE.csv --target COLUMN     the same loop on your own data");
  }

  /** Why the goal was missed, as far as the numbers say. */
  private void lost(Moment end) {
    boolean grew = end.rmse() > learned.moments().get(0).rmse();
    page.say(
        "The best line misses by %s. The miss has %s; give --optimizer a %s learning-rate (chapter 9 says why).",
        dollars(learned.bestMiss()),
        grew
            ? "grown: the steps are so long that each jumps over the valley"
            : "not come down to that in %d steps".formatted(learned.steps()),
        grew ? "smaller" : "larger");
  }

  private static String rate(Moment moment) {
    return cents(moment.dollarsPerSquareFoot());
  }

  /** Four decimals; what rounds to 0 has no sign. */
  private static String decimal(double value) {
    return format("%8s", Numerals.decimal(value, 4));
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
