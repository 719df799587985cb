package nn.tck;

import nn.api.ElementwiseLoss;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Rows;
import nn.tck.GoodLosses.Squared;
import nn.tck.GoodLosses.YesNo;

/** Losses that break one rule each. */
final class BrokenLosses {
  private BrokenLosses() {}

  /** L-01: forgets the 2. */
  @Named(summary = "Half the slope.")
  public record HalfSlope() implements Squared {
    @Override
    public double derivative(double prediction, double target) {
      return prediction - target;
    }
  }

  /** L-01: another loss when nobody wants the gradient. */
  @Named(summary = "Two losses.")
  public record TwoLosses() implements Squared {
    @Override
    public double row(
        float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
      double loss = Squared.super.row(prediction, at, width, target, targetAt, gradient);
      return gradient == null ? loss / 2 : loss;
    }
  }

  /** L-02: ln(cosh(p - t)) as it stands in the book. */
  @Named(summary = "Overflows.")
  public record NaiveLogCosh() implements ElementwiseLoss {
    @Override
    public double value(double prediction, double target) {
      return StrictMath.log(StrictMath.cosh(prediction - target));
    }

    @Override
    public double derivative(double prediction, double target) {
      return StrictMath.tanh(prediction - target);
    }
  }

  /** L-02: ln 0. */
  @Named(summary = "Endless.")
  public record Endless() implements YesNo {
    @Override
    public double value(double p, double t) {
      return -t * StrictMath.log(p) - (1 - t) * StrictMath.log1p(-p);
    }

    @Override
    public double derivative(double p, double t) {
      return (p - t) / (p * (1 - p));
    }
  }

  /** L-03: the fused gradient of another loss. */
  @Named(summary = "Fused wrongly.")
  public record FusedWrongly() implements YesNo {
    @Override
    public double fusedDerivative(double z, double t) {
      return 2 * YesNo.super.fusedDerivative(z, t);
    }
  }

  /** L-03: another loss altogether, with its own gradient. */
  @Named(summary = "Fused otherwise.")
  public record FusedOtherwise() implements YesNo {
    @Override
    public double fusedValue(double z, double t) {
      return 2 * YesNo.super.fusedValue(z, t);
    }

    @Override
    public double fusedDerivative(double z, double t) {
      return 2 * YesNo.super.fusedDerivative(z, t);
    }
  }

  /** L-03: clamps the probability, so that the worst mistakes teach nothing. */
  @Named(summary = "Clamped.")
  public record Clamped() implements YesNo {
    @Override
    public double fusedValue(double z, double t) {
      return YesNo.super.fusedValue(Math.max(-30, Math.min(30, z)), t);
    }

    @Override
    public double fusedDerivative(double z, double t) {
      return Math.abs(z) > 30 ? 0 : YesNo.super.fusedDerivative(z, t);
    }
  }

  /** L-04: rewards mistakes. */
  @Named(summary = "Upside down.")
  public record UpsideDown() implements Squared {
    @Override
    public double value(double prediction, double target) {
      return -Squared.super.value(prediction, target);
    }

    @Override
    public double derivative(double prediction, double target) {
      return -Squared.super.derivative(prediction, target);
    }
  }

  /** L-05: leaves its notes in the predictions. */
  @Named(summary = "Scribbles.")
  public record Scribbling() implements Squared {
    @Override
    public void rows(
        Rows prediction,
        Rows target,
        Rows gradient,
        double[] losses,
        int from,
        int to,
        Kernels kernels) {
      Squared.super.rows(prediction, target, gradient, losses, from, to, kernels);
      for (int i = prediction.at(from); i < prediction.at(to); i++) {
        prediction.data()[i] = Math.abs(prediction.data()[i]) + 1;
      }
    }
  }

  /** L-06: another formula for many rows. */
  @Named(summary = "Two formulas.")
  public record TwoFormulas() implements Squared {
    @Override
    public void rows(
        Rows prediction,
        Rows target,
        Rows gradient,
        double[] losses,
        int from,
        int to,
        Kernels kernels) {
      Squared.super.rows(prediction, target, gradient, losses, from, to, kernels);
      for (int r = from; r < to; r++) {
        losses[r] *= 1.01;
      }
    }
  }

  /** L-06: a row that counts less than nothing. */
  @Named(summary = "Negative weight.")
  public record NegativeWeight() implements Squared {
    @Override
    public double rowWeight(float[] target, int at, int width) {
      return -1;
    }
  }

  /** P-09: an output outside its own domain. */
  @Named(summary = "Wrong output.")
  public record WrongOutput() implements YesNo {
    @Override
    public String output() {
      return "smooth";
    }
  }
}
