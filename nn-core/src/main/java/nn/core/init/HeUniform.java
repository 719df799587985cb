package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Rows;

/**
 * Uniform in [-limit, limit), where limit = sqrt(6 / inputs): as {@link HeNormal} in purpose and
 * variance, as PyTorch's kaiming_uniform_ with a = 0 and fan_in, and as Keras.
 *
 * <p>Source: He, Zhang, Ren, Sun: Delving deep into rectifiers (ICCV 2015).
 */
@Named(
    aliases = "kaiming-uniform",
    summary = "Uniform numbers whose size fits the layer's inputs; for rectifiers.",
    formula = "U(-limit, limit), limit = sqrt(6 / inputs)",
    source = "He, Zhang, Ren and Sun 2015")
public record HeUniform() implements Initializer {
  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.uniform(w, Math.sqrt(6.0 / w.count()), random);
  }
}
