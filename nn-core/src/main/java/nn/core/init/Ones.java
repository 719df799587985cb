package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Rows;

/** One everywhere, without chance; every unit of a layer then learns the same. */
@Named(
    summary = "Starts every weight at 1; for experiments: equal units stay equal.",
    formula = "1",
    source = "PyTorch ones_")
public record Ones() implements Initializer {
  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.fill(w, () -> 1);
  }
}
