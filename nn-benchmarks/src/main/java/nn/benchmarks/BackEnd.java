package nn.benchmarks;

import java.util.List;
import nn.api.Kernels;
import nn.api.KernelsProvider;
import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;

/** What the benchmarks share: a back end by its name, and numbers to compute with. */
final class BackEnd {
  private BackEnd() {}

  static Arithmetic named(String name) {
    List<KernelsProvider> providers = Plugins.discover().kernelsProviders();
    return Arithmetic.choose(providers, name);
  }

  static Kernels kernels(String name) {
    return named(name).create();
  }

  static Rows random(int count, int width) {
    SplitMix64 random = new SplitMix64(1);
    Rows rows = Rows.zeros(count, width);
    for (int i = 0; i < rows.size(); i++) {
      rows.data()[i] = (float) random.nextGaussian();
    }
    return rows;
  }
}
