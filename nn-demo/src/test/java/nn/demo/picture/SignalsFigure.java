package nn.demo.picture;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nn.demo.essay.DeepStack;
import nn.demo.story.Classroom;
import nn.demo.story.Numerals;

/** Signals on their way through twenty layers of rectifiers, and blame on its way back. */
final class SignalsFigure {
  private static final List<String> STARTS =
      List.of("he-normal", "glorot-uniform", "normal(deviation=0.15)");
  private static final Ink[] INKS = {Ink.MODEL, Ink.DATA, Ink.OTHER};
  private static final Symbol[] SYMBOLS = {Symbol.SQUARE, Symbol.DOT, Symbol.TRIANGLE};
  private static final Dash[] DASHES = {Dash.SOLID, Dash.LONG, Dash.SHORT};

  private SignalsFigure() {}

  static Picture of(Classroom room) {
    Drawing drawing =
        new Drawing(
            880,
            470,
            "%d layers of %d rectifiers before the first step"
                .formatted(DeepStack.LAYERS, DeepStack.WIDTH));
    Plot forward = panel(drawing, 80, "mean square of the outputs (no unit)");
    Plot backward = panel(drawing, 520, "mean square of the blame (last layer = 1)");
    for (int i = 0; i < STARTS.size(); i++) {
      DeepStack.Signals signals = DeepStack.of(room, "relu", STARTS.get(i));
      line(forward, signals.forward(), i);
      line(backward, signals.backward(), i);
      new Legend(drawing, 80 + 230 * i, 62)
          .line(Look.line(INKS[i], 2).broken(DASHES[i]), SYMBOLS[i], INKS[i], STARTS.get(i));
    }
    return new Picture(
        "signals",
        "Two charts over the number of the layer on a scale of equal factors. With he-normal the signals and the blame keep their size through all layers; with glorot-uniform both shrink by a million, with a fixed deviation of 0.15 both grow about a thousandfold.",
        "Left read from left to right, right from right to left, as the blame travels.",
        drawing,
        Sheet.of());
  }

  private static Plot panel(Drawing drawing, double x, String title) {
    Axis layer =
        Axis.of(
            "layer (1 is next to the input)",
            0,
            DeepStack.LAYERS + 1,
            5,
            v -> Numerals.decimal(v, 0));
    Axis size = Axis.log(title, 1e-7, 1e4, Powers::words, Powers.from(-7, 4));
    return Plot.on(drawing, new Frame(x, 115, 330, 290), layer, size);
  }

  private static void line(Plot plot, ImmutableList<Double> values, int i) {
    double[] layers = new double[values.size()];
    double[] sizes = new double[values.size()];
    for (int n = 0; n < layers.length; n++) {
      layers[n] = n + 1.0;
      sizes[n] = values.get(n);
    }
    plot.joined(layers, sizes, Look.line(INKS[i], 2).broken(DASHES[i]));
    plot.points(layers, sizes, SYMBOLS[i], INKS[i]);
  }
}
