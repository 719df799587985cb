package nn.core.explain;

import nn.api.Rows;
import nn.core.network.Dense;
import nn.core.network.Dropout;

/** Writes the way back: from the blame of the outputs to that of every weight, layer by layer. */
final class BlameWriter {
  private final int rows;
  private final Lines lines;

  private BlameWriter(int rows, Lines lines) {
    this.rows = rows;
    this.lines = lines;
  }

  static Section section(ExplainedStep step, Shown shown) {
    BlameWriter writer = new BlameWriter(step.rows(), new Lines(shown));
    writer.lines.words("w[2,1] is the weight from input 2 to unit 1; dw[2,1] is its blame.");
    for (int i = step.layers().size() - 1; i >= 0; i--) {
      writer.layer(step.layers().get(i), i);
    }
    return writer.lines.section("Assign the blame");
  }

  private void layer(ExplainedLayer layer, int index) {
    lines.layer(layer, index);
    if (layer.layer() instanceof Dense) {
      sums(layer);
      weights(layer);
      biases(layer);
    }
    for (ExplainedBlock block : layer.others()) {
      lines.list("d" + block.symbol(), block.gradient(), 0);
    }
    if (layer.inputBlame().isPresent()) {
      lines.words("What the layer before gets, as the blame da of its outputs:");
      inputs(layer, layer.inputBlame().get());
    }
  }

  private void sums(ExplainedLayer layer) {
    for (int r = 0; r < lines.rows(rows); r++) {
      lines.row(r, rows);
      if (hasSlope(layer)) {
        slopes(layer, r);
      } else {
        lines.list("dz", layer.sumBlame().orElseThrow(), r);
      }
    }
    lines.more(rows, lines.rows(rows), "row", "rows");
  }

  /** Whether dz is da times a slope of a single number. */
  private static boolean hasSlope(ExplainedLayer layer) {
    return layer.isScalar() && layer.outputBlame().isPresent() && !layer.isIdentity();
  }

  private void slopes(ExplainedLayer layer, int r) {
    int all = layer.outputs().width();
    for (int j = 0; j < lines.units(all); j++) {
      lines.equation(slope(layer, r, j));
    }
    lines.more(all, lines.units(all), "unit", "units");
  }

  /** {@code dz[1] = -1.3 * relu'(0.35) = -1.3 * 1 = -1.3}. */
  private String slope(ExplainedLayer layer, int r, int j) {
    float da = layer.outputBlame().orElseThrow().get(r, j);
    Call call = Call.slope(layer, r, j);
    Figure slope = Figure.of(call.value());
    Sum product = new Sum(lines.shown).add(da, call.value());
    String name = "dz[" + (j + 1) + "]";
    String rest = product.equation("", layer.sumBlame().orElseThrow().get(r, j));
    return "%s = %s * %s%s%s"
        .formatted(
            name,
            Figure.of(da).text(),
            call.text(),
            Figure.relation(slope.is(call.value())),
            rest.substring(" = ".length()));
  }

  private void weights(ExplainedLayer layer) {
    Rows dw = layer.weights().gradient();
    Rows dz = layer.sumBlame().orElseThrow();
    int units = lines.units(dw.width());
    int inputs = lines.units(dw.count());
    for (int j = 0; j < units; j++) {
      for (int i = 0; i < inputs; i++) {
        Sum sum = new Sum(lines.shown);
        for (int r = 0; r < rows; r++) {
          sum.add(layer.inputs().get(r, i), dz.get(r, j));
        }
        lines.equation(sum.equation("d" + layer.weights().symbol(i, j), dw.get(i, j)));
      }
    }
    lines.more(dw.size(), units * inputs, "weight", "weights");
  }

  private void biases(ExplainedLayer layer) {
    Rows db = layer.bias().gradient();
    Rows dz = layer.sumBlame().orElseThrow();
    int units = lines.units(db.width());
    for (int j = 0; j < units; j++) {
      Sum sum = new Sum(lines.shown);
      for (int r = 0; r < rows; r++) {
        sum.add(dz.get(r, j));
      }
      lines.equation(sum.equation("d" + layer.bias().symbol(0, j), db.get(0, j)));
    }
    lines.more(db.width(), units, "bias", "biases");
  }

  private void inputs(ExplainedLayer layer, Rows dx) {
    for (int r = 0; r < lines.rows(rows); r++) {
      lines.row(r, rows);
      if (layer.layer() instanceof Dense || layer.layer() instanceof Dropout) {
        int width = lines.units(dx.width());
        for (int i = 0; i < width; i++) {
          lines.equation(passed(layer, r, i).equation("dx[" + (i + 1) + "]", dx.get(r, i)));
        }
        lines.more(dx.width(), width, "input", "inputs");
      } else {
        lines.list("dx", dx, r);
      }
    }
    lines.more(rows, lines.rows(rows), "row", "rows");
  }

  /** What input i gets: from every unit by its weight, or what dropout lets through. */
  private Sum passed(ExplainedLayer layer, int r, int i) {
    Sum sum = new Sum(lines.shown);
    if (layer.layer() instanceof Dropout dropout) {
      return sum.add(layer.outputBlame().orElseThrow().get(r, i), layer.factor(dropout, r, i));
    }
    Rows dz = layer.sumBlame().orElseThrow();
    for (int j = 0; j < dz.width(); j++) {
      sum.add(dz.get(r, j), layer.weights().before().get(i, j));
    }
    return sum;
  }
}
