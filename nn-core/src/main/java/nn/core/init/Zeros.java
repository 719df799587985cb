package nn.core.init;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Rows;

/** Zero everywhere, without chance: right for a single linear layer, where no unit has a rival. */
@Named(
    summary = "Starts every weight at 0; only for layers without hidden units before them.",
    formula = "0",
    source = "PyTorch zeros_")
public record Zeros() implements Initializer {
  @Override
  public void fill(Rows w, RandomGenerator random) {
    Arrays.fill(w.data(), w.offset(), w.offset() + w.size(), 0f);
  }
}
