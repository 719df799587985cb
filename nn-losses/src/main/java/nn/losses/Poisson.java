package nn.losses;

import nn.api.Link;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;

/**
 * The surprise at a count t when the expected count is r, without the part that only t decides: r -
 * t ln r, averaged over a row's outputs. By default the prediction is the logarithm of r, and the
 * loss e^p - t p with derivative e^p - t.
 *
 * <p>With {@code log=false} the prediction is r itself, and the loss p - t ln(p + 1e-8); on an
 * exponential output it is fused and the small number not needed. Above a logarithm of 88.7 the
 * gradient, a float, overflows to infinity, above 709 the value too.
 *
 * @param log whether the prediction is ln r; PyTorch's default {@code log_input=True}
 */
@Named(
    summary = "Surprise at a count, such as visits per day.",
    formula = "exp(p) - t p, or p - t ln(p + 1e-8) with log=false",
    source = "PyTorch PoissonNLLLoss without the Stirling term")
public record Poisson(
    @Param(help = "whether the prediction is the logarithm of the expected count") boolean log)
    implements FusedElementwise {
  private static final double EPSILON = 1e-8;

  /** PyTorch's default: predictions are logarithms. */
  public Poisson() {
    this(true);
  }

  @Override
  public String output() {
    return log ? "identity" : "exponential";
  }

  @Override
  public Range domain() {
    return log ? Range.REAL : Range.POSITIVE;
  }

  @Override
  public Range targetDomain() {
    return Range.NON_NEGATIVE;
  }

  @Override
  public double answer(double output) {
    return log ? StrictMath.exp(output) : output;
  }

  @Override
  public double value(double prediction, double target) {
    return log
        ? fusedValue(prediction, target)
        : prediction - target * StrictMath.log(prediction + EPSILON);
  }

  @Override
  public double derivative(double prediction, double target) {
    return log ? fusedDerivative(prediction, target) : 1 - target / (prediction + EPSILON);
  }

  @Override
  public Link link() {
    return log ? Link.IDENTITY : Link.EXP;
  }

  @Override
  public double fusedValue(double z, double target) {
    return StrictMath.exp(z) - target * z;
  }

  @Override
  public double fusedDerivative(double z, double target) {
    return StrictMath.exp(z) - target;
  }
}
