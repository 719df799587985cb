package nn.demo.picture;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.List;
import nn.demo.story.Classroom;
import nn.demo.story.Numerals;
import nn.demo.story.WhenLearningStops;

/** DEEP: how much blame reaches each layer. */
final class GradientsPicture {
  private static final Ink[] INKS = {Ink.MODEL, Ink.DATA, Ink.OTHER};
  private static final Symbol[] SYMBOLS = {Symbol.SQUARE, Symbol.DOT, Symbol.TRIANGLE};
  private static final Dash[] DASHES = {Dash.SOLID, Dash.LONG, Dash.SHORT};

  /** From back to front: tanh and ReLU nearly meet, and a triangle covers less than a dot. */
  private static final List<String> SHOWN = List.of("sigmoid", "relu", "tanh");

  private GradientsPicture() {}

  static Picture of(Classroom room) {
    Drawing drawing = new Drawing(800, 460, "Blame on its way back through eleven layers");
    Axis layers =
        Axis.of(
            "layer (1 is the first, next to the input)", 0.5, 11.5, 1, v -> Numerals.decimal(v, 0));
    Axis size =
        Axis.log(
            "typical slope of a weight (scaled loss per unit of weight)",
            1e-8,
            10,
            GradientsPicture::fraction,
            1e-8,
            1e-7,
            1e-6,
            1e-5,
            1e-4,
            1e-3,
            1e-2,
            1e-1,
            1.0,
            10.0);
    Plot plot = Plot.on(drawing, new Frame(110, 80, 540, 310), layers, size);
    Legend legend = new Legend(drawing, 668, 110);
    double[][] all = new double[SHOWN.size()][];
    for (int i = 0; i < SHOWN.size(); i++) {
      double[] slopes =
          Doubles.toArray(WhenLearningStops.deepSlopes(room, SHOWN.get(i), room.seed()));
      double[] numbers = new double[slopes.length];
      Arrays.setAll(numbers, n -> n + 1.0);
      Look look = Look.line(INKS[i], 2).broken(DASHES[i]);
      plot.joined(numbers, slopes, look);
      plot.points(numbers, slopes, SYMBOLS[i], INKS[i]);
      legend.line(look, SYMBOLS[i], INKS[i], SHOWN.get(i));
      all[i] = slopes;
    }
    return new Picture(
        "11-gradients",
        "The typical slope of a weight in each of eleven layers on a scale of equal factors. For sigmoid it falls by a million from the last layer to the first, for tanh and ReLU hardly.",
        "Read it from right to left, as blame travels: from the output back to the input. Weights aside, every sigmoid layer passes on a quarter at best, and only %s reaches a weight of the first layer: it learns almost nothing. tanh and ReLU keep it alive. The network is as it starts, untrained."
            .formatted(Numerals.decimal(all[0][0], 8)),
        drawing,
        sheet(all));
  }

  private static Sheet sheet(double[][] slopes) {
    Sheet sheet = Sheet.of("layer", SHOWN.get(0), SHOWN.get(1), SHOWN.get(2));
    for (int layer = 0; layer < slopes[0].length; layer++) {
      sheet =
          sheet.row(
              "" + (layer + 1),
              Numerals.decimal(slopes[0][layer], 8),
              Numerals.decimal(slopes[1][layer], 8),
              Numerals.decimal(slopes[2][layer], 8));
    }
    return sheet;
  }

  /** A power of ten as people say it. */
  private static String fraction(double value) {
    return value >= 1 ? Numerals.decimal(value, 0) : "1/" + Numerals.decimal(1 / value, 0);
  }
}
