package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * One number everywhere, without chance; every unit of a layer then learns the same.
 *
 * @param value the number; Keras's 0, where PyTorch has no default
 */
@Named(
    summary = "Starts every weight at one number; for experiments: equal units stay equal.",
    formula = "value",
    source = "PyTorch constant_")
public record Constant(@Param(min = -1e6, max = 1e6, help = "the number") double value)
    implements Initializer {
  /** Value 0. */
  public Constant() {
    this(0);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.fill(w, () -> value);
  }
}
