package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Rows;

/**
 * Normal with mean 0 and variance 2 / inputs: signals keep about their size through rectifiers,
 * which silence half of them. Not truncated, as in PyTorch's kaiming_normal_ with fan_in; Keras
 * truncates at two deviations.
 *
 * <p>Source: He, Zhang, Ren, Sun: Delving deep into rectifiers (ICCV 2015).
 */
@Named(
    aliases = "kaiming-normal",
    summary = "Normal numbers whose size fits the layer's inputs; for rectifiers.",
    formula = "N(0, 2 / inputs)",
    source = "He, Zhang, Ren and Sun 2015")
public record HeNormal() implements Initializer {
  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.normal(w, 0, Math.sqrt(2.0 / w.count()), random);
  }
}
