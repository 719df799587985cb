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
  /** g, the function of the second half; of the scratch arrays its loops use number 0 alone. */
  ElementwiseActivation gate();

  @Override
  default int outputWidth(int inputWidth) {
    if (inputWidth % 2 != 0) {
      String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
      throw new IllegalArgumentException(
          "%s needs an even number of units, got %s. Use %s."
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
    int half = y.width();
    float[] b = kernels.scratch(1, half);
    float[] share = kernels.scratch(2, half);
    for (int r = 0; r < x.count(); r++) {
      System.arraycopy(x.data(), x.at(r) + half, b, 0, half);
      gate.forward(b, share, 0, half, kernels);
      for (int j = 0; j < half; j++) {
        y.data()[y.at(r) + j] = x.get(r, j) * share[j];
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
    int half = dy.width();
    float[] b = kernels.scratch(1, half);
    float[] share = kernels.scratch(2, half);
    float[] dShare = kernels.scratch(3, half);
    for (int r = 0; r < x.count(); r++) {
      System.arraycopy(x.data(), x.at(r) + half, b, 0, half);
      gate.forward(b, share, 0, half, kernels);
      for (int j = 0; j < half; j++) {
        dShare[j] = dy.get(r, j) * x.get(r, j);
        dx.data()[dx.at(r) + j] = dy.get(r, j) * share[j];
      }
      gate.backward(b, share, dShare, dShare, 0, half, kernels);
      System.arraycopy(dShare, 0, dx.data(), dx.at(r) + half, half);
    }
  }
}
