package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;

/**
 * A gated linear unit with the exact gelu for a gate: y = a b Phi(b), a and b the halves of the
 * row, Phi the standard normal distribution.
 *
 * <p>Source: Shazeer: GLU variants improve transformer (arXiv 2002.05202, 2020), where the gate is
 * named first.
 */
@Named(
    summary = "Halves the row: the first half, gated by the gelu of the second.",
    formula = "a gelu(b), with a and b the halves of the row",
    source = "Shazeer 2020")
public record Geglu() implements GatedUnit {
  private static final ElementwiseActivation GATE = new Gelu();

  @Override
  public ElementwiseActivation gate() {
    return GATE;
  }
}
