package nn.tck;

import java.util.Arrays;
import java.util.List;
import nn.api.FusedLoss;
import nn.api.Loss;
import nn.api.Rows;
import nn.tck.LossSamples.Sample;

/**
 * A batch for the methods that take many rows.
 *
 * @param prediction rows x outputs, guarded
 * @param target rows x targets, guarded
 * @param gradient as the prediction
 * @param losses one a row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record LossRows(Rows prediction, Rows target, Rows gradient, double[] losses) {
  static LossRows of(List<Sample> samples) {
    int width = samples.get(0).width();
    Rows prediction = Guard.inputs(samples.size(), width);
    Rows target = Guard.inputs(samples.size(), samples.get(0).target().length);
    for (int r = 0; r < samples.size(); r++) {
      Sample sample = samples.get(r);
      System.arraycopy(sample.prediction(), 0, prediction.data(), prediction.at(r), width);
      System.arraycopy(sample.target(), 0, target.data(), target.at(r), target.width());
    }
    double[] losses = new double[samples.size()];
    Arrays.fill(losses, Double.NaN);
    return new LossRows(prediction, target, Guard.rows(samples.size(), width), losses);
  }

  void run(Loss loss, int from, int to, Bench bench) {
    loss.rows(prediction, target, gradient, losses, from, to, bench.kernels());
  }

  void run(FusedLoss loss, int from, int to, Bench bench) {
    loss.fusedRows(prediction, target, gradient, losses, from, to, bench.kernels());
  }

  /** Throws unless row r has what the method of this name gives for it; ours has an s more. */
  void agree(int r, double loss, float[] slopes, String method) {
    Finding.unless(
        Math.abs(losses[r] - loss) <= 1e-6 * Math.max(1, Math.abs(loss)),
        "%ss() gives a loss of %s where %s() says %s.",
        method,
        losses[r],
        method,
        loss);
    for (int j = 0; j < slopes.length; j++) {
      float g = gradient.get(r, j);
      Finding.unless(
          Math.abs(g - slopes[j]) <= 8 * Math.ulp(Math.max(1, Math.abs(slopes[j]))),
          "%ss() gives a gradient of %s where %s() says %s.",
          method,
          g,
          method,
          slopes[j]);
    }
  }

  /** Throws if something around the windows was written. */
  void check() {
    Guard.checkInputs(prediction, "the prediction");
    Guard.checkInputs(target, "the target");
    Guard.check(gradient, "the gradient");
  }
}
