package nn.core.explain;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much of a step is written out; what is left out is counted, and sums name the part that is
 * not shown.
 *
 * @param units units, inputs and numbers of a list
 * @param terms products in a sum
 * @param rows rows of the batch
 */
public record Shown(int units, int terms, int rows) {
  /** A few of everything. */
  public static final Shown SHORT = new Shown(3, 4, 2);

  /** Everything. */
  public static final Shown ALL =
      new Shown(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Checks that something is shown. */
  public Shown {
    checkArgument(
        units > 0 && terms > 0 && rows > 0,
        "At least 1 unit, term and row must be shown, got %s, %s and %s.",
        units,
        terms,
        rows);
  }
}
