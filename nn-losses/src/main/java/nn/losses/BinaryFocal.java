package nn.losses;

import nn.api.Link;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;

/**
 * Binary cross-entropy that turns away from what is already right: with u = t (1 - p) + (1 - t) p,
 * the probability given to the wrong answer, it is u^gamma (-t ln p - (1 - t) ln(1 - p)), averaged
 * over a row's outputs. At p = 0 and 1 the cross-entropy stays finite as in {@link
 * BinaryCrossEntropy}; fused with the sigmoid it needs no such guard.
 *
 * <p>As in Keras, {@code alpha} has no effect unless {@code apply-class-balancing}; then the loss
 * is multiplied by t alpha + (1 - t) (1 - alpha).
 *
 * @param gamma how fast the interest in answers that are nearly right fades; 0 is cross-entropy
 * @param alpha the weight of yes; no weighs 1 - alpha
 * @param applyClassBalancing whether alpha is applied
 */
@Named(
    summary = "Binary cross-entropy that spends its effort on the hard cases.",
    formula = "u^gamma (-t ln p - (1 - t) ln(1 - p)), with u = t (1 - p) + (1 - t) p",
    source = "Lin and others 2017; Keras 3 BinaryFocalCrossentropy")
public record BinaryFocal(
    @Param(min = 0, help = "how fast easy cases fade; 0 is cross-entropy") double gamma,
    @Param(min = 0, max = 1, help = "weight of yes, if balancing is applied") double alpha,
    @Param(help = "weigh yes by alpha and no by 1 - alpha") boolean applyClassBalancing)
    implements FusedElementwise {
  private static final BinaryCrossEntropy SURPRISE = new BinaryCrossEntropy();

  /** Keras's defaults: gamma 2, alpha 0.25 but not applied. */
  public BinaryFocal() {
    this(2, 0.25, false);
  }

  @Override
  public String output() {
    return "sigmoid";
  }

  @Override
  public Range domain() {
    return Range.UNIT;
  }

  @Override
  public Range targetDomain() {
    return Range.UNIT;
  }

  @Override
  public double value(double prediction, double target) {
    double u = wrong(prediction, 1 - prediction, target);
    return weight(target) * fade(u) * SURPRISE.value(prediction, target);
  }

  @Override
  public double derivative(double prediction, double target) {
    double u = wrong(prediction, 1 - prediction, target);
    double growth = u == 0 ? 0 : (1 - 2 * target) / u * SURPRISE.value(prediction, target);
    return weight(target) * fade(u) * (SURPRISE.derivative(prediction, target) + gamma * growth);
  }

  @Override
  public Link link() {
    return Link.LOGISTIC;
  }

  @Override
  public double fusedValue(double z, double target) {
    double u = wrong(Logistic.sigmoid(z), Logistic.sigmoid(-z), target);
    return weight(target) * fade(u) * Logistic.surprise(z, target, 1 - target);
  }

  @Override
  public double fusedDerivative(double z, double target) {
    double yes = Logistic.sigmoid(z);
    double no = Logistic.sigmoid(-z);
    double u = wrong(yes, no, target);
    double growth =
        u == 0 ? 0 : (1 - 2 * target) * (yes * no / u) * Logistic.surprise(z, target, 1 - target);
    return weight(target)
        * fade(u)
        * (Logistic.surpriseSlope(z, target, 1 - target) + gamma * growth);
  }

  private double weight(double target) {
    return applyClassBalancing ? target * alpha + (1 - target) * (1 - alpha) : 1;
  }

  private double fade(double wrong) {
    return StrictMath.pow(wrong, gamma);
  }

  private static double wrong(double yes, double no, double target) {
    return target * no + (1 - target) * yes;
  }
}
