package nn.demo.command;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.ElementwiseLoss;
import nn.api.Plugin;
import nn.api.Range;
import nn.api.Schedule;
import nn.core.text.Numbers;
import nn.demo.story.ScalarFunction;
import nn.demo.terminal.TextPlot;

/**
 * The curve of a plugin where it shows what the plugin is.
 *
 * @param caption what is drawn; empty where that goes without saying
 */
record PluginPlot(String caption, DoubleUnaryOperator curve, double from, double to) {
  /**
   * Steps of the run over which a schedule is drawn: by their defaults a whole cycle, several
   * restarts, every milestone.
   */
  private static final int STEPS = 4_000;

  /** Every loss makes sense for it: numbers, counts, and both kinds of classes have a 1. */
  private static final double TARGET = 1;

  private static final double REACH = 5;
  private static final double BESIDE = 2;

  /** The curve, if the plugin has one. */
  static Optional<PluginPlot> of(Plugin plugin) {
    if (plugin instanceof Activation activation) {
      return ScalarFunction.of("", activation)
          .map(f -> new PluginPlot("", f.value(), -reach(activation), reach(activation)));
    } else if (plugin instanceof ElementwiseLoss loss) {
      return Optional.of(loss(loss));
    }
    return plugin instanceof Schedule schedule ? Optional.of(schedule(schedule)) : Optional.empty();
  }

  /** Beyond its kinks. */
  private static double reach(Activation activation) {
    return activation instanceof ElementwiseActivation f
        ? DoubleStream.of(f.kinks()).map(kink -> Math.abs(kink) + BESIDE).reduce(REACH, Math::max)
        : REACH;
  }

  private static PluginPlot schedule(Schedule schedule) {
    return new PluginPlot(
        "factor on the rate over %d steps".formatted(STEPS),
        step -> schedule.factor((long) step, STEPS),
        1,
        STEPS);
  }

  private static PluginPlot loss(ElementwiseLoss loss) {
    if (loss.domain() == Range.UNIT) {
      return loss(loss, 0.01, 0.99);
    }
    // What takes predictions below 0 for the least that it knows is flat there.
    boolean flat = loss.value(-1, TARGET) == loss.value(-2, TARGET);
    return flat || loss.domain() != Range.REAL
        ? loss(loss, 0.1, 4)
        : loss(loss, TARGET - BESIDE, TARGET + BESIDE);
  }

  private static PluginPlot loss(ElementwiseLoss loss, double from, double to) {
    String caption =
        "loss for predictions from %s to %s, target %s"
            .formatted(Numbers.text(from), Numbers.text(to), Numbers.text(TARGET));
    return new PluginPlot(caption, prediction -> loss.value(prediction, TARGET), from, to);
  }

  /** Its lines, each at most 80 columns wide. */
  List<String> lines() {
    return TextPlot.of(curve, from, to);
  }
}
