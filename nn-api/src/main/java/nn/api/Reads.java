package nn.api;

/** Which arrays a backward pass looks at, so that the trainer need not keep the others. */
public enum Reads {
  /** The pre-activation x only. */
  INPUT,
  /** The output y only; the trainer may then run forward in place. */
  OUTPUT,
  /** Both x and y. */
  INPUT_AND_OUTPUT
}
