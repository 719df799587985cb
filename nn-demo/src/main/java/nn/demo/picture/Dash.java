package nn.demo.picture;

import com.google.common.collect.ImmutableList;

/** How a line is broken, so that lines differ in print too. */
enum Dash {
  /** Not at all. */
  SOLID(),
  /** Long dashes. */
  LONG(12, 5),
  /** Short dashes. */
  SHORT(6, 5),
  /** Dash and dot in turn. */
  MIXED(10, 4, 2, 4),
  /** Dots. */
  DOTS(2, 5);

  private final ImmutableList<Integer> lengths;

  Dash(Integer... lengths) {
    this.lengths = ImmutableList.copyOf(lengths);
  }

  /** Drawn and left out in turn, in pixels; empty for a line that is not broken. */
  ImmutableList<Integer> lengths() {
    return lengths;
  }
}
