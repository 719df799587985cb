package nn.core.explain;

import nn.api.ElementwiseLoss;
import nn.api.Rows;
import nn.core.plugin.Plugins;

/** Writes how wrong the guess was: the loss of each row, the average, and its slope. */
final class LossWriter {
  private final ExplainedLoss loss;
  private final String name;
  private final String blamed;
  private final Lines lines;

  private LossWriter(ExplainedLoss loss, Lines lines) {
    this.loss = loss;
    this.lines = lines;
    name = Plugins.nameOf(loss.loss());
    blamed = loss.fused() ? "dz" : "da";
  }

  static Section section(ExplainedStep step, Shown shown) {
    LossWriter writer = new LossWriter(step.loss(), new Lines(shown));
    writer.write(step.rows());
    return writer.lines.section("Measure the error");
  }

  private void write(int rows) {
    String formula = Plugins.formulaOf(loss.loss());
    if (!formula.isEmpty()) {
      lines.words("%s, for a guess p and a target t: %s", name, formula);
    }
    int shown = lines.rows(rows);
    for (int r = 0; r < shown; r++) {
      lines.row(r, rows);
      lines.list("t", loss.targets(), r);
      rowLoss(r, rows);
    }
    lines.more(rows, shown, "row", "rows");
    if (rows > 1) {
      average(rows);
    }
    lines.words(
        "The blame %s: how fast the loss grows as %s grows.",
        blamed, loss.fused() ? "a sum z" : "an output a");
    for (int r = 0; r < shown; r++) {
      lines.row(r, rows);
      slopes(r);
    }
    lines.more(rows, shown, "row", "rows");
  }

  private void rowLoss(int r, int rows) {
    String of = rows > 1 ? "loss[" + (r + 1) + "]" : "loss";
    double value = loss.rowLosses().get(r);
    if (isScalar()) {
      Call call = call(r, 0);
      if (loss.predictions().width() == 1) {
        lines.equation(call.equation(of, value));
        return;
      }
      parts(r, of, value);
      return;
    }
    Figure printed = Figure.of(value);
    String guess = lines.list(loss.predictions(), r);
    String target = lines.list(loss.targets(), r);
    lines.equation("%s = %s(%s, %s) ~ %s".formatted(of, name, guess, target, printed.text()));
  }

  /** A loss of an output at a time, then their mean or sum. */
  private void parts(int r, String of, double value) {
    ElementwiseLoss scalar = (ElementwiseLoss) loss.loss();
    int width = loss.predictions().width();
    Sum sum = new Sum(lines.shown);
    for (int j = 0; j < width; j++) {
      double part = scalar.value(loss.predictions().get(r, j), loss.targets().get(r, j));
      sum.add(part);
      if (j < lines.units(width)) {
        lines.equation(call(r, j).equation("e[" + (j + 1) + "]", part));
      }
    }
    lines.more(width, lines.units(width), "output", "outputs");
    boolean mean = scalar.over() == ElementwiseLoss.Over.MEAN;
    lines.equation(sum.equation(of, value, mean ? width : 1));
  }

  private void average(int rows) {
    Sum sum = new Sum(lines.shown);
    double weights = 0;
    for (int r = 0; r < rows; r++) {
      double weight = loss.rowWeights().get(r);
      weights += weight;
      if (weight == 1) {
        sum.add(loss.rowLosses().get(r));
      } else if (weight == 0) {
        sum.add(0);
      } else {
        sum.add(loss.rowLosses().get(r), weight);
      }
    }
    lines.words("The average over the rows:");
    lines.equation(sum.equation("loss", loss.value(), weights == 0 ? 1 : weights));
  }

  private void slopes(int r) {
    Rows slopes = loss.gradient();
    boolean scalar = isScalar() && !loss.fused() && agrees(r);
    if (!scalar && !isDifference(r)) {
      lines.list(blamed, slopes, r);
      return;
    }
    int width = lines.units(slopes.width());
    for (int j = 0; j < width; j++) {
      lines.equation(scalar ? slope(r, j) : difference(r, j));
    }
    lines.more(slopes.width(), width, "output", "outputs");
  }

  /** Whether a fused loss came down to guess minus target, as those made for their links do. */
  private boolean isDifference(int r) {
    boolean fits = loss.fused() && scale(r) > 0;
    for (int j = 0; j < loss.gradient().width() && fits; j++) {
      double expected = scale(r) * (loss.predictions().get(r, j) - target(r, j));
      fits = Math.abs(expected - loss.gradient().get(r, j)) <= 1e-6 * scale(r);
    }
    return fits;
  }

  /** {@code dz[1] = 0.7 - 1 = -0.3}. */
  private String difference(int r, int j) {
    Sum sum = new Sum(lines.shown).last(loss.predictions().get(r, j)).minus(target(r, j));
    return sum.equation(blamed + "[" + (j + 1) + "]", loss.gradient().get(r, j), 1 / scale(r));
  }

  /** The target of an output; a class number stands for 1 at its place and 0 elsewhere. */
  private double target(int r, int j) {
    if (loss.targets().width() == loss.predictions().width()) {
      return loss.targets().get(r, j);
    }
    return loss.targets().get(r, 0) == j ? 1 : 0;
  }

  private String slope(int r, int j) {
    Figure p = Figure.of(loss.predictions().get(r, j));
    Figure t = Figure.of(loss.targets().get(r, j));
    double slope = ((ElementwiseLoss) loss.loss()).derivative(p.number(), t.number());
    double parts = 1 / scale(r);
    double whole = Math.rint(parts);
    boolean divides = Math.abs(parts - whole) <= 1e-9 * parts;
    Figure factor = Figure.of(scale(r));
    String text = "%s'(%s, %s)".formatted(name, p.text(), t.text());
    String more =
        divides ? (whole == 1 ? "" : " / " + Figure.of(whole).text()) : " * " + factor.text();
    double value = divides ? slope / whole : slope * factor.number();
    return new Call(text + more, value)
        .equation(blamed + "[" + (j + 1) + "]", loss.gradient().get(r, j));
  }

  /** Part of one output of row r in the loss of the batch. */
  private double scale(int r) {
    boolean mean =
        loss.loss() instanceof ElementwiseLoss scalar && scalar.over() == ElementwiseLoss.Over.MEAN;
    return loss.share(r) / (mean ? loss.predictions().width() : 1);
  }

  /** Whether the loss is given by its scalar pair: a plugin may define its rows in another way. */
  private boolean agrees(int r) {
    ElementwiseLoss scalar = (ElementwiseLoss) loss.loss();
    for (int j = 0; j < loss.gradient().width(); j++) {
      double expected =
          scale(r) * scalar.derivative(loss.predictions().get(r, j), loss.targets().get(r, j));
      double found = loss.gradient().get(r, j);
      if (!(Math.abs(expected - found) <= 1e-5 * Math.max(Math.abs(expected), Math.abs(found)))) {
        return false;
      }
    }
    return scale(r) > 0;
  }

  private boolean isScalar() {
    return loss.loss() instanceof ElementwiseLoss
        && loss.predictions().width() == loss.targets().width();
  }

  private Call call(int r, int j) {
    Figure p = Figure.of(loss.predictions().get(r, j));
    Figure t = Figure.of(loss.targets().get(r, j));
    double value = ((ElementwiseLoss) loss.loss()).value(p.number(), t.number());
    return new Call("%s(%s, %s)".formatted(name, p.text(), t.text()), value);
  }
}
