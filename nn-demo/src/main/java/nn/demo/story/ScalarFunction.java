package nn.demo.story;

import java.util.function.DoubleUnaryOperator;
import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.core.plugin.Plugins;

/**
 * An activation of one number as a curve.
 *
 * @param name how the chapter calls it
 * @param value f(z)
 * @param slope f'(z)
 */
record ScalarFunction(String name, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
  /** Whether the activation takes one number at a time. */
  static boolean fits(Activation activation) {
    return activation instanceof ElementwiseActivation
        || activation instanceof ParametricActivation;
  }

  /** The plugin that the text names; what it learns is at its starting value. */
  static ScalarFunction of(Plugins plugins, String name, String text) {
    Activation activation = plugins.activation(text);
    if (activation instanceof ElementwiseActivation f) {
      return new ScalarFunction(name, f::value, f::derivative);
    }
    if (activation instanceof ParametricActivation f) {
      double a = f.initialParameter();
      return new ScalarFunction(name, z -> f.value(z, a), z -> f.derivative(z, a));
    }
    throw new IllegalArgumentException(
        text + " takes a whole layer at once. Name an activation of one number, such as relu.");
  }
}
