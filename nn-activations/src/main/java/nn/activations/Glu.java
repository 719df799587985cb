package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;

/**
 * The gated linear unit: y = a s(b), a and b the halves of the row, s the logistic function; the
 * output is half as wide as the input.
 *
 * <p>Source: Dauphin, Fan, Auli, Grangier: Language modeling with gated convolutional networks
 * (ICML 2017); PyTorch GLU.
 */
@Named(
    summary = "Halves the row: the first half, gated by the sigmoid of the second.",
    formula = "a / (1 + exp(-b)), with a and b the halves of the row",
    source = "Dauphin, Fan, Auli and Grangier 2017")
public record Glu() implements GatedUnit {
  private static final ElementwiseActivation GATE = new Sigmoid();

  @Override
  public ElementwiseActivation gate() {
    return GATE;
  }
}
