package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate falls at once by the factor gamma after each of the milestones, which are numbers of
 * updates in any order: gamma^(milestones reached). A milestone named twice counts twice. PyTorch's
 * MultiStepLR, which has no default for the milestones.
 *
 * @param milestones numbers of updates separated by commas, {@code 1000, 2000}
 * @param gamma factor of each drop; PyTorch's 0.1
 */
@Named(
    summary = "Drops the rate by a factor after given numbers of updates.",
    formula = "gamma^(milestones reached)",
    source = "PyTorch MultiStepLR")
public record MultiStep(
    @Param(help = "updates after which the rate drops, separated by commas") String milestones,
    @Param(min = 1e-6, max = 1, log = true, help = "factor on the rate each time") double gamma)
    implements Schedule {
  /** A tenth after 1,000 and again after 2,000 updates. */
  public MultiStep() {
    this("1000, 2000", 0.1);
  }

  /**
   * Brings the milestones into the form {@code 1000, 2000}.
   *
   * @throws IllegalArgumentException if they are not whole numbers separated by commas
   */
  public MultiStep {
    if (!milestones.matches("\\s*[0-9]{1,18}\\s*(,\\s*[0-9]{1,18}\\s*)*")) {
      throw new IllegalArgumentException(
          "milestones must be numbers of updates separated by commas, such as '1000, 2000', got '"
              + milestones
              + "'.");
    }
    milestones = milestones.replaceAll("\\s", "").replace(",", ", ");
  }

  @Override
  public double factor(long number, long total) {
    int reached = 0;
    long milestone = 0;
    for (int i = 0; i <= milestones.length(); i++) {
      char c = i < milestones.length() ? milestones.charAt(i) : ',';
      if (c == ',') {
        reached += number - 1 >= milestone ? 1 : 0;
        milestone = 0;
      } else if (c != ' ') {
        milestone = 10 * milestone + (c - '0');
      }
    }
    return StrictMath.pow(gamma, reached);
  }
}
