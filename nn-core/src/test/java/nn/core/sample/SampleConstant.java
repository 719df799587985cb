package nn.core.sample;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/** The same factor at every update. */
@Named(value = "constant", summary = "Never changes the rate.", formula = "factor")
public record SampleConstant(@Param(min = 0, help = "the factor") double factor)
    implements Schedule {
  public SampleConstant() {
    this(1);
  }

  @Override
  public double factor(long number, long total) {
    return factor;
  }
}
