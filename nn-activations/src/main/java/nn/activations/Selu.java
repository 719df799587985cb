package nn.activations;

import nn.api.Named;

/**
 * The self-normalising unit: elu with alpha = 1.6733, times s = 1.0507. With these two numbers
 * inputs of mean 0 and variance 1 keep both on their way through many layers, if the weights start
 * as lecun-normal.
 *
 * <p>Source: Klambauer, Unterthiner, Mayr, Hochreiter: Self-normalizing neural networks (NeurIPS
 * 2017); PyTorch's digits.
 */
@Named(
    summary = "An exponential linear unit that keeps mean 0 and variance 1 through deep networks.",
    formula = "1.0507 (x if x > 0, else 1.6733 (exp(x) - 1))",
    source = "Klambauer, Unterthiner, Mayr and Hochreiter 2017")
public record Selu() implements ExponentialUnit {
  @Override
  public double alpha() {
    return 1.6732632423543772;
  }

  @Override
  public double scale() {
    return 1.0507009873554805;
  }

  @Override
  public String initializer() {
    return "lecun-normal";
  }
}
