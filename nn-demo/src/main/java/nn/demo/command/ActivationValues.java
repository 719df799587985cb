package nn.demo.command;

import java.util.Arrays;
import java.util.Optional;
import nn.api.Activation;
import nn.api.BatchActivation;
import nn.api.Plugin;
import nn.api.RowActivation;
import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.PluginInfo;
import nn.core.random.SplitMix64;
import nn.demo.story.ScalarFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an activation makes of some inputs.
 *
 * @param inputs one number each, or together the row of a layer
 * @param outputs what comes out; a form of whole rows may give fewer or more
 * @param slopes f' at each input; null for forms of whole rows
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ActivationValues(double[] inputs, double[] outputs, double @Nullable [] slopes) {
  /**
   * The values of a plugin, which must be an activation.
   *
   * @throws UsageException if it is none
   */
  static ActivationValues of(PluginInfo<?> info, Plugin plugin, double[] x) {
    if (!(plugin instanceof Activation activation)) {
      throw new UsageException(
          "--at shows elementwise and row activations; %s is another form or kind of plugin."
              .formatted(info.name()));
    }
    Optional<ScalarFunction> curve = ScalarFunction.of(info.name(), activation);
    if (curve.isPresent()) {
      double[] y = Arrays.stream(x).map(curve.get().value()).toArray();
      return new ActivationValues(x, y, Arrays.stream(x).map(curve.get().slope()).toArray());
    }
    Rows y =
        activation instanceof RowActivation f ? row(f, x) : row((BatchActivation) activation, x);
    return new ActivationValues(x, numbers(y), null);
  }

  private static Rows row(RowActivation f, double[] x) {
    Rows out = Rows.zeros(1, x.length);
    f.forward(rows(x), out, 0, 1, Arithmetic.plain().create());
    return out;
  }

  private static Rows row(BatchActivation f, double[] x) {
    Rows out = Rows.zeros(1, f.outputWidth(x.length));
    Rows learned = Rows.zeros(1, f.parameterCount(x.length));
    f.initialParameters(x.length, learned, new SplitMix64(0));
    f.forward(rows(x), out, learned, false, 0, 0, Arithmetic.plain().create());
    return out;
  }

  private static Rows rows(double[] x) {
    Rows rows = Rows.zeros(1, x.length);
    for (int i = 0; i < x.length; i++) {
      rows.data()[i] = (float) x[i];
    }
    return rows;
  }

  private static double[] numbers(Rows rows) {
    double[] numbers = new double[rows.size()];
    Arrays.setAll(numbers, i -> rows.data()[i]);
    return numbers;
  }
}
