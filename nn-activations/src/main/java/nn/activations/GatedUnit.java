package nn.activations;

import java.util.Locale;
import nn.api.BatchActivation;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Rows;

/**
 * What the gated linear units share: a row is split into halves a and b, and y = a g(b) has half
 * the width; da = dy g(b), db = dy a g'(b). The second half is the gate, as in PyTorch's GLU; the
 * order of the halves only says which columns of the weights are which.
 */
interface GatedUnit extends BatchActivation {
  /** g, the function of the second half; its loops leave scratch array 3 alone. */
  ElementwiseActivation gate();

  @Override
  default int outputWidth(int inputWidth) {
    if (inputWidth % 2 != 0) {
      String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
      throw new IllegalArgumentException(
          "%s needs an even number of units, got %d. Use %d."
              .formatted(name, inputWidth, inputWidth + 1));
    }
    return inputWidth / 2;
  }

  @Override
  default void forward(
      Rows x,
      Rows y,
      Rows parameters,
      boolean training,
      long seed,
      long firstRow,
      Kernels kernels) {
    ElementwiseActivation gate = gate();
    float[] share = kernels.scratch(3, x.at(x.count()));
    for (int r = 0; r < x.count(); r++) {
      int a = x.at(r);
      int b = a + y.width();
      gate.forward(x.data(), share, b, b + y.width(), kernels);
      for (int j = 0; j < y.width(); j++) {
        y.data()[y.at(r) + j] = x.data()[a + j] * share[b + j];
      }
    }
  }

  @Override
  default void backward(
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
    ElementwiseActivation gate = gate();
    float[] share = kernels.scratch(3, x.at(x.count()));
    float[] dShare = kernels.scratch(2, x.at(x.count()));
    for (int r = 0; r < x.count(); r++) {
      int half = dy.width();
      int a = x.at(r);
      int b = a + half;
      gate.forward(x.data(), share, b, b + half, kernels);
      for (int j = 0; j < half; j++) {
        dShare[b + j] = dy.get(r, j) * x.data()[a + j];
        dx.data()[dx.at(r) + j] = dy.get(r, j) * share[b + j];
      }
      gate.backward(x.data(), share, dShare, dShare, b, b + half, kernels);
      System.arraycopy(dShare, b, dx.data(), dx.at(r) + half, half);
    }
  }
}
