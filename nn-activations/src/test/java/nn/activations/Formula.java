package nn.activations;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.List;
import java.util.function.UnaryOperator;
import nn.api.ElementwiseActivation;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.special.Erf;

/**
 * One elementwise activation and its formula once more, from the operations that Commons Math
 * differentiates.
 *
 * @param name the text that builds the activation
 * @param below the limit at minus infinity
 * @param above the limit at infinity
 */
record Formula(
    String name,
    ElementwiseActivation activation,
    double below,
    double above,
    UnaryOperator<DerivativeStructure> formula) {

  /** Every elementwise activation of the module, with defaults and with other parameters. */
  static List<Formula> all() {
    double up = POSITIVE_INFINITY;
    double down = NEGATIVE_INFINITY;
    return List.of(
        of("identity", new Identity(), down, up, x -> x),
        of("relu", new Relu(), 0, up, Formula::positive),
        of("leaky-relu", new LeakyRelu(), down, up, x -> leaky(x, 0.01)),
        of("leaky-relu(slope=0.3)", new LeakyRelu(0.3), down, up, x -> leaky(x, 0.3)),
        of("leaky-relu(slope=2)", new LeakyRelu(2), down, up, x -> leaky(x, 2)),
        of("relu6", new Relu6(), 0, 6, x -> clip(x, 0, 6)),
        of("hard-tanh", new HardTanh(), -1, 1, x -> clip(x, -1, 1)),
        of("hard-tanh(min=-2, max=0.3)", new HardTanh(-2, 0.3), -2, 0.3, x -> clip(x, -2, 0.3)),
        of("elu", new Elu(), -1, up, x -> exponential(x, 1, 1)),
        of("elu(alpha=2.5)", new Elu(2.5), -2.5, up, x -> exponential(x, 2.5, 1)),
        of("elu(alpha=100)", new Elu(100), -100, up, x -> exponential(x, 100, 1)),
        of("celu", new Celu(), -1, up, x -> exponential(x, 1, 1)),
        of("celu(alpha=0.3)", new Celu(0.3), -0.3, up, x -> exponential(x, 0.3, 0.3)),
        of("celu(alpha=2)", new Celu(2), -2, up, x -> exponential(x, 2, 2)),
        of("selu", new Selu(), -1.7580993408473766, up, Formula::selu),
        of("gelu", new Gelu(), 0, up, x -> x.multiply(normal(x))),
        of("gelu(form=tanh)", new Gelu(Gelu.Form.TANH), 0, up, Formula::geluTanh),
        of("silu", new Silu(), 0, up, x -> x.multiply(sigmoid(x))),
        of("mish", new Mish(), 0, up, x -> x.multiply(x.exp().log1p().tanh())),
        of("softplus", new Softplus(), 0, up, x -> x.exp().log1p()),
        of("softplus(beta=2)", new Softplus(2, 50), 0, up, x -> softplus(x, 2)),
        of("softplus(beta=0.3)", new Softplus(0.3, 20), 0, up, x -> softplus(x, 0.3)),
        of("softplus(threshold=2)", new Softplus(1, 2), 0, up, x -> over(x, 2, x, softplus(x, 1))),
        of("softsign", new Softsign(), -1, 1, x -> x.divide(x.abs().add(1))),
        of("sigmoid", new Sigmoid(), 0, 1, Formula::sigmoid),
        of("log-sigmoid", new LogSigmoid(), down, 0, x -> softplus(x.negate(), 1).negate()),
        of("tanh", new Tanh(), -1, 1, DerivativeStructure::tanh),
        of("hard-sigmoid", new HardSigmoid(), 0, 1, x -> clip(x.add(3), 0, 6).divide(6)),
        of("hard-swish", new HardSwish(), 0, up, x -> x.multiply(clip(x.add(3), 0, 6)).divide(6)),
        of("hard-shrink", new HardShrink(), down, up, x -> over(x.abs(), 0.5, x, constant(x, 0))),
        of("soft-shrink", new SoftShrink(), down, up, x -> shrink(x, 0.5)),
        of("soft-shrink(lambda=2)", new SoftShrink(2), down, up, x -> shrink(x, 2)),
        of("tanh-shrink", new TanhShrink(), down, up, x -> x.subtract(x.tanh())),
        of("threshold", new Threshold(), 0, up, x -> over(x, 1, x, constant(x, 0))),
        of("threshold(-2, 7)", new Threshold(-2, 7), 7, up, x -> over(x, -2, x, constant(x, 7))),
        of("exponential", new Exponential(), 0, up, DerivativeStructure::exp),
        of("squareplus", new Squareplus(), 0, up, x -> squareplus(x, 4)),
        of("squareplus(b=0.5)", new Squareplus(0.5), 0, up, x -> squareplus(x, 0.5)),
        of("sparse-plus", new SparsePlus(), 0, up, Formula::sparsePlus),
        of("sparse-sigmoid", new SparseSigmoid(), 0, 1, x -> clip(x, -1, 1).add(1).divide(2)),
        of("relu-squared", new ReluSquared(), 0, up, x -> positive(x).pow(2)),
        of("gaussian", new Gaussian(), 0, 0, x -> x.multiply(x).negate().exp()),
        of("sine", new Sine(), NaN, NaN, DerivativeStructure::sin));
  }

  /** The one of this name. */
  static ElementwiseActivation named(String name) {
    return all().stream().filter(f -> f.name.equals(name)).findFirst().orElseThrow().activation;
  }

  @Override
  public String toString() {
    return name;
  }

  private static Formula of(
      String name,
      ElementwiseActivation activation,
      double below,
      double above,
      UnaryOperator<DerivativeStructure> formula) {
    return new Formula(name, activation, below, above, formula);
  }

  private static DerivativeStructure constant(DerivativeStructure x, double value) {
    return x.multiply(0).add(value);
  }

  /** The one for x above the edge, else the other. */
  private static DerivativeStructure over(
      DerivativeStructure x, double edge, DerivativeStructure one, DerivativeStructure other) {
    return x.getValue() > edge ? one : other;
  }

  private static DerivativeStructure positive(DerivativeStructure x) {
    return x.abs().add(x).multiply(0.5);
  }

  private static DerivativeStructure leaky(DerivativeStructure x, double slope) {
    return x.multiply((1 + slope) / 2).add(x.abs().multiply((1 - slope) / 2));
  }

  private static DerivativeStructure clip(DerivativeStructure x, double from, double to) {
    return x.subtract(from).abs().subtract(x.subtract(to).abs()).add(from + to).multiply(0.5);
  }

  private static DerivativeStructure shrink(DerivativeStructure x, double lambda) {
    return positive(x.subtract(lambda)).subtract(positive(x.add(lambda).negate()));
  }

  private static DerivativeStructure exponential(DerivativeStructure x, double alpha, double w) {
    return over(x, 0, x, x.divide(w).expm1().multiply(alpha));
  }

  private static DerivativeStructure selu(DerivativeStructure x) {
    return exponential(x, 1.6732632423543772, 1).multiply(1.0507009873554805);
  }

  private static DerivativeStructure sigmoid(DerivativeStructure x) {
    return x.negate().exp().add(1).reciprocal();
  }

  private static DerivativeStructure softplus(DerivativeStructure x, double beta) {
    return x.multiply(beta).exp().log1p().divide(beta);
  }

  private static DerivativeStructure normal(DerivativeStructure x) {
    double v = x.getValue();
    return x.compose(
        0.5 * Erf.erfc(-v / Math.sqrt(2)), StrictMath.exp(-v * v / 2) / Math.sqrt(2 * Math.PI));
  }

  private static DerivativeStructure geluTanh(DerivativeStructure x) {
    DerivativeStructure cubic = x.pow(3).multiply(0.044715).add(x);
    return sigmoid(cubic.multiply(2 * Math.sqrt(2 / Math.PI))).multiply(x);
  }

  private static DerivativeStructure squareplus(DerivativeStructure x, double b) {
    return x.multiply(x).add(b).sqrt().add(x).divide(2);
  }

  private static DerivativeStructure sparsePlus(DerivativeStructure x) {
    return over(x, 1, x, clip(x, -1, 1).add(1).pow(2).divide(4));
  }
}
