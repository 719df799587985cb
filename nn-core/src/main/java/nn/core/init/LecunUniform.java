package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Rows;

/**
 * Uniform in [-limit, limit), where limit = sqrt(3 / inputs), so that the variance is 1 / inputs.
 *
 * <p>Source: LeCun, Bottou, Orr, Mueller: Efficient BackProp (1998); Keras 3.
 */
@Named(
    summary = "Uniform numbers of variance 1 / inputs; for selu and for linear layers.",
    formula = "U(-limit, limit), limit = sqrt(3 / inputs)",
    source = "LeCun and others 1998, Keras 3 LecunUniform")
public record LecunUniform() implements Initializer {
  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.uniform(w, Math.sqrt(3.0 / w.count()), random);
  }
}
