package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * Normal with mean 0 and deviation gain sqrt(2 / (inputs + outputs)): as {@link GlorotUniform} in
 * purpose and variance. Not truncated, as in PyTorch's xavier_normal_; Keras truncates at two
 * deviations.
 *
 * <p>Source: Glorot, Bengio: Understanding the difficulty of training deep feedforward neural
 * networks (AISTATS 2010).
 *
 * @param gain factor on the deviation; PyTorch's 1
 */
@Named(
    aliases = "xavier-normal",
    summary = "Normal numbers whose size fits the layer's inputs and outputs; for tanh, sigmoid.",
    formula = "N(0, gain^2 2 / (inputs + outputs))",
    source = "Glorot and Bengio 2010, PyTorch xavier_normal_")
public record GlorotNormal(@Param(min = 0, max = 100, help = "factor on the deviation") double gain)
    implements Initializer {
  /** Gain 1. */
  public GlorotNormal() {
    this(1);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.normal(w, 0, gain * Math.sqrt(2.0 / (w.count() + w.width())), random);
  }
}
