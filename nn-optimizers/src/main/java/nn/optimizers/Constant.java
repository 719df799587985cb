package nn.optimizers;

import nn.api.Named;
import nn.api.Schedule;

/** The rate stays as it is: factor 1 at every update. */
@Named(
    summary = "Keeps the learning rate as it is.",
    formula = "1",
    source = "no schedule, PyTorch's default")
public record Constant() implements Schedule {
  @Override
  public double factor(long number, long total) {
    return 1;
  }
}
