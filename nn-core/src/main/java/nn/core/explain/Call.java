package nn.core.explain;

import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.api.Rows;
import nn.core.network.Dense;
import nn.core.plugin.Plugins;

/**
 * A function of printed numbers, as it is printed.
 *
 * @param text the call, {@code relu(0.35)}
 * @param value what it gives for the printed numbers
 */
record Call(String text, double value) {
  /** The activation of a layer at one of its sums: elementwise or with a learned number. */
  static Call value(ExplainedLayer layer, int r, int unit) {
    return at(layer, r, unit, false);
  }

  /** Its slope there: {@code relu'(0.35)}. */
  static Call slope(ExplainedLayer layer, int r, int unit) {
    return at(layer, r, unit, true);
  }

  private static Call at(ExplainedLayer layer, int r, int unit, boolean slope) {
    Activation activation = ((Dense) layer.layer()).activation();
    Figure z = Figure.of(layer.sums().orElseThrow().get(r, unit));
    double x = z.number();
    String name = Plugins.nameOf(activation) + (slope ? "'" : "");
    if (activation instanceof ElementwiseActivation f) {
      return new Call(name + "(" + z.text() + ")", slope ? f.derivative(x) : f.value(x));
    }
    ParametricActivation f = (ParametricActivation) activation;
    Rows learned = layer.others().get(0).before();
    Figure a = Figure.of(learned.get(0, f.shared() ? 0 : unit));
    String text = name + "(" + z.text() + "; " + a.text() + ")";
    return new Call(text, slope ? f.derivative(x, a.number()) : f.value(x, a.number()));
  }

  /** {@code name = call = result}. */
  String equation(String name, double result) {
    Figure printed = Figure.of(result);
    return name + " = " + text + Figure.relation(printed.is(value)) + printed.text();
  }
}
