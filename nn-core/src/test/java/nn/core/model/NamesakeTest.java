package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Plugin;
import nn.core.data.Feature.Numeric;
import nn.core.data.Preparation;
import nn.core.data.Target.NumberTarget;
import nn.core.network.Network;
import nn.core.plugin.PluginException;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was saved before somebody's plugin took the name of one of its own. */
class NamesakeTest {
  /** Another relu. */
  @Named("relu")
  public record Namesake() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return -x;
    }

    @Override
    public double derivative(double x) {
      return -1;
    }
  }

  @TempDir Path folder;

  @Test
  @SuppressWarnings("unchecked") // an array of classes
  void aModelKeepsThePluginsThatItWasSavedWith() {
    Plugins before = Plugins.discover();
    Class<? extends Plugin>[] types =
        Stream.concat(before.all().stream().map(PluginInfo::type), Stream.of(Namesake.class))
            .toArray(Class[]::new);
    Plugins after = Plugins.of(types);
    assertThrows(PluginException.class, () -> after.activation("relu"));
    Network network = Network.builder(before, 1).layers("3 relu, 1").build(7);
    Path file = folder.resolve("m.nn");
    ModelFile.write(file, model(network, before), before);
    Network read = ModelFile.read(file, after).model().network();
    assertEquals(network.layers(), read.layers());
    assertArrayEquals(network.predict(new float[] {2}), read.predict(new float[] {2}));
    // Saved again, it says which relu it means.
    ModelFile.write(file, model(read, after), after);
    assertEquals(network.layers(), ModelFile.read(file, after).model().network().layers());
  }

  private static Model model(Network network, Plugins plugins) {
    Preparation preparation =
        new Preparation(
            List.of(new Numeric("x", 0, 1, false)), List.of(), new NumberTarget("y", 0, 1));
    return new Model(network, preparation, plugins.loss("mse"), ImmutableMap.of());
  }
}
