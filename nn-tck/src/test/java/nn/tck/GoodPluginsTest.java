package nn.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nn.api.Plugin;
import nn.core.init.GlorotUniform;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;

/**
 * Plugins that are right pass every rule, and every rule has something to say about one of them.
 */
class GoodPluginsTest {
  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of class objects
  static Plugins good() {
    return Plugins.of(
        Stream.of(
                GoodActivations.all(),
                GoodLosses.all(),
                GoodOthers.all(),
                new Plugin[] {new GlorotUniform()})
            .flatMap(Stream::of)
            .map(Plugin::getClass)
            .toArray(Class[]::new));
  }

  @Test
  void nobodyIsBlamedForNothing() {
    try (Plugins plugins = good()) {
      List<Tck.Result> results = Tck.run(plugins, 1, info -> true);
      assertEquals(
          List.of(),
          results.stream()
              .filter(r -> r.outcome() == Tck.Outcome.FAILED)
              .map(Tck.Result::text)
              .toList());
      Set<String> passed = new TreeSet<>(Set.of("P-07")); // needs a JAR: see ModuleRuleTest
      results.stream()
          .filter(r -> r.outcome() == Tck.Outcome.PASSED)
          .forEach(r -> passed.add(r.check()));
      Set<String> all = new TreeSet<>();
      Tck.checks().forEach(check -> all.add(check.id()));
      assertEquals(all, passed);
    }
  }

  @Test
  void otherSeedsFindNothingEither() {
    try (Plugins plugins = good()) {
      for (long seed = 2; seed <= 6; seed++) {
        List<String> failed =
            Tck.run(plugins, seed, info -> true).stream()
                .filter(r -> r.outcome() == Tck.Outcome.FAILED)
                .map(Tck.Result::text)
                .toList();
        assertEquals(List.of(), failed, "seed " + seed);
      }
    }
  }

  @Test
  void whatIsLeftOutHasAReason() {
    try (Plugins plugins = good()) {
      for (Tck.Result result : Tck.run(plugins, 1, info -> true)) {
        boolean skipped = result.outcome() == Tck.Outcome.SKIPPED;
        assertEquals(skipped, !result.message().isEmpty(), result.text());
      }
    }
  }

  @Test
  void theStandardInitializersKeepTheRules() {
    try (Plugins plugins = Plugins.discover()) {
      List<Tck.Result> results = Tck.run(plugins, 1, GoodPluginsTest::isFromCore);
      assertTrue(results.stream().anyMatch(r -> r.plugin().equals("glorot-uniform")));
      for (Tck.Result result : results) {
        assertFalse(result.outcome() == Tck.Outcome.FAILED, result::text);
      }
    }
  }

  private static boolean isFromCore(PluginInfo<?> info) {
    return info.type().getName().startsWith("nn.core.");
  }
}
