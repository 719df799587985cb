package nn.tck;

import nn.api.Block;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Rows;
import nn.tck.GoodActivations.Silu;
import nn.tck.GoodLosses.Squared;
import nn.tck.GoodOthers.Descending;

/**
 * Plugins that copy one number too many: what stands beside their input, to beside their output.
 */
final class BrokenCopies {
  private BrokenCopies() {}

  /** forward. */
  @Named(summary = "Copies too far.")
  public record CopyingForward() implements Silu {
    @Override
    public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
      Silu.super.forward(x, y, from, to, kernels);
      if (to < y.length) {
        y[to] = x[to];
      }
    }
  }

  /** backward. */
  @Named(summary = "Copies blame too far.")
  public record CopyingBackward() implements Silu {
    @Override
    public void backward(
        float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
      Silu.super.backward(x, y, dy, dx, from, to, kernels);
      if (to < dx.length) {
        dx[to] = dy[to];
      }
    }
  }

  /** L-06: the gradient beyond the last row. */
  @Named(summary = "Copies predictions too far.")
  public record CopyingLoss() implements Squared {
    @Override
    public void rows(
        Rows prediction,
        Rows target,
        Rows gradient,
        double[] losses,
        int from,
        int to,
        Kernels kernels) {
      Squared.super.rows(prediction, target, gradient, losses, from, to, kernels);
      int beyond = gradient.at(to);
      if (beyond < gradient.data().length) {
        gradient.data()[beyond] = prediction.data()[beyond];
      }
    }
  }

  /** O-04: the gradient beyond the block, into the weights. */
  @Named(summary = "Copies gradients too far.")
  public record CopyingOptimizer() implements Descending {
    @Override
    public void update(
        long step,
        double rate,
        Block block,
        float[] weights,
        float[] gradients,
        float[][] slots,
        int from,
        int to) {
      Descending.super.update(step, rate, block, weights, gradients, slots, from, to);
      if (to == block.end() && to < weights.length) {
        weights[to] = gradients[to];
      }
    }
  }
}
