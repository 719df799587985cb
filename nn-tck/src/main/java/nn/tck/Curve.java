package nn.tck;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;

/**
 * One number in, one number out: an elementwise activation, or a parametric one with its learned
 * number held fast.
 *
 * @param value f(x)
 * @param derivative f'(x) as the plugin says
 * @param kinks inputs where the derivative may jump
 * @param held the learned number for messages: {@code and a = 0.25}, or empty
 */
record Curve(
    DoubleUnaryOperator value, DoubleUnaryOperator derivative, List<Double> kinks, String held) {
  /** Learned numbers to try, relative to the starting one. */
  private static final List<Double> SHIFTS = List.of(0.0, 0.5, -0.3);

  /** Whether an activation is a function of single numbers. */
  static boolean fits(Activation activation) {
    return activation instanceof ElementwiseActivation
        || activation instanceof ParametricActivation;
  }

  /**
   * The curves of an activation.
   *
   * @throws Check.Skip if it works on whole rows
   */
  static List<Curve> of(Activation activation) {
    if (activation instanceof ElementwiseActivation f) {
      return List.of(new Curve(f::value, f::derivative, list(f.kinks()), ""));
    }
    if (activation instanceof ParametricActivation f) {
      return SHIFTS.stream().map(s -> held(f, f.initialParameter() + s)).toList();
    }
    throw new Check.Skip("it works on whole rows and has no curve of single numbers");
  }

  private static Curve held(ParametricActivation f, double a) {
    return new Curve(
        x -> f.value(x, a),
        x -> f.derivative(x, a),
        list(f.kinks()),
        Finding.text(" and a = %s", a));
  }

  private static List<Double> list(double[] numbers) {
    return DoubleStream.of(numbers).boxed().toList();
  }

  double at(double x) {
    return value.applyAsDouble(x);
  }

  double slopeAt(double x) {
    return derivative.applyAsDouble(x);
  }

  /** How far the nearest declared kink is. */
  double room(double x) {
    double room = Double.POSITIVE_INFINITY;
    for (double kink : kinks) {
      room = Math.min(room, Math.abs(x - kink));
    }
    return room;
  }
}
