package nn.api;

import org.jspecify.annotations.Nullable;

/**
 * Implemented in addition by a loss that is simpler and safer when written on the pre-activation of
 * one link: softmax with cross-entropy, sigmoid with binary cross-entropy. The trainer uses this
 * form when the output activation's {@link Activation#link()} equals {@link #link()}.
 */
public interface FusedLoss {
  /** The link that this form assumes. */
  Link link();

  /**
   * Loss of one row given the pre-activation z. Writes d loss / d z to gradient[at .. at + width)
   * unless gradient is null.
   */
  double fusedRow(
      float[] z, int at, int width, float[] target, int targetAt, float @Nullable [] gradient);

  /** As {@link Loss#rows}, on the pre-activation. */
  default void fusedRows(
      Rows z,
      Rows target,
      @Nullable Rows gradient,
      double[] losses,
      int from,
      int to,
      Kernels kernels) {
    float[] out = gradient == null ? null : gradient.data();
    for (int r = from; r < to; r++) {
      losses[r] = fusedRow(z.data(), z.at(r), z.width(), target.data(), target.at(r), out);
    }
  }
}
