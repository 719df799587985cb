package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * Uniform in [-limit, limit), where limit = gain sqrt(6 / (inputs + outputs)): signals keep about
 * their size forward and backward through layers whose activation has slope 1 at 0.
 *
 * <p>Source: Glorot, Bengio: Understanding the difficulty of training deep feedforward neural
 * networks (AISTATS 2010).
 *
 * @param gain factor on the limit; 1, as in Keras and in PyTorch's xavier_uniform_
 */
@Named(
    aliases = "xavier-uniform",
    summary = "Uniform numbers whose size fits the layer's inputs and outputs; for tanh, sigmoid.",
    formula = "U(-limit, limit), limit = gain sqrt(6 / (inputs + outputs))",
    source = "Glorot and Bengio 2010")
public record GlorotUniform(@Param(min = 0, max = 100, help = "factor on the limit") double gain)
    implements Initializer {
  /** Gain 1. */
  public GlorotUniform() {
    this(1);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.uniform(w, gain * Math.sqrt(6.0 / (w.count() + w.width())), random);
  }
}
