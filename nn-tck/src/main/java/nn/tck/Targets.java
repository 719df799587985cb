package nn.tck;

import java.util.List;
import java.util.random.RandomGenerator;
import nn.api.Range;

/** Kinds of target rows. */
enum Targets {
  /** The number of a class. */
  INDEX,
  /** A 1 among zeros. */
  ONE_HOT,
  /** No or yes, each number by itself. */
  BINARY,
  /** Any numbers. */
  REAL,
  /** Numbers above 0. */
  POSITIVE,
  /** -1 or 1, each number by itself. */
  SIGN,
  /** Numbers of classes, the row filled up with -1. */
  LABELS;

  /** The kinds to try for a loss, likeliest first. */
  static List<Targets> inOrder(boolean index, Range domain) {
    if (index) {
      return List.of(INDEX);
    }
    return switch (domain) {
      case SIMPLEX, LOG_SIMPLEX -> List.of(ONE_HOT, LABELS);
      case UNIT -> List.of(BINARY, ONE_HOT, SIGN);
      default -> List.of(REAL, POSITIVE, SIGN, BINARY, ONE_HOT, LABELS);
    };
  }

  /** A target row of {@code size} numbers for predictions of {@code classes} numbers. */
  float[] draw(int size, int classes, RandomGenerator random) {
    float[] target = new float[size];
    int chosen = random.nextInt(classes);
    for (int j = 0; j < size; j++) {
      target[j] =
          switch (this) {
            case INDEX -> chosen;
            case ONE_HOT -> j == chosen ? 1 : 0;
            case BINARY -> random.nextInt(2);
            case REAL -> (float) (4 * random.nextDouble() - 2);
            case POSITIVE -> (float) (0.3 + 3 * random.nextDouble());
            case SIGN -> random.nextInt(2) * 2 - 1;
            case LABELS -> -1;
          };
    }
    if (this == LABELS) {
      target[0] = chosen;
    }
    return target;
  }

  /** Whether a target row may stand where predictions of the domain stand. */
  static boolean fits(float[] target, Range domain) {
    for (float number : target) {
      boolean fits =
          switch (domain) {
            case REAL -> true;
            case NON_NEGATIVE -> number >= 0;
            case POSITIVE -> number > 0;
            case UNIT -> number >= 0 && number <= 1;
            case SIMPLEX, LOG_SIMPLEX -> false;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
