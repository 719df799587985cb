package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The family behind Glorot, He and LeCun: mean 0 and variance scale / fan, where fan counts inputs,
 * outputs, or is the average of both. As in Keras 3, the only one of the leaders that has it: the
 * truncated normal is cut at two of its deviations, which is sqrt(scale / fan) / 0.8796, so that
 * the variance is met after the cut.
 *
 * @param scale factor on the variance; Keras's 1
 * @param mode what the variance is divided by; Keras's fan-in
 * @param distribution shape of the distribution; Keras's truncated normal
 */
@Named(
    summary = "Numbers of variance scale / fan in a distribution of your choice.",
    formula = "variance = scale / fan",
    source = "Keras 3 VarianceScaling")
public record VarianceScaling(
    @Param(min = 1e-6, max = 1e6, log = true, help = "factor on the variance") double scale,
    @Param(help = "inputs, outputs or their average") Mode mode,
    @Param(help = "shape of the distribution") Distribution distribution)
    implements Initializer {
  /** Deviation of a standard normal cut at -2 and 2. */
  private static final double CUT = 0.8796256610342398;

  /** What the variance is divided by. */
  public enum Mode {
    /** The number of inputs. */
    FAN_IN,
    /** The number of outputs. */
    FAN_OUT,
    /** The average of both. */
    FAN_AVG
  }

  /** The shape of a distribution. */
  public enum Distribution {
    /** Normal, cut at two deviations. */
    TRUNCATED_NORMAL,
    /** Normal. */
    UNTRUNCATED_NORMAL,
    /** Equally likely between two limits. */
    UNIFORM
  }

  /** Keras 3's defaults. */
  public VarianceScaling() {
    this(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    double deviation = Math.sqrt(scale / Math.max(1, fan(w)));
    switch (distribution) {
      case TRUNCATED_NORMAL -> {
        double wide = deviation / CUT;
        Chance.truncated(w, new NormalDistribution(null, 0, wide), -2 * wide, 2 * wide, random);
      }
      case UNTRUNCATED_NORMAL -> Chance.normal(w, 0, deviation, random);
      case UNIFORM -> Chance.uniform(w, Math.sqrt(3) * deviation, random);
    }
  }

  private double fan(Rows w) {
    return switch (mode) {
      case FAN_IN -> w.count();
      case FAN_OUT -> w.width();
      case FAN_AVG -> (w.count() + w.width()) / 2.0;
    };
  }
}
