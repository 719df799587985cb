package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;

/**
 * A gated linear unit with the rectifier for a gate: y = a max(0, b), a and b the halves of the
 * row.
 *
 * <p>Source: Shazeer: GLU variants improve transformer (arXiv 2002.05202, 2020), where the gate is
 * named first.
 */
@Named(
    summary = "Halves the row: the first half, gated by the rectified second.",
    formula = "a max(0, b), with a and b the halves of the row",
    source = "Shazeer 2020")
public record Reglu() implements GatedUnit {
  private static final ElementwiseActivation GATE = new Relu();

  @Override
  public ElementwiseActivation gate() {
    return GATE;
  }
}
