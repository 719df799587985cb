package nn.core.init;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * The gain on the diagonal, 0 elsewhere, without chance: the layer starts by passing on its inputs.
 * Wide and tall matrices have as many diagonal numbers as fit.
 *
 * @param gain number on the diagonal; 1, as in Keras and in PyTorch's eye_
 */
@Named(
    summary = "Starts a layer as a copy of its inputs.",
    formula = "gain I",
    source = "PyTorch eye_, Keras 3 Identity")
public record Identity(@Param(min = -1e6, max = 1e6, help = "number on the diagonal") double gain)
    implements Initializer {
  /** Gain 1. */
  public Identity() {
    this(1);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    Arrays.fill(w.data(), w.offset(), w.offset() + w.size(), 0f);
    for (int i = 0; i < Math.min(w.count(), w.width()); i++) {
      w.data()[w.at(i) + i] = (float) gain;
    }
  }
}
