package nn.losses;

/**
 * The softmax of a row of scores, number by number, with all digits of what lies near 0.
 *
 * @param z the scores
 * @param at where the row begins
 * @param top where its largest score stands
 * @param others sum over k but the top of e^(z_k - z_top); without the top's own 1, to which ln(1 +
 *     x) is exact
 * @param log ln(1 + others)
 */
@SuppressWarnings("ArrayRecordComponent") // a view that lives for one row
record Scores(float[] z, int at, int top, double others, double log) {
  /** The scores z[at .. at + width). */
  static Scores of(float[] z, int at, int width) {
    int top = at;
    for (int i = at + 1; i < at + width; i++) {
      if (z[i] > z[top]) {
        top = i;
      }
    }
    double others = 0;
    for (int i = at; i < at + width; i++) {
      if (i != top) {
        others += StrictMath.exp((double) z[i] - z[top]);
      }
    }
    return new Scores(z, at, top, others, StrictMath.log1p(others));
  }

  /** ln p_j. */
  double logP(int j) {
    return -((double) z[top] - z[at + j] + log);
  }

  /** p_j. */
  double p(int j) {
    return StrictMath.exp((double) z[at + j] - z[top]) / (1 + others);
  }

  /** 1 - p_j. */
  double notP(int j) {
    return at + j == top ? others / (1 + others) : 1 - p(j);
  }
}
