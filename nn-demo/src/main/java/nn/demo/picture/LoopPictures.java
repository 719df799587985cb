package nn.demo.picture;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;
import nn.demo.story.Numerals;
import nn.demo.story.TheTrainingLoop.Epoch;
import nn.demo.story.Town;

/** The training loop: the line that turns into place, and the loss that falls. */
final class LoopPictures {
  private static final ImmutableList<Integer> SHOWN = ImmutableList.of(0, 1, 5, 20, 60);
  private static final double AT = 2000;

  private LoopPictures() {}

  /** The fitted line over the points at several epochs. */
  static Picture line(List<Epoch> epochs) {
    Drawing drawing = new Drawing(820, 460, "The line turns into place");
    Plot plot = Plot.on(drawing, new Frame(88, 80, 470, 310), Axes.size(), Axes.price());
    Legend legend = new Legend(drawing, 580, 100);
    legend.point(Symbol.DOT, Ink.DATA, "a house that was sold");
    for (int i = 0; i < SHOWN.size(); i++) {
      Epoch epoch = epochs.get(SHOWN.get(i));
      Look look = look(i);
      plot.curve(x -> epoch.priceOf2000() + epoch.perFoot() * (x - AT), look);
      legend.line(look, i == 0 ? "the guess at the start" : "after epoch " + SHOWN.get(i));
      legend.more(Numerals.cents(epoch.perFoot()) + " per square foot");
    }
    plot.points(Town.sizes(), Town.prices(), Symbol.DOT, Ink.DATA);
    return new Picture(
        "10-line",
        "Twelve houses as points, size against price, and the network's line at epochs 0, 1, 5, 20 and 60: it turns until it runs through the points.",
        "A network of one neuron can only draw a straight line. Weight and bias start at 0, which is the average price for every house, and every epoch turns the line towards the houses, at first in large steps, then in ever smaller ones. After %d epochs it says %s per square foot."
            .formatted(epochs.size() - 1, Numerals.cents(epochs.get(epochs.size() - 1).perFoot())),
        drawing,
        sheet(epochs));
  }

  /** Early lines are broken and thin, the last one is whole and thick. */
  private static Look look(int number) {
    Dash[] dashes = {Dash.DOTS, Dash.SHORT, Dash.MIXED, Dash.LONG, Dash.SOLID};
    boolean last = number == dashes.length - 1;
    return Look.line(last ? Ink.MODEL : Ink.QUIET, last ? 3 : 1.8).broken(dashes[number]);
  }

  /** The loss after every epoch, as the typical miss in dollars. */
  static Picture loss(List<Epoch> epochs) {
    Drawing drawing = new Drawing(760, 460, "The loss falls, epoch by epoch");
    Axis time = Axis.of("training so far (epochs)", 0, 60, 10, v -> Numerals.decimal(v, 0));
    Axis miss =
        Axis.log(
            "typical miss (dollars)",
            5_000,
            200_000,
            Numerals::dollars,
            5_000.0,
            10_000.0,
            20_000.0,
            50_000.0,
            100_000.0,
            200_000.0);
    Frame frame = new Frame(98, 80, 500, 310);
    Plot plot = Plot.on(drawing, frame, time, miss);
    squared(plot);
    double best = epochs.get(epochs.size() - 1).rmse();
    Look floor = Look.line(Ink.DATA, 1.6).broken(Dash.SHORT);
    plot.joined(new double[] {0, 60}, new double[] {best, best}, floor);
    drawing.text(
        frame.right() - 8,
        plot.y(best) + 18,
        "%s: the noise in the prices".formatted(Numerals.dollars(best)),
        Type.LABEL.in(Ink.DATA).end());
    double[] misses = epochs.stream().mapToDouble(Epoch::rmse).toArray();
    double[] steps = IntStream.range(0, misses.length).asDoubleStream().toArray();
    plot.joined(steps, misses, Look.line(Ink.MODEL, 2.5));
    plot.points(new double[] {0}, new double[] {misses[0]}, Symbol.SQUARE, Ink.MODEL);
    plot.label(
        plot.at(0, misses[0]), 12, -6, "the guess: " + Numerals.dollars(misses[0]), Type.LABEL);
    return new Picture(
        "10-loss",
        "The typical miss in dollars against the epochs, on a scale of equal factors: a straight fall, then a flat end at the noise.",
        "Left the typical miss in dollars, right the loss itself in dollars squared: the one is the root of the other. On this scale every step of the grid is a factor, so a straight line means that each epoch removes the same share of what is left. The curve ends flat at %s, because the prices are not exactly on any line: no training removes that."
            .formatted(Numerals.dollars(best)),
        drawing,
        sheet(epochs));
  }

  private static Sheet sheet(List<Epoch> epochs) {
    Sheet sheet =
        Sheet.of(
            "epoch",
            "per square foot",
            "2,000 square feet",
            "typical miss",
            "loss (dollars squared)");
    for (int number : SHOWN) {
      Epoch epoch = epochs.get(number);
      sheet =
          sheet.row(
              "" + number,
              Numerals.cents(epoch.perFoot()),
              Numerals.dollars(epoch.priceOf2000()),
              Numerals.dollars(epoch.rmse()),
              Numerals.decimal(epoch.rmse() * epoch.rmse(), 0));
    }
    return sheet;
  }

  /** The same axis in the loss's own unit, on the right. */
  private static void squared(Plot plot) {
    Frame frame = plot.frame();
    Drawing drawing = plot.drawing();
    for (double miss : new double[] {10_000, 100_000}) {
      double billions = miss * miss / 1e9;
      drawing.text(
          frame.right() + 8,
          plot.y(miss) + 4,
          Numerals.decimal(billions, billions < 1 ? 1 : 0) + " billion",
          Type.TICK);
    }
    drawing.text(frame.right() + 105, frame.y() - 12, "loss (dollars squared)", Type.LABEL.end());
  }
}
