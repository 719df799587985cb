package nn.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nn.api.Block;
import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Param;
import nn.api.Plugin;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;

/** Variants, messages and outcomes of the kit itself. */
class TckTest {
  /** A parameter of every type; wide must not be true while the role is BIAS. */
  @Named(summary = "Everything.")
  public record Everything(
      @Param(min = 0.01, max = 100, log = true, help = "a") double scale,
      @Param(min = -1, max = 3, help = "b") float shift,
      @Param(min = 2, max = 64, help = "c") int pieces,
      @Param(min = 1, help = "d") long count,
      @Param(help = "e") boolean wide,
      @Param(help = "f") Block.Role role,
      @Param(help = "g") String text,
      @Param(help = "h") double free)
      implements GoodActivations.Silu {
    /** The defaults. */
    public Everything() {
      this(1, 0, 4, 5, false, Block.Role.BIAS, "t", 7);
    }

    /** Refuses one combination. */
    public Everything {
      if (wide && role == Block.Role.BIAS) {
        throw new IllegalArgumentException("not both");
      }
    }
  }

  /** Its defaults cannot be made. */
  @Named(summary = "Never.")
  public record Never() implements GoodActivations.Silu {
    /** Fails. */
    public Never {
      if (ElementwiseActivation.class.isInterface()) {
        throw new IllegalStateException("not today");
      }
    }
  }

  @Test
  void variantsAreTheEndsAndTheMiddleOfEachParameter() {
    try (Plugins plugins = Plugins.of(Everything.class)) {
      List<String> texts =
          Tck.variants(plugins, new Everything()).stream().map(plugins::shortText).toList();
      assertEquals(
          List.of(
              "everything",
              "everything(scale=0.01)",
              "everything(scale=100)",
              "everything(shift=-1)",
              "everything(shift=1)",
              "everything(shift=3)",
              "everything(pieces=2)",
              "everything(pieces=33)",
              "everything(pieces=64)",
              "everything(count=1)",
              "everything(role=weights)",
              "everything(role=activation)",
              "everything(role=normalization)"),
          texts);
    }
  }

  @Test
  void aFailureSaysWhereAndWhatAndInWhichVariant() {
    Plugin plugin = new BrokenActivations.WrongSlope();
    try (Plugins plugins = Plugins.of(BrokenActivations.WrongSlope.class)) {
      Tck.Result result = Tck.run(plugins, 1, plugin, check("A-01"));
      String text = result.text();
      assertTrue(
          text.matches(
              "A-01 wrong-slope: at x = -\\d\\.\\d+ derivative\\(\\) says 0.1 but the function"
                  + " rises by 0.2 per unit\\."),
          text);
      assertTrue(result.isRefusal());
    }
  }

  @Test
  void aBrokenRecommendationIsNoRefusal() {
    try (Plugins plugins = Plugins.of(BrokenPlugins.Silent.class)) {
      Tck.Result result = Tck.run(plugins, 1, new BrokenPlugins.Silent(), check("P-06"));
      assertEquals(Tck.Outcome.FAILED, result.outcome());
      assertEquals("P-06 silent: it has no summary: add one to @Named.", result.text());
      assertFalse(result.isRefusal());
    }
  }

  @Test
  void aPluginThatCannotBeMadeIsOneFailure() {
    try (Plugins plugins = Plugins.of(Never.class)) {
      List<Tck.Result> results = Tck.run(plugins, 1, info -> true);
      assertEquals(1, results.size());
      assertEquals("P-01", results.get(0).check());
      assertTrue(results.get(0).message().contains("not today"), results.get(0).message());
    }
  }

  @Test
  void whatAPluginThrowsIsAFailureThatQuotesIt() {
    Check<Plugin> check =
        new Check<>(
            "X-01",
            Check.Level.REQUIRED,
            Plugin.class,
            "It does not throw.",
            (plugin, bench) -> {
              throw new IllegalStateException("oh no");
            });
    try (Plugins plugins = Plugins.of(GoodActivations.Smooth.class)) {
      Tck.Result result = Tck.run(plugins, 5, new GoodActivations.Smooth(), check);
      assertEquals(Tck.Outcome.FAILED, result.outcome());
      assertEquals("it threw java.lang.IllegalStateException: oh no", result.message());
      assertEquals(5, result.seed());
    }
  }

  @Test
  void theSameSeedGivesTheSameResults() {
    try (Plugins plugins = Plugins.of(BrokenActivations.WrongSlope.class)) {
      assertEquals(Tck.run(plugins, 3, i -> true), Tck.run(plugins, 3, i -> true));
    }
  }

  @Test
  void numbersInMessagesAreShort() {
    assertEquals(
        "0.2 and 0.1 and nan", Finding.text("%s and %s and %s", 0.2000000001, 0.1f, 0 / 0.0));
  }

  static Check<?> check(String id) {
    return Tck.checks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }
}
