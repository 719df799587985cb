package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;

/**
 * A gated linear unit with silu for a gate: y = a b s(b), a and b the halves of the row, s the
 * logistic function.
 *
 * <p>Source: Shazeer: GLU variants improve transformer (arXiv 2002.05202, 2020), where the gate is
 * named first.
 */
@Named(
    summary = "Halves the row: the first half, gated by the silu of the second.",
    formula = "a silu(b), with a and b the halves of the row",
    source = "Shazeer 2020")
public record Swiglu() implements GatedUnit {
  private static final ElementwiseActivation GATE = new Silu();

  @Override
  public ElementwiseActivation gate() {
    return GATE;
  }
}
