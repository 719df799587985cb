package nn.core.random;

/** What a generator is for; two purposes never share a stream. */
public enum Purpose {
  /** Starting values of the layer with the given number. */
  START(0),
  /** Order of the rows in the given epoch. */
  SHUFFLE(1),
  /** Chance inside the layers during the given step. */
  STEP(2),
  /** Division of a data set into parts. */
  SPLIT(3);

  /** Part of every seed: changing it changes every run. */
  final long code;

  Purpose(long code) {
    this.code = code;
  }
}
