package nn.core.network;

import java.util.Optional;
import nn.api.Rows;
import nn.core.plugin.PluginFailure;

/**
 * An activation that may be where a training went wrong.
 *
 * @param x what went into it
 * @param y what came out of it
 */
record Suspect(Dense layer, Rows x, Rows y) {

  /** The failure, if it turned numbers that are all finite into some that are NaN. */
  Optional<PluginFailure> nan() {
    int count = 0;
    int first = 0;
    for (int i = y.size() - 1; i >= 0; i--) {
      if (Float.isNaN(y.data()[y.offset() + i])) {
        first = i;
        count++;
      }
    }
    return count == 0 || !finite()
        ? Optional.empty()
        : Optional.of(PluginFailure.nan(layer.activation(), count, layer.place(), input(first)));
  }

  private boolean finite() {
    for (int i = x.offset(); i < x.offset() + x.size(); i++) {
      if (!Float.isFinite(x.data()[i])) {
        return false;
      }
    }
    return true;
  }

  /** The input in the place of an output; outputs may be fewer or more. */
  private float input(int output) {
    return x.get(output / y.width(), Math.min(output % y.width(), x.width() - 1));
  }
}
