package nn.demo.picture;

import java.util.Arrays;
import nn.demo.story.Classroom;
import nn.demo.story.Numerals;
import nn.demo.story.TwoValleys;

/** VALLEYS: two walks that start side by side and end in different valleys. */
final class TwoValleysPicture {
  private static final int DIGITS = 4;

  /** Steps that are listed in the table of numbers. */
  private static final int[] LISTED = {0, 5, 10, 15, 20, 25, 30, 40, 100};

  /** As many are drawn; after them nothing is seen to move. */
  private static final int SHOWN = 60;

  private final double[] left;
  private final double[] right;
  private final Drawing drawing = new Drawing(760, 480, "Two valleys: the start decides");
  private final Plot plot;

  private TwoValleysPicture(Classroom room) {
    left = TwoValleys.path(room, TwoValleys.STARTS.get(0));
    right = TwoValleys.path(room, TwoValleys.STARTS.get(1));
    Axis across = Axis.of("weight (no unit)", -1.6, 1.6, 0.4, v -> Numerals.decimal(v, 1));
    Axis up = Axis.of("loss (no unit)", -0.5, 1.75, 0.25, v -> Numerals.decimal(v, 2));
    plot = Plot.on(drawing, new Frame(70, 80, 660, 330), across, up);
  }

  static Picture of(Classroom room) {
    TwoValleysPicture p = new TwoValleysPicture(room);
    p.plot.curve(TwoValleys::height, Look.line(Ink.QUIET, 2));
    p.walk(p.left, Symbol.DOT, Ink.MODEL);
    p.walk(p.right, Symbol.TRIANGLE, Ink.OTHER);
    p.words();
    return new Picture(
        "09-two-valleys",
        "A curve with two valleys and a ridge between them, the left valley the lower one. Two rows of balls start side by side on the ridge; one rolls down to the left, the other to the right.",
        "Both walks feel only the slope under their feet. The ridge is at %s: from %s, a little to the left of it, the walk ends in the lowest valley; from %s, a little to the right, it rests in the other one and never learns that a lower one is near. Each ball is a step of plain gradient descent: small on the ridge and at the bottom, where the slope is small, large between."
            .formatted(
                place(TwoValleys.ridge()),
                Numerals.decimal(p.left[0], 2),
                Numerals.decimal(p.right[0], 2)),
        p.drawing,
        p.sheet());
  }

  private void walk(double[] places, Symbol symbol, Ink ink) {
    double[] first = Arrays.copyOf(places, SHOWN + 1);
    plot.points(first, Arrays.stream(first).map(TwoValleys::height).toArray(), symbol, ink);
  }

  private void words() {
    double ridge = TwoValleys.ridge();
    pointed(ridge, 0, -46, "ridge at " + where(ridge), Type.LABEL.middle());
    pointed(left[0], -78, -26, "start " + Numerals.decimal(left[0], 2), Type.LABEL.end());
    pointed(right[0], 78, -26, "start " + Numerals.decimal(right[0], 2), Type.LABEL);
    rest(left, "the lowest place");
    rest(right, "a valley, not the lowest");
  }

  private void pointed(double w, double right, double down, String text, Type type) {
    Point at = at(w);
    drawing.pointed(new Point(at.x() + right, at.y() + down), at, text, type);
  }

  private void rest(double[] places, String what) {
    double end = places[places.length - 1];
    Point at = at(end);
    drawing.text(at.x(), at.y() - 74, "rests at " + place(end), Type.LABEL.middle());
    drawing.text(at.x(), at.y() - 56, "loss " + place(TwoValleys.height(end)), Type.LABEL.middle());
    drawing.text(at.x(), at.y() + 22, what, Type.LABEL.in(Ink.QUIET).middle());
  }

  private Point at(double w) {
    return plot.at(w, TwoValleys.height(w));
  }

  private static String where(double w) {
    return "%s, loss %s".formatted(place(w), place(TwoValleys.height(w)));
  }

  private static String place(double value) {
    return Numerals.decimal(value, DIGITS);
  }

  private Sheet sheet() {
    Sheet sheet = Sheet.of("step", "left walk", "its loss", "right walk", "its loss");
    for (int step : LISTED) {
      sheet =
          sheet.row(
              step == 0 ? "start" : "" + step,
              place(left[step]),
              place(TwoValleys.height(left[step])),
              place(right[step]),
              place(TwoValleys.height(right[step])));
    }
    return sheet;
  }
}
