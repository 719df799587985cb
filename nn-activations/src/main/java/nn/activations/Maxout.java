package nn.activations;

import java.util.Arrays;
import nn.api.BatchActivation;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * Each output is the largest of a group of neighbouring inputs: y_j = max of x_i for {@code pieces
 * j <= i < pieces (j + 1)}; the gradient goes to the first of the largest, the others get 0. One
 * NaN makes its output NaN.
 *
 * <p>Source: Goodfellow, Warde-Farley, Mirza, Courville, Bengio: Maxout networks (ICML 2013).
 *
 * @param pieces inputs per output; the paper's smallest, 2, by default
 */
@Named(
    summary = "Shrinks the row: each output is the largest of a few neighbouring inputs.",
    formula = "max of each group of inputs",
    source = "Goodfellow and others 2013")
public record Maxout(@Param(min = 2, max = 64, help = "inputs per output") int pieces)
    implements BatchActivation {
  /** Pairs of inputs. */
  public Maxout() {
    this(2);
  }

  @Override
  public int outputWidth(int inputWidth) {
    if (inputWidth % pieces != 0) {
      throw new IllegalArgumentException(
          "maxout(pieces=%s) needs a multiple of %s units, got %s. Use %s."
              .formatted(pieces, pieces, inputWidth, (inputWidth / pieces + 1) * pieces));
    }
    return inputWidth / pieces;
  }

  @Override
  public void forward(
      Rows x,
      Rows y,
      Rows parameters,
      boolean training,
      long seed,
      long firstRow,
      Kernels kernels) {
    for (int k = 0; k < y.size(); k++) {
      y.data()[y.offset() + k] = x.data()[largest(x, k)];
    }
  }

  @Override
  public void backward(
      Rows x,
      Rows y,
      Rows dy,
      Rows dx,
      Rows parameters,
      Rows dParameters,
      boolean training,
      long seed,
      long firstRow,
      Kernels kernels) {
    Arrays.fill(dx.data(), dx.offset(), dx.offset() + dx.size(), 0f);
    for (int k = 0; k < dy.size(); k++) {
      int winner = largest(x, k) - x.offset();
      dx.data()[dx.offset() + winner] = dy.data()[dy.offset() + k];
    }
  }

  /** Index in x's array of the first largest number, or of the first NaN, of group k. */
  private int largest(Rows x, int k) {
    int best = x.offset() + k * pieces;
    for (int i = best + 1; i < x.offset() + (k + 1) * pieces; i++) {
      best = x.data()[i] <= x.data()[best] || Float.isNaN(x.data()[best]) ? best : i;
    }
    return best;
  }
}
