package nn.demo.story;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.core.plugin.Plugins;

/**
 * An activation of one number as a curve.
 *
 * @param name how it is called
 * @param value f(z)
 * @param slope f'(z)
 */
public record ScalarFunction(String name, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
  /** The activation if it takes one number at a time; what it learns is at its starting value. */
  public static Optional<ScalarFunction> of(String name, Activation activation) {
    if (activation instanceof ElementwiseActivation f) {
      return Optional.of(new ScalarFunction(name, f::value, f::derivative));
    }
    if (activation instanceof ParametricActivation f) {
      double a = f.initialParameter();
      return Optional.of(new ScalarFunction(name, z -> f.value(z, a), z -> f.derivative(z, a)));
    }
    return Optional.empty();
  }

  /** The plugin that the text names. */
  public static ScalarFunction of(Plugins plugins, String name, String text) {
    return of(name, plugins.activation(text))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    text
                        + " takes a whole layer at once. Name an activation of one number, such as relu."));
  }

  /** Whether the activation takes one number at a time. */
  static boolean fits(Activation activation) {
    return of("", activation).isPresent();
  }
}
