package nn.losses;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nn.api.ElementwiseLoss;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * An elementwise loss once more, from the operations that Commons Math differentiates.
 *
 * @param loss the loss
 * @param predictions where to try it
 * @param targets for which targets
 * @param formula prediction and target to loss
 */
record Formula(
    ElementwiseLoss loss,
    List<Double> predictions,
    List<Double> targets,
    BinaryOperator<DerivativeStructure> formula) {
  private static final List<Double> UNIT = List.of(0.01, 0.2, 0.5, 0.9, 0.999);
  private static final List<Double> REAL = List.of(-30.0, -1.7, -0.4, 0.01, 0.2, 0.9, 2.5, 40.0);
  private static final List<Double> POSITIVE = List.of(0.01, 0.2, 0.9, 2.5, 40.0);
  private static final List<Double> SHARES = List.of(0.0, 0.3, 1.0);
  private static final List<Double> AMOUNTS = List.of(0.0, 0.3, 1.0, 7.0);
  private static final List<Double> NUMBERS = List.of(-2.0, -0.1, 0.0, 3.0);
  private static final List<Double> SIDES = List.of(-1.0, 0.0, 1.0);

  private static Formula number(ElementwiseLoss loss, UnaryOperator<DerivativeStructure> ofMiss) {
    return new Formula(loss, REAL, NUMBERS, (p, t) -> ofMiss.apply(p.subtract(t)));
  }

  private static Formula side(ElementwiseLoss loss, UnaryOperator<DerivativeStructure> ofMargin) {
    return new Formula(
        loss,
        REAL,
        SIDES,
        (p, t) -> ofMargin.apply(t.getValue() == 0 ? p.negate() : p.multiply(t)));
  }

  static Stream<Formula> all() {
    return Stream.of(
        number(new MeanSquaredError(), e -> e.pow(2)),
        number(new MeanAbsoluteError(), DerivativeStructure::abs),
        number(new Huber(), e -> huber(e, 1)),
        number(new Huber(0.35), e -> huber(e, 0.35)),
        number(new SmoothL1(), e -> huber(e, 1)),
        number(new SmoothL1(2.2), e -> huber(e, 2.2).divide(2.2)),
        number(new LogCosh(), e -> e.cosh().log()),
        number(new Quantile(), e -> e.abs().divide(2)),
        number(new Quantile(0.9), e -> e.multiply(e.getValue() < 0 ? -0.9 : 0.1)),
        number(new Quantile(0), e -> positive(e)),
        number(new Quantile(1), e -> positive(e.negate())),
        new Formula(
            new MeanAbsolutePercentageError(),
            REAL,
            List.of(-2.0, -0.1, 3.0, 1e-3),
            (p, t) -> p.subtract(t).divide(t).abs().multiply(100)),
        new Formula(
            new MeanSquaredLogarithmicError(),
            POSITIVE,
            List.of(0.3, 1.0, 7.0),
            (p, t) -> p.add(1).log().subtract(t.add(1).log()).pow(2)),
        new Formula(new Poisson(), REAL, AMOUNTS, (p, t) -> p.exp().subtract(p.multiply(t))),
        new Formula(
            new Poisson(false),
            POSITIVE,
            AMOUNTS,
            (p, t) -> p.subtract(p.add(1e-8).log().multiply(t))),
        new Formula(
            new Gamma(),
            POSITIVE,
            List.of(0.3, 1.0, 7.0),
            (p, t) -> p.divide(t).log().add(t.divide(p)).subtract(1)),
        new Formula(new Tweedie(), POSITIVE, AMOUNTS, (p, t) -> tweedie(p, t, 1.5)),
        new Formula(new Tweedie(1.01), POSITIVE, AMOUNTS, (p, t) -> tweedie(p, t, 1.01)),
        new Formula(new Tweedie(1.9), POSITIVE, AMOUNTS, (p, t) -> tweedie(p, t, 1.9)),
        new Formula(
            new Tweedie(1),
            POSITIVE,
            List.of(0.3, 1.0, 7.0),
            (p, t) -> t.multiply(t.divide(p).log()).subtract(t).add(p)),
        new Formula(new BinaryCrossEntropy(), UNIT, SHARES, (p, t) -> surprise(p, t, 1)),
        new Formula(new BinaryCrossEntropy(3), UNIT, SHARES, (p, t) -> surprise(p, t, 3)),
        new Formula(
            new BinaryFocal(),
            UNIT,
            SHARES,
            (p, t) -> wrong(p, t).pow(2).multiply(surprise(p, t, 1))),
        new Formula(
            new BinaryFocal(0.5, 0.25, false),
            UNIT,
            SHARES,
            (p, t) -> wrong(p, t).sqrt().multiply(surprise(p, t, 1))),
        new Formula(
            new BinaryFocal(0, 0.25, true),
            UNIT,
            SHARES,
            (p, t) -> t.multiply(-0.5).add(0.75).multiply(surprise(p, t, 1))),
        side(new Hinge(), m -> positive(m.negate().add(1))),
        side(new SquaredHinge(), m -> positive(m.negate().add(1)).pow(2)),
        side(new SoftMargin(), m -> m.negate().exp().log1p()),
        new Formula(
            new MultiLabelSoftMargin(),
            REAL,
            SHARES,
            (p, t) ->
                t.multiply(p.negate().exp().log1p())
                    .add(t.negate().add(1).multiply(p.exp().log1p()))));
  }

  private static DerivativeStructure positive(DerivativeStructure x) {
    return x.getValue() > 0 ? x : x.multiply(0);
  }

  private static DerivativeStructure huber(DerivativeStructure e, double delta) {
    return Math.abs(e.getValue()) <= delta
        ? e.pow(2).divide(2)
        : e.abs().subtract(delta / 2).multiply(delta);
  }

  private static DerivativeStructure tweedie(
      DerivativeStructure p, DerivativeStructure t, double k) {
    return p.pow(2 - k)
        .divide(2 - k)
        .subtract(t.multiply(p.pow(1 - k)).divide(1 - k))
        .add(StrictMath.pow(t.getValue(), 2 - k) / ((1 - k) * (2 - k)));
  }

  private static DerivativeStructure surprise(
      DerivativeStructure p, DerivativeStructure t, double weight) {
    return t.multiply(weight)
        .multiply(p.log())
        .add(t.negate().add(1).multiply(p.negate().add(1).log()))
        .negate();
  }

  private static DerivativeStructure wrong(DerivativeStructure p, DerivativeStructure t) {
    return t.multiply(p.negate().add(1)).add(t.negate().add(1).multiply(p));
  }

  @Override
  public String toString() {
    return loss.toString();
  }
}
