package nn.tck;

import static nn.tck.Check.Level.REQUIRED;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import nn.api.FusedLoss;
import nn.api.Link;
import nn.api.Loss;
import nn.api.Rows;
import nn.tck.LossSamples.Sample;

/** The form of a loss on the input of its output function: equal where both can be computed. */
final class FusedRules {
  private static final double NEAR = 3;
  private static final double FAR = 40;

  private FusedRules() {}

  static List<Check<?>> checks() {
    return List.of(
        new Check<>(
            "L-03",
            REQUIRED,
            Loss.class,
            "The fused form is the plain one behind its link, and right far out.",
            FusedRules::fused));
  }

  private static void fused(Loss loss, Bench bench) {
    if (!(loss instanceof FusedLoss fused)) {
      throw new Check.Skip("it has no fused form");
    }
    Tally near = new Tally();
    Tally far = new Tally();
    boolean identity = fused.link().equals(Link.IDENTITY);
    for (Sample sample : LossSamples.of(loss, bench).list()) {
      Rows z =
          identity
              ? new Rows(sample.prediction(), 0, 1, sample.width())
              : bench.even(1, sample.width(), -NEAR, NEAR);
      chain(loss, fused, sample, z, slopes(fused, sample.with(z.data()), near));
      rows(fused, sample.with(z.data()), bench);
      if (!identity) {
        edges(fused, sample.with(z.data()), far);
      }
    }
    near.verdict();
    if (!identity) {
      far.verdict();
    }
  }

  private static void edges(FusedLoss loss, Sample sample, Tally far) {
    for (int sign : new int[] {1, -1}) {
      for (int j = 0; j < sample.width(); j++) {
        Sample edge = sample.with(j, sign * FAR);
        slopes(loss, edge, far);
        alive(loss, edge, sample.with(j, sign * FAR / 2), j);
      }
    }
  }

  /** The gradient, compared with differences of the loss. */
  private static float[] slopes(FusedLoss loss, Sample sample, Tally tally) {
    float[] gradient = new float[sample.width()];
    double value = row(loss, sample, gradient);
    Finding.unless(Double.isFinite(value), "at z = %s the fused loss is %s.", first(sample), value);
    for (int j = 0; j < gradient.length; j++) {
      int unit = j;
      DoubleUnaryOperator f = z -> row(loss, sample.with(unit, z), new float[gradient.length]);
      Measure.compare(f, sample.prediction()[j], 1, gradient, j, tally);
    }
    return gradient;
  }

  /** A loss that grows must not stop growing because somebody clamps a probability. */
  private static void alive(FusedLoss loss, Sample far, Sample half, int j) {
    float[] gradient = new float[far.width()];
    row(loss, half, gradient);
    float before = gradient[j];
    row(loss, far, gradient);
    Finding.unless(
        Math.abs(before) < 0.3 || Math.abs(gradient[j]) > 0.1 * Math.abs(before),
        "at z = %s the gradient is %s, but at z = %s only %s: something is clamped.",
        half.prediction()[j],
        before,
        far.prediction()[j],
        gradient[j]);
  }

  /** The plain form behind the standard function, and its gradient taken back through it. */
  private static void chain(Loss loss, FusedLoss fused, Sample sample, Rows z, float[] gradient) {
    Optional<double[]> outputs = LinkRule.outputs(fused.link(), z);
    if (outputs.isEmpty()) {
      return; // the link of a third party: its differences were judged
    }
    float[] p = new float[sample.width()];
    for (int j = 0; j < p.length; j++) {
      p[j] = (float) outputs.get()[j];
    }
    float[] dp = new float[p.length];
    double plain = sample.with(p).row(loss, dp);
    double value = row(fused, sample.with(z.data()), new float[p.length]);
    Finding.unless(
        Math.abs(plain - value) <= 1e-4 * Math.max(1, Math.abs(plain)),
        "at z = %s the fused loss is %s, but the plain one behind %s is %s.",
        z.get(0, 0),
        value,
        fused.link().id(),
        plain);
    compare(fused.link(), LinkRule.backward(fused.link(), outputs.get(), dp), gradient);
  }

  private static void compare(Link link, double[] chain, float[] gradient) {
    for (int j = 0; j < chain.length; j++) {
      Finding.unless(
          Math.abs(chain[j] - gradient[j]) <= 1e-4 * Math.max(1, Math.abs(chain[j])),
          "the fused gradient is %s, but through %s it is %s.",
          gradient[j],
          link.id(),
          chain[j]);
    }
  }

  private static void rows(FusedLoss loss, Sample sample, Bench bench) {
    LossRows rows = LossRows.of(List.of(sample, sample));
    rows.run(loss, 1, 2, bench);
    rows.check();
    float[] gradient = new float[sample.width()];
    rows.agree(1, row(loss, sample, gradient), gradient, "fusedRow");
  }

  private static double row(FusedLoss loss, Sample sample, float[] gradient) {
    float[] z = sample.prediction();
    return loss.fusedRow(z, 0, z.length, sample.target(), 0, gradient);
  }

  private static float first(Sample sample) {
    return sample.prediction()[0];
  }
}
