package nn.core.plugin;

import static nn.core.plugin.PluginJars.swish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import nn.api.ElementwiseActivation;
import nn.api.Plugin;
import nn.api.Schedule;
import nn.core.sample.SampleRelu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Plugins of the program itself, and what is said where a kind has none. */
class OwnPluginsTest {
  /** A line that no services file lists. */
  public record Bent(double slope) implements ElementwiseActivation {
    public Bent() {
      this(0.1);
    }

    @Override
    public double value(double x) {
      return slope * x;
    }

    @Override
    public double derivative(double x) {
      return slope;
    }
  }

  @Test
  void ownClassesAreThereBesideWhatIsFound() {
    Plugins plugins = Plugins.discover(List.of(Bent.class));
    assertEquals(new Bent(0.5), plugins.activation("bent(0.5)"));
    assertEquals("bent(slope=0.5)", plugins.fullText(new Bent(0.5)));
    assertEquals(new SampleRelu(), plugins.activation("relu"));
    assertEquals(Plugins.discover().all().size() + 1, plugins.all().size());
    assertEquals(List.of(), plugins.problems());
  }

  @Test
  void anOwnClassThatIsFoundAnywayCountsOnce() {
    Plugins plugins = Plugins.discover(List.of(SampleRelu.class));
    assertEquals(Plugins.discover().all().size(), plugins.all().size());
    assertEquals(List.of(), plugins.problems());
  }

  @Test
  void aClassThatNoTextCouldBuildAgainIsRefused() {
    assertEquals(
        "bent: nn.core.plugin.OwnPluginsTest$Bent is not among these plugins, so no text could build"
            + " it again. Give the class to Plugins.discover, or list it in"
            + " META-INF/services/nn.api.Activation.",
        assertThrows(PluginException.class, () -> Plugins.discover().fullText(new Bent()))
            .getMessage());
  }

  @Test
  void aKindWithoutAGivenClassAccusesNobody() {
    Plugins given = Plugins.of(Bent.class);
    String remedy =
        " Name one there too, or give your classes to Plugins.discover, which finds those of nn.";
    assertEquals("Plugins.of was given no loss." + remedy, said(() -> given.loss("mse")));
    assertEquals(
        "Plugins.of was given no initializer." + remedy, said(() -> given.initializer("zeros")));
    assertEquals(
        "No activation is called 'relu'. Known are: bent.", said(() -> given.activation("relu")));
  }

  @Test
  void aSearchThatFindsNothingNamesTheMissingJar() {
    Catalog none = found(List.of());
    assertEquals(
        "No activations found at all: nn-activations.jar is missing. Put it back next to"
            + " nn-core.jar, or name a folder of plugin JARs with --plugins.",
        said(() -> none.resolve(Kind.ACTIVATION, "relu")));
    assertTrue(said(() -> none.resolve(Kind.LOSS, "x")).contains(": nn-losses.jar is missing."));
    assertTrue(said(() -> none.resolve(Kind.SCHEDULE, "x")).contains("nn-optimizers.jar"));
    assertEquals(
        "No initializers found at all: nn-core.jar is damaged. Build or download it again.",
        said(() -> none.resolve(Kind.INITIALIZER, "x")));
  }

  @Test
  void whereASearchFindsStrangersOnlyTheMissingJarIsNamed(@TempDir Path work) throws Exception {
    Path jar =
        PluginJars.in(work)
            .compile(swish("1"))
            .activations("com.a.Swish")
            .write(work.resolve("a.jar"));
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, Plugin.class.getClassLoader())) {
      Catalog strangers = found(List.of(loader.loadClass("com.a.Swish").asSubclass(Plugin.class)));
      assertEquals(
          "No activation is called 'relu'. Known are: swish. Those of nn come with"
              + " nn-activations.jar, which is missing.",
          said(() -> strangers.resolve(Kind.ACTIVATION, "relu")));
    }
  }

  @Test
  void aPluginWithoutANameIsCalledWhatItIs() {
    Schedule lambda = (number, total) -> 1;
    assertEquals("a schedule of the program", Plugins.nameOf(lambda));
    ElementwiseActivation anonymous =
        new ElementwiseActivation() {
          @Override
          public double value(double x) {
            return x;
          }

          @Override
          public double derivative(double x) {
            return 1;
          }
        };
    assertEquals("an activation of the program", Plugins.nameOf(anonymous));
    assertEquals(
        "a schedule of the program (from test-classes) failed in step 2: no.",
        PluginFailure.of(lambda, "step 2", new IllegalStateException("no")).getMessage());
  }

  /** What a search gives that finds these activations and nothing else. */
  private static Catalog found(List<Class<? extends Plugin>> types) {
    List<ServiceLoader.Provider<Plugin>> services = new ArrayList<>();
    types.forEach(type -> services.add(new Provider(type)));
    Discovery discovery = new Discovery();
    discovery.found(
        Kind.ACTIVATION, services.iterator(), new ClassPath(Plugin.class.getClassLoader()));
    return discovery.catalog();
  }

  private record Provider(Class<? extends Plugin> type) implements ServiceLoader.Provider<Plugin> {
    @Override
    public Plugin get() {
      throw new AssertionError("looking builds nothing");
    }
  }

  private static String said(Executable part) {
    return String.valueOf(assertThrows(PluginException.class, part).getMessage());
  }
}
