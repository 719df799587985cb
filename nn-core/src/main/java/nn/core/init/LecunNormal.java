package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Rows;

/**
 * Normal with mean 0 and variance 1 / inputs, truncated at two deviations and widened so that the
 * variance is met nevertheless, as in Keras 3, the only one of the leaders that has it: {@link
 * VarianceScaling} with its defaults. What self-normalising networks (selu) ask for.
 *
 * <p>Source: LeCun, Bottou, Orr, Mueller: Efficient BackProp (1998).
 */
@Named(
    summary = "Normal numbers of variance 1 / inputs; for selu and for linear layers.",
    formula = "N(0, 1 / inputs), truncated",
    source = "LeCun and others 1998, Keras 3 LecunNormal")
public record LecunNormal() implements Initializer {
  @Override
  public void fill(Rows w, RandomGenerator random) {
    new VarianceScaling().fill(w, random);
  }
}
