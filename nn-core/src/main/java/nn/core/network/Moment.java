package nn.core.network;

/** What the stages may know about the running pass; one object a pass, set anew for each run. */
final class Moment {
  /** Whether dropout drops and batch statistics are taken. */
  boolean training;

  /** Where the chance of this pass comes from. */
  long seed;

  /** Global number of row 0 of the batch. */
  long firstRow;
}
