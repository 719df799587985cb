package nn.tck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nn.api.Activation;
import nn.api.Block;
import nn.api.Initializer;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Plugin;
import nn.api.Rows;
import nn.api.Schedule;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;

/** Numbers that a plugin computes for a seed: equal ones for equal behaviour. */
final class Fingerprint {
  private static final int ROWS = 6;

  private Fingerprint() {}

  static double[] of(Plugin plugin, long seed) {
    Bench bench = new Bench(Plugins.of(), new SplitMix64(seed), seed, 1);
    if (plugin instanceof Activation activation) {
      return of(activation, bench);
    } else if (plugin instanceof Loss loss) {
      return of(loss, bench);
    } else if (plugin instanceof Optimizer optimizer) {
      return of(optimizer, bench);
    } else if (plugin instanceof Schedule schedule) {
      return IntStream.rangeClosed(1, 50).mapToDouble(i -> schedule.factor(i, 50)).toArray();
    }
    Rows w = Rows.zeros(8, 5);
    ((Initializer) plugin).fill(w, bench.random());
    return doubles(w.data());
  }

  private static double[] of(Activation activation, Bench bench) {
    DoubleStream all = DoubleStream.empty();
    for (Form form : Form.of(activation, bench)) {
      Rows x = bench.rows(ROWS, form.width(), -8, 8);
      Rows y = Rows.zeros(ROWS, form.outputs());
      Rows dy = bench.rows(ROWS, form.outputs(), -1, 1);
      Rows dx = Rows.zeros(ROWS, form.width());
      form.forward(x, y, Form.Moment.TRAINING);
      form.backward(x, y, dy, dx, form.noBlame(), Form.Moment.TRAINING);
      DoubleStream both =
          DoubleStream.concat(Arrays.stream(doubles(y.data())), Arrays.stream(doubles(dx.data())));
      all = DoubleStream.concat(all, both);
    }
    return all.toArray();
  }

  private static double[] of(Loss loss, Bench bench) {
    return LossSamples.of(loss, bench).list().stream()
        .flatMapToDouble(
            sample -> {
              float[] gradient = new float[sample.width()];
              double value = sample.row(loss, gradient);
              return DoubleStream.concat(DoubleStream.of(value), Arrays.stream(doubles(gradient)));
            })
        .toArray();
  }

  private static double[] of(Optimizer optimizer, Bench bench) {
    DoubleStream all = DoubleStream.empty();
    for (Block block : List.of(Descent.weights(4, 3, true), Descent.bias(5))) {
      Descent descent = new Descent(optimizer, block, bench);
      for (int i = 0; i < 3; i++) {
        descent.step(bench.rows(1, block.size(), -1, 1).data());
      }
      all = DoubleStream.concat(all, Arrays.stream(doubles(descent.weights())));
    }
    return all.toArray();
  }

  private static double[] doubles(float[] numbers) {
    return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
  }
}
