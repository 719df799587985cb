package nn.core.explain;

import nn.api.RowActivation;
import nn.api.Rows;
import nn.core.network.BatchNorm;
import nn.core.network.Dense;
import nn.core.network.Dropout;
import nn.core.plugin.Plugins;

/** Writes the way forward: sums and outputs, layer by layer. */
final class GuessWriter {
  private final Lines lines;

  private GuessWriter(Lines lines) {
    this.lines = lines;
  }

  static Section section(ExplainedStep step, Shown shown) {
    GuessWriter writer = new GuessWriter(new Lines(shown));
    for (int i = 0; i < step.layers().size(); i++) {
      writer.layer(step.layers().get(i), i, step.rows());
    }
    return writer.lines.section("Guess");
  }

  private void layer(ExplainedLayer layer, int index, int rows) {
    lines.layer(layer, index);
    note(layer, rows);
    for (int r = 0; r < lines.rows(rows); r++) {
      lines.row(r, rows);
      lines.list("x", layer.inputs(), r);
      if (layer.layer() instanceof Dense dense) {
        dense(layer, dense, r);
      } else if (layer.layer() instanceof Dropout dropout) {
        dropout(layer, dropout, r);
      } else {
        lines.list("a", layer.outputs(), r);
      }
    }
    lines.more(rows, lines.rows(rows), "row", "rows");
  }

  private void note(ExplainedLayer layer, int rows) {
    if (layer.layer() instanceof Dropout dropout) {
      lines.words(
          "Each number falls with probability %s; the others grow to make up for it.",
          Figure.of(dropout.rate()).text());
    } else if (layer.layer() instanceof Dense dense) {
      activation(layer, dense);
    } else {
      lines.words("a = scale (x - mean) / sqrt(variance + 1e-5) + shift,");
      lines.words(
          layer.layer() instanceof BatchNorm
              ? "with the mean and variance of each column over the rows."
              : "with the mean and variance of each row.");
      if (layer.layer() instanceof BatchNorm && rows == 1) {
        lines.words("A single row is its own mean: a is the shift, and x gets no blame.");
      }
    }
  }

  private void activation(ExplainedLayer layer, Dense dense) {
    String formula = Plugins.formulaOf(dense.activation());
    if (layer.isIdentity()) {
      lines.words("The output a is the sum z.");
    } else if (!formula.isEmpty()) {
      lines.words("%s(x): %s", Plugins.nameOf(dense.activation()), formula);
    }
  }

  private void dense(ExplainedLayer layer, Dense dense, int r) {
    int units = lines.units(dense.units());
    for (int j = 0; j < units; j++) {
      lines.equation(sum(layer, r, j));
      output(layer, r, j);
    }
    lines.more(dense.units(), units, "unit", "units");
    if (dense.activation() instanceof RowActivation) {
      String function =
          Plugins.nameOf(dense.activation()) + lines.list(layer.sums().orElseThrow(), r);
      lines.list("a", function, layer.outputs(), r);
    } else if (!layer.isScalar()) {
      lines.list("a", layer.outputs(), r);
    }
  }

  private String sum(ExplainedLayer layer, int r, int unit) {
    Sum sum = new Sum(lines.shown);
    for (int i = 0; i < layer.inputs().width(); i++) {
      sum.add(layer.inputs().get(r, i), layer.weights().before().get(i, unit));
    }
    sum.last(layer.bias().before().get(0, unit));
    return sum.equation("z[" + (unit + 1) + "]", layer.sums().orElseThrow().get(r, unit));
  }

  private void output(ExplainedLayer layer, int r, int j) {
    if (layer.isScalar() && !layer.isIdentity()) {
      Call call = Call.value(layer, r, j);
      lines.equation(call.equation("a[" + (j + 1) + "]", layer.outputs().get(r, j)));
    }
  }

  private void dropout(ExplainedLayer layer, Dropout dropout, int r) {
    Rows x = layer.inputs();
    int width = lines.units(x.width());
    for (int j = 0; j < width; j++) {
      Sum product = new Sum(lines.shown).add(x.get(r, j), layer.factor(dropout, r, j));
      lines.equation(product.equation("a[" + (j + 1) + "]", layer.outputs().get(r, j)));
    }
    lines.more(x.width(), width, "number", "numbers");
  }
}
