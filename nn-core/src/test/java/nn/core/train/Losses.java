package nn.core.train;

import nn.api.Range;
import nn.api.RowLoss;

/** Losses with row weights and other widths, for the tests of training. */
final class Losses {
  /** A target of this value is to be ignored. */
  static final float IGNORED = 99;

  private Losses() {}

  /** (p - t)^2, but rows whose target is 99 do not count and say nonsense. */
  record Masked() implements RowLoss {
    @Override
    public double rowWeight(float[] target, int at, int width) {
      return target[at] == IGNORED ? 0 : 1;
    }

    @Override
    public double row(
        float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
      double error = prediction[at] - target[targetAt];
      boolean nonsense = target[targetAt] == IGNORED;
      if (gradient != null) {
        gradient[at] = nonsense ? Float.NaN : (float) (2 * error);
      }
      return nonsense ? Double.NaN : error * error;
    }
  }

  /** (p - t)^2 where rows with a negative target count three times. */
  record Weighted() implements RowLoss {
    @Override
    public double rowWeight(float[] target, int at, int width) {
      return target[at] < 0 ? 3 : 1;
    }

    @Override
    public double row(
        float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
      double error = prediction[at] - target[targetAt];
      if (gradient != null) {
        gradient[at] = (float) (2 * error);
      }
      return error * error;
    }
  }

  /** (p - t)^2 for targets of one domain. */
  record Picky(Range targetDomain) implements RowLoss {
    @Override
    public double row(
        float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
      return new Masked().row(prediction, at, width, target, targetAt, gradient);
    }
  }

  /** For class numbers: one target a row, however many outputs; 1 - p of the class. */
  record ClassNumbers() implements RowLoss {
    @Override
    public int targetWidth(int predictionWidth) {
      return 1;
    }

    @Override
    public double row(
        float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
      int chosen = (int) target[targetAt];
      if (gradient != null) {
        for (int j = 0; j < width; j++) {
          gradient[at + j] = j == chosen ? -1 : 0;
        }
      }
      return 1 - prediction[at + chosen];
    }
  }
}
