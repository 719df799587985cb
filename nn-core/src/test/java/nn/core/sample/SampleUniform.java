package nn.core.sample;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/** Uniform between -scale / sqrt(fan-in) and scale / sqrt(fan-in). */
@Named(value = "sample-uniform", summary = "Small numbers of either sign.")
public record SampleUniform(@Param(min = 0, help = "factor on the width") double scale)
    implements Initializer {
  public SampleUniform() {
    this(1);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    double limit = scale / Math.sqrt(w.count());
    for (int i = 0; i < w.size(); i++) {
      w.data()[w.offset() + i] = (float) (limit * (2 * random.nextDouble() - 1));
    }
  }
}
