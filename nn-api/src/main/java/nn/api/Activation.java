package nn.api;

import java.util.Optional;

/**
 * Service type: turns pre-activations into outputs. Implement one of the four permitted forms; most
 * functions are an {@link ElementwiseActivation}.
 */
public sealed interface Activation extends Plugin
    permits ElementwiseActivation, ParametricActivation, RowActivation, BatchActivation {
  /**
   * The standard function that this instance equals exactly, letting a matching loss be fused;
   * usually empty.
   */
  default Optional<Link> link() {
    return Optional.empty();
  }

  /** Which values come out, checked against {@link Loss#domain()} before training begins. */
  default Range range() {
    return Range.REAL;
  }

  /** What backward reads; {@link Reads#OUTPUT} lets the trainer run forward in place. */
  default Reads reads() {
    return Reads.INPUT;
  }

  /** Text of the initializer for the weights of a layer with this activation. */
  default String initializer() {
    return "glorot-uniform";
  }
}
