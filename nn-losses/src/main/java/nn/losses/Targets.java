package nn.losses;

import java.util.Locale;

/** How a target row says which class is right. */
public enum Targets {
  /** One number: the class, counted from 0. */
  INDEX,
  /** As many numbers as classes: a 1 among zeros, or any probabilities. */
  ONE_HOT;

  /** Numbers per target row. */
  int width(int classes) {
    return this == INDEX ? 1 : classes;
  }

  /** t_j: how much of the target falls on class j. */
  double share(float[] target, int at, int j) {
    if (this == ONE_HOT) {
      return target[at + j];
    }
    return target[at] == j ? 1 : 0;
  }

  /**
   * Refuses a target that names no class.
   *
   * @param orElse what else the user may do, for the message
   * @throws IllegalArgumentException if it should be a class number and is not
   */
  void check(float number, int classes, String orElse) {
    boolean valid = number >= 0 && number < classes && number == Math.rint(number);
    if (this == INDEX && !valid) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Target %s is not a class number: a network with %d outputs expects a whole number"
                  + " from 0 to %d; number the classes from 0 and give the network one output per"
                  + " class%s.",
              words(number),
              classes,
              classes - 1,
              orElse));
    }
  }

  private static String words(float number) {
    boolean whole = number == (int) number;
    return whole ? Integer.toString((int) number) : String.format(Locale.ROOT, "%.3f", number);
  }
}
