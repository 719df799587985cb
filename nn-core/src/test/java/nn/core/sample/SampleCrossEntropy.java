package nn.core.sample;

import nn.api.FusedLoss;
import nn.api.Link;
import nn.api.Named;
import nn.api.Range;
import nn.api.RowLoss;

/** -sum_j t_j ln p_j for one-hot targets, also on the pre-activation of softmax. */
@Named(value = "cross-entropy", summary = "For classes.", formula = "-sum t ln p")
public record SampleCrossEntropy() implements RowLoss, FusedLoss {
  @Override
  public String output() {
    return "softmax";
  }

  @Override
  public Range domain() {
    return Range.SIMPLEX;
  }

  @Override
  public double row(
      float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double p = Math.max(prediction[at + j], Float.MIN_NORMAL);
      double t = target[targetAt + j];
      sum -= t * StrictMath.log(p);
      if (gradient != null) {
        gradient[at + j] = (float) (-t / p);
      }
    }
    return sum;
  }

  @Override
  public Link link() {
    return Link.SOFTMAX;
  }

  @Override
  public double fusedRow(
      float[] z, int at, int width, float[] target, int targetAt, float[] gradient) {
    double whole = logSumExp(z, at, width);
    double mass = 0;
    double loss = 0;
    for (int j = 0; j < width; j++) {
      mass += target[targetAt + j];
      loss += target[targetAt + j] * (whole - z[at + j]);
    }
    if (gradient != null) {
      for (int j = 0; j < width; j++) {
        double p = StrictMath.exp(z[at + j] - whole);
        gradient[at + j] = (float) (mass * p - target[targetAt + j]);
      }
    }
    return loss;
  }

  private static double logSumExp(float[] z, int at, int width) {
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < width; j++) {
      most = Math.max(most, z[at + j]);
    }
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += StrictMath.exp(z[at + j] - most);
    }
    return most + StrictMath.log(sum);
  }
}
