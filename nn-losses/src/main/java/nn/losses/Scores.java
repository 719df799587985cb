package nn.losses;

/**
 * The softmax of a row of scores z, number by number, with all digits of what lies near 0. It is
 * written in terms of the largest score z_top and of the others, sum over k but the top of e^(z_k -
 * z_top): without the top's own 1, to which ln(1 + x) is exact.
 */
final class Scores {
  private Scores() {}

  /** Where the largest of the scores z[at .. at + width) stands. */
  static int top(float[] z, int at, int width) {
    int top = at;
    for (int i = at + 1; i < at + width; i++) {
      if (z[i] > z[top]) {
        top = i;
      }
    }
    return top;
  }

  /** The others of the scores z[at .. at + width). */
  static double others(float[] z, int at, int width, int top) {
    double others = 0;
    for (int i = at; i < at + width; i++) {
      if (i != top) {
        others += StrictMath.exp((double) z[i] - z[top]);
      }
    }
    return others;
  }

  /**
   * ln p of the score z[i].
   *
   * @param log ln(1 + others)
   */
  static double logP(float[] z, int i, int top, double log) {
    return -((double) z[top] - z[i] + log);
  }

  /** p of the score z[i]. */
  static double p(float[] z, int i, int top, double others) {
    return StrictMath.exp((double) z[i] - z[top]) / (1 + others);
  }

  /** 1 - p of the score z[i]. */
  static double notP(float[] z, int i, int top, double others) {
    return i == top ? others / (1 + others) : 1 - p(z, i, top, others);
  }
}
