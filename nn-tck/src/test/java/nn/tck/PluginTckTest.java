package nn.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.api.Plugin;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The JUnit door, opened by hand. */
class PluginTckTest {
  /** A module with one good and one broken plugin. */
  private static class Module implements PluginTck {
    @Override
    public Plugins plugins() {
      return Plugins.of(GoodActivations.Leaky.class, BrokenActivations.WrongSlope.class);
    }
  }

  /** The same, with an excuse. */
  private static final class Excused extends Module {
    @Override
    public Optional<String> excluded(Check<?> check, Plugin plugin) {
      return check.id().equals("A-01") ? Optional.of("the lesson needs it") : Optional.empty();
    }
  }

  /** A module whose plugins nobody declared. */
  private static final class Empty implements PluginTck {
    @Override
    public Plugins plugins() {
      return Plugins.of();
    }
  }

  /** A module with a plugin that cannot be used. */
  private static final class Damaged implements PluginTck {
    @Override
    public Plugins plugins() {
      return Plugins.of(GoodActivations.Leaky.class, BrokenPlugins.Hidden.class);
    }
  }

  private static List<String> names(PluginTck door) {
    return door.contract().map(DynamicNode::getDisplayName).toList();
  }

  private static DynamicTest test(PluginTck door, String container, String id) {
    return door.contract()
        .filter(c -> c.getDisplayName().equals(container))
        .flatMap(DynamicContainer::getChildren)
        .map(DynamicTest.class::cast)
        .filter(t -> t.getDisplayName().startsWith(id))
        .findFirst()
        .orElseThrow();
  }

  private static void run(DynamicTest test) throws Throwable {
    test.getExecutable().execute();
  }

  @Test
  void everyVariantHasAContainerWithATestForEachRule() throws Throwable {
    assertEquals(
        List.of(
            "discovery",
            "activation leaky",
            "activation leaky(slope=0)",
            "activation leaky(slope=0.5)",
            "activation leaky(slope=1)",
            "activation leaky(unused=true)",
            "activation wrong-slope"),
        names(new Module()));
    run(test(new Module(), "discovery", "plugins are found"));
    run(test(new Module(), "activation leaky", "A-01 derivative() is the slope of value()."));
  }

  @Test
  void aBrokenRuleFailsWithTheSeed() {
    DynamicTest test = test(new Module(), "activation wrong-slope", "A-01");
    AssertionError failure = assertThrows(AssertionError.class, () -> run(test));
    String message = failure.getMessage();
    assertTrue(message.startsWith("A-01 wrong-slope: at x = "), message);
    assertTrue(message.endsWith("(seed 1)"), message);
  }

  @Test
  void aRuleThatCannotApplyIsSkippedWithTheReason() {
    DynamicTest test = test(new Module(), "activation wrong-slope", "A-08");
    TestAbortedException skip = assertThrows(TestAbortedException.class, () -> run(test));
    assertTrue(skip.getMessage().contains("it declares no link"), skip.getMessage());
  }

  @Test
  void aRuleMayBeLeftOutWithAReason() {
    DynamicTest test = test(new Excused(), "activation wrong-slope", "A-01");
    TestAbortedException skip = assertThrows(TestAbortedException.class, () -> run(test));
    assertTrue(skip.getMessage().contains("left out: the lesson needs it"), skip.getMessage());
  }

  @Test
  void aModuleWithoutPluginsFails() {
    DynamicTest test = test(new Empty(), "discovery", "plugins are found");
    AssertionError failure = assertThrows(AssertionError.class, () -> run(test));
    assertTrue(failure.getMessage().startsWith("No plugin was found in "), failure.getMessage());
    assertTrue(failure.getMessage().contains("META-INF/services"), failure.getMessage());
  }

  @Test
  void aPluginThatCannotBeUsedFailsTheDiscovery() {
    DynamicTest test = test(new Damaged(), "discovery", "plugins are found");
    AssertionError failure = assertThrows(AssertionError.class, () -> run(test));
    assertTrue(failure.getMessage().contains("must be declared public"), failure.getMessage());
  }

  @Test
  void pluginsOfOtherModulesAreNotTested() {
    PluginTck all =
        new PluginTck() {
          @Override
          public Plugins plugins() {
            return Plugins.discover();
          }
        };
    List<String> names = new ArrayList<>(names(all));
    assertEquals(Stream.of("discovery").toList(), names);
  }
}
