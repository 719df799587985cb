package nn.demo.picture;

import java.util.List;
import java.util.function.ToDoubleFunction;
import nn.demo.essay.Differences;
import nn.demo.essay.Differences.Errors;
import nn.demo.story.Classroom;

/** How far differences of the loss are from the backward pass, for every length of step. */
final class DifferencesFigure {
  private static final int LONGEST = 1;
  private static final int SHORTEST = 18;

  private DifferencesFigure() {}

  static Picture of(Classroom room) {
    List<Errors> all = new Differences(room).all();
    Drawing drawing = new Drawing(760, 450, "How long should a nudge be?");
    Axis step =
        Axis.log(
            "step h (in the parameter's own unit)",
            StrictMath.pow(0.5, SHORTEST),
            StrictMath.pow(0.5, LONGEST),
            h -> "1/" + Math.round(1 / h),
            0x1p-17,
            0x1p-14,
            0x1p-11,
            0x1p-8,
            0x1p-5,
            0x1p-2);
    Axis error =
        Axis.log("error (part of the typical slope)", 1e-6, 10, Powers::words, Powers.from(-6, 1));
    Plot plot = Plot.on(drawing, new Frame(90, 90, 480, 300), step, error);
    Legend legend = new Legend(drawing, 590, 120);
    line(plot, legend, all, Errors::oneSided, Ink.QUIET, Dash.DOTS, Symbol.CROSS, "one side");
    line(plot, legend, all, Errors::centred, Ink.DATA, Dash.SHORT, Symbol.DOT, "both sides");
    line(plot, legend, all, Errors::combined, Ink.MODEL, Dash.SOLID, Symbol.SQUARE, "two combined");
    return new Picture(
        "differences",
        "Three lines like a V over the length of the step. Long steps on the right err by curvature, short steps on the left by rounding; the line of two combined differences reaches lowest.",
        "Every parameter of a small network is nudged, and the difference of the losses is compared with the backward pass.",
        drawing,
        Sheet.of());
  }

  private static void line(
      Plot plot,
      Legend legend,
      List<Errors> all,
      ToDoubleFunction<Errors> error,
      Ink ink,
      Dash dash,
      Symbol symbol,
      String words) {
    double[] steps = all.stream().mapToDouble(Errors::step).toArray();
    double[] errors = all.stream().mapToDouble(error).toArray();
    Look look = Look.line(ink, 2).broken(dash);
    plot.joined(steps, errors, look);
    plot.points(steps, errors, symbol, ink);
    legend.line(look, symbol, ink, words);
  }
}
