package nn.demo.story;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.demo.terminal.TextPlot;

/** Chapter 9: walking down the slope of the loss. */
public final class FindingTheValley implements Chapter {
  /** Rates for HOUSE: too small, good, large, too large. */
  public static final ImmutableList<Double> RATES = ImmutableList.of(1e-8, 1e-7, 2.5e-7, 3e-7);

  /** What becomes of the walk at each of the {@link #RATES}. */
  public static final ImmutableList<String> FATES =
      ImmutableList.of("creeps", "arrives", "bounces", "explodes");

  /** The one at which it arrives. */
  public static final double GOOD_RATE = RATES.get(1);

  /** Steps of the walk on HOUSE. */
  public static final int STEPS = 5;

  private static final List<Integer> CANYON_STEPS = List.of(0, 1, 21, 40, 1_000, 100_000);
  private static final double MILLION = 1e6;
  private static final double BILLION = 1e9;
  private static final int HEIGHT = 7;

  @Override
  public int number() {
    return 9;
  }

  @Override
  public String title() {
    return "finding the valley";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.say(
        "You stand in the hills, blindfolded, and want to go down. You cannot see the valley, but you feel the slope under your feet. It points up; so take a step against it, feel again, and go on. That is gradient descent. The hills are the loss surface: the height is the loss, the place is the weights, the slope (gradient) is the blame.");
    rates(page, room);
    canyon(page, new Canyon(room));
    valleys(page, room);
    page.close(
        "a step against the slope, not too short and not too long, and again, leads down into a valley.",
        "house-price 10",
        "What happens if the rate is a little too large, and what if it is too small?",
        "Why do we scale numbers before training?",
        "Does the walk always end in the lowest valley?");
  }

  private static void rates(Page page, Classroom room) {
    page.heading("How long a step? One house, one weight");
    List<Double> good = path(room, GOOD_RATE);
    page.say("Height: its loss in billions; o: steps at rate %s.", rate(GOOD_RATE));
    page.picture(
        TextPlot.of(
            w -> loss(room, w) / BILLION,
            150,
            250,
            HEIGHT,
            good.stream().mapToDouble(w -> w).toArray()));
    page.say("new weight = weight - rate x slope, from %s:", weight(Fixtures.GUESS));
    for (int r = 0; r < RATES.size(); r++) {
      StringBuilder line = new StringBuilder();
      for (double w : path(room, RATES.get(r)).subList(1, STEPS + 1)) {
        line.append(String.format(Locale.ROOT, "%9s", weight(w)));
      }
      page.say("  rate %-11s %-8s  %s", rate(RATES.get(r)), FATES.get(r), line);
    }
    double curvature = slope(room, 201) - slope(room, 200);
    page.say(
        "The slope grows by %s with each dollar. A rate of 1 divided by that, %s, lands at the bottom in one step; from 2 divided by that, %s, the walk never arrives.",
        Numerals.decimal(curvature, 0), rate(1 / curvature), rate(2 / curvature));
  }

  private static void canyon(Page page, Canyon canyon) {
    Curvatures walls = canyon.curvatures();
    page.heading("The canyon: why numbers are scaled");
    page.say(
        "LAND: the twelve houses, each with a plot for %s more. Now there are two numbers to find. In raw units, square feet and dollars, the loss is a canyon: across it the slope grows by %s with each unit, along its floor by %s. The walls allow no rate above %s; on the floor that is next to standing still.",
        Numerals.dollars(Fixtures.PLOT),
        Numerals.decimal(walls.steep(), 0),
        Numerals.decimal(walls.flat(), 4),
        rate(2 / walls.steep()));
    page.blank();
    page.say(
        "         raw units, rate %-16s   scaled, rate %s",
        rate(Canyon.RAW_RATE), rate(Canyon.SCALED_RATE));
    page.say("    step   $/sq ft      plot  typical miss  $/sq ft      plot  typical miss");
    List<Canyon.Place> raw = canyon.raw(CANYON_STEPS);
    List<Canyon.Place> scaled = canyon.scaled(CANYON_STEPS.subList(0, 4));
    for (int i = 0; i < raw.size(); i++) {
      page.say(
          "%8s %s %s",
          Numerals.decimal((double) raw.get(i).step(), 0),
          place(raw.get(i)),
          i < scaled.size() ? place(scaled.get(i)) : "");
    }
    page.say(
        "Scaled, the canyon is a round bowl (and 0 means the average price). Until the error of the plot is a hundredth: %s million steps in raw units, %d in scaled ones. That is why numbers are scaled first.",
        Numerals.decimal(canyon.rawSteps() / MILLION, 0), canyon.scaledSteps());
  }

  private static String place(Canyon.Place place) {
    return String.format(
        Locale.ROOT,
        "%9s %9s %13s",
        Numerals.cents(place.perFoot()),
        Numerals.dollars(place.plot()),
        Numerals.dollars(place.rmse()));
  }

  private static void valleys(Page page, Classroom room) {
    page.heading("Two valleys");
    double[] starts = TwoValleys.STARTS.stream().mapToDouble(w -> w).toArray();
    page.picture(TextPlot.of(TwoValleys::height, -1.4, 1.4, HEIGHT, starts));
    page.ask("The two balls start side by side. Where does each come to rest?");
    for (double start : starts) {
      double end = TwoValleys.settle(room, start);
      page.say(
          "  start %s: comes to rest at %7s, height %7s",
          Numerals.decimal(start, 2),
          Numerals.decimal(end, 4),
          Numerals.decimal(TwoValleys.height(end), 4));
    }
    page.say(
        "Feeling the slope, nobody knows of a deeper valley behind the ridge; the bottom of the deepest is the global minimum. For a straight line and squared errors there is only one valley; for networks there are many, and one that is good enough is all we ask for.");
  }

  /** The weight after each step on HOUSE, the start first. */
  public static List<Double> path(Classroom room, double rate) {
    Network network = Fixtures.neuron(room.plugins(), Fixtures.GUESS, 0);
    List<Double> path = new ArrayList<>(List.of(Fixtures.GUESS));
    room.learn(
        network,
        room.mse(),
        Fixtures.house(),
        new WeightsOnly(room.sgd(rate)),
        STEPS,
        step -> path.add((double) network.parameters()[0]));
    return path;
  }

  private static double loss(Classroom room, double weight) {
    return room.loss(Fixtures.neuron(room.plugins(), weight, 0), room.mse(), Fixtures.house());
  }

  private static double slope(Classroom room, double weight) {
    Dataset house = Fixtures.house();
    return room.slopes(Fixtures.neuron(room.plugins(), weight, 0), room.mse(), house)[0];
  }

  private static String weight(double weight) {
    return Numerals.decimal(weight, 2);
  }

  private static String rate(double rate) {
    return Numerals.decimal(rate, 9).replaceAll("0+$", "");
  }
}
