package nn.demo.picture;

import nn.demo.story.Numerals;

/** The axes that several charts share. */
final class Axes {
  private Axes() {}

  /** Sizes of the houses of TOWN. */
  static Axis size() {
    return Axis.of("size (square feet)", 600, 3200, 400, v -> Numerals.decimal(v, 0));
  }

  /** Their prices. */
  static Axis price() {
    return Axis.of("price (dollars)", 0, 700_000, 100_000, Numerals::dollars);
  }

  /** What one square foot is guessed to be worth. */
  static Axis perFoot(double from, double to, double every) {
    return Axis.of("weight (dollars per square foot)", from, to, every, Numerals::dollars);
  }
}
