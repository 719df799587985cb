package nn.demo.picture;

import nn.core.plugin.Plugins;
import nn.demo.story.Classroom;
import nn.demo.story.Numerals;
import nn.demo.story.ScalarFunction;

/** Six activations with their slopes. */
final class ActivationsPicture {
  private static final String[] SHOWN = {
    "relu", "leaky-relu(slope=0.1)", "prelu", "gelu", "sigmoid", "tanh"
  };
  private static final double[] SUMS = {-5, 0, 3};
  private static final double REACH = 5;
  private static final int SAMPLES = 2000;
  private static final Look VALUE = Look.line(Ink.MODEL, 2.4);
  private static final Look SLOPE = Look.line(Ink.DATA, 1.8).broken(Dash.SHORT);

  private ActivationsPicture() {}

  static Picture of(Classroom room) {
    Drawing drawing = new Drawing(860, 560, "Six activations and their slopes");
    Legend legend = new Legend(drawing, 340, 30);
    legend.line(VALUE, "output");
    Legend second = new Legend(drawing, 460, 30);
    second.line(SLOPE, "slope: how much blame passes back");
    for (int i = 0; i < SHOWN.length; i++) {
      Frame frame = new Frame(60 + 275 * (i % 3), 100 + 245 * (i / 3), 215, 150);
      panel(drawing, frame, room.plugins(), SHOWN[i]);
    }
    return new Picture(
        "06-activations",
        "Six small charts: ReLU, leaky ReLU, parametric ReLU, GELU, sigmoid and tanh, each with its output as a solid and its slope as a broken line.",
        "The solid line is what a neuron sends on for a sum, the broken one how strongly blame passes back through it. The slope of ReLU is 1 where it is open and 0 where it is closed. The slope of sigmoid is never above 0.25, so, weights aside, every such layer shrinks the blame to a quarter at best. The relatives of ReLU keep a little slope where ReLU has none (leaky ReLU is drawn with 0.1, for its usual 0.01 could not be seen).",
        drawing,
        sheet(room.plugins()));
  }

  private static Sheet sheet(Plugins plugins) {
    Sheet sheet = Sheet.of("activation", "sum", "output", "slope");
    for (String text : SHOWN) {
      ScalarFunction curve = curve(plugins, text);
      for (double sum : SUMS) {
        sheet =
            sheet.row(
                curve.name(),
                Numerals.decimal(sum, 1),
                Numerals.decimal(curve.value().applyAsDouble(sum), 4),
                Numerals.decimal(curve.slope().applyAsDouble(sum), 4));
      }
    }
    return sheet;
  }

  private static void panel(Drawing drawing, Frame frame, Plugins plugins, String text) {
    ScalarFunction curve = curve(plugins, text);
    Axis across = Axis.of("sum (no unit)", -REACH, REACH, 2.5, v -> Numerals.decimal(v, 1));
    Axis up = Axis.of("output, slope (no unit)", -1.5, 3, 1, v -> Numerals.decimal(v, 0));
    Plot plot = Plot.on(drawing, frame, across, up);
    plot.curve(curve.value(), VALUE);
    plot.curve(curve.slope(), SLOPE);
    drawing.text(frame.x() + 8, frame.y() + 19, curve.name(), Type.LABEL.thick());
    drawing.text(
        frame.x() + 8,
        frame.y() + 36,
        "steepest slope " + Numerals.decimal(steepest(curve), 2),
        Type.TICK.in(Ink.DATA));
  }

  /** {@code leaky-relu(slope=0.1)} is called {@code leaky-relu 0.1}, which fits. */
  private static ScalarFunction curve(Plugins plugins, String text) {
    return ScalarFunction.of(plugins, text.replace("(slope=", " ").replace(")", ""), text);
  }

  private static double steepest(ScalarFunction curve) {
    double most = 0;
    for (int i = 0; i <= SAMPLES; i++) {
      double x = REACH * (2.0 * i / SAMPLES - 1);
      most = Math.max(most, curve.slope().applyAsDouble(x));
    }
    return most;
  }
}
