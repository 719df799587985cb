package nn.tck;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nn.api.Plugin;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The JUnit door: {@code class MyPluginsTest implements PluginTck {}} tests every plugin of its own
 * module, one container per variant, one test per rule. A warning fails here as well: leave the
 * rule out with a written reason if the plugin knowingly differs.
 */
public interface PluginTck {
  /** Where the plugins are looked for. */
  default Plugins plugins() {
    return Plugins.discover();
  }

  /** Whether a plugin is under test; by default those of the module that the test belongs to. */
  default boolean isUnderTest(PluginInfo<?> info) {
    URI location = info.origin().location();
    return location != null && home().contains(location);
  }

  /** The reason to leave out a rule for a plugin that knowingly differs; usually none. */
  default Optional<String> excluded(Check<?> check, Plugin plugin) {
    return Optional.empty();
  }

  /** Where all chance comes from; every failure prints it. */
  default long seed() {
    return 1;
  }

  /** The tests. */
  @TestFactory
  default Stream<DynamicContainer> contract() {
    Plugins plugins = plugins();
    List<PluginInfo<?>> tested = Tck.plugins(plugins, this::isUnderTest);
    return Stream.concat(
        Stream.of(dynamicContainer("discovery", List.of(discovery(plugins, tested)))),
        tested.stream().flatMap(info -> variants(plugins, info)));
  }

  private DynamicTest discovery(Plugins plugins, Collection<PluginInfo<?>> tested) {
    return dynamicTest(
        "plugins are found",
        () -> {
          Set<URI> home = home();
          Finding.unless(
              !tested.isEmpty(),
              "No plugin was found in %s: list them in META-INF/services, or override"
                  + " isUnderTest().",
              home);
          for (Problem problem : plugins.problems()) {
            boolean mine = problem.origin() != null && home.contains(problem.origin().location());
            Finding.unless(!mine, "%s", problem.text());
          }
        });
  }

  private Stream<DynamicContainer> variants(Plugins plugins, PluginInfo<?> info) {
    return Tck.variants(plugins, plugins.defaults(info)).stream()
        .map(
            variant ->
                dynamicContainer(
                    info.kindName() + " " + plugins.shortText(variant),
                    Tck.checks().stream()
                        .filter(check -> check.appliesTo(variant))
                        .map(check -> test(plugins, variant, check))));
  }

  private DynamicTest test(Plugins plugins, Plugin variant, Check<?> check) {
    return dynamicTest(
        check.id() + " " + check.title(),
        () -> {
          Optional<String> reason = excluded(check, variant);
          Assumptions.assumeTrue(reason.isEmpty(), () -> "left out: " + reason.orElse(""));
          Tck.Result result = Tck.run(plugins, seed(), variant, check);
          String message = result.text() + " (seed " + seed() + ")";
          Assumptions.assumeTrue(result.outcome() != Tck.Outcome.SKIPPED, message);
          if (result.outcome() == Tck.Outcome.FAILED) {
            throw new AssertionError(message);
          }
        });
  }

  /** Where this test's classes lie, and where Maven and Gradle put the classes that it tests. */
  private Set<URI> home() {
    URI own = URI.create(getClass().getProtectionDomain().getCodeSource().getLocation().toString());
    String place = own.toString();
    return Set.copyOf(
        List.of(
                own,
                URI.create(place.replaceFirst("/test-classes/$", "/classes/")),
                URI.create(place.replaceFirst("/test/$", "/main/")))
            .stream()
            .distinct()
            .toList());
  }
}
