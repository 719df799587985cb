package nn.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nn.api.Plugin;
import nn.core.init.GlorotUniform;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule catches the plugins that break it, and no other rule complains of them. */
class MutantsTest {
  /** A broken plugin and the rules that it breaks. */
  record Mutant(Plugin plugin, Set<String> breaks) {
    @Override
    public String toString() {
      return plugin.getClass().getSimpleName() + " breaks " + breaks;
    }
  }

  private static Mutant mutant(Plugin plugin, String... breaks) {
    return new Mutant(plugin, new TreeSet<>(List.of(breaks)));
  }

  static Stream<Mutant> mutants() {
    return Stream.of(
        mutant(new BrokenPlugins.Hidden(), "P-01"),
        mutant(new BrokenPlugins.FirstTwin(), "P-02"),
        mutant(new BrokenPlugins.SecondTwin(), "P-02"),
        mutant(new BrokenPlugins.Provincial(), "P-03"),
        mutant(new BrokenPlugins.Alike(), "P-04"),
        mutant(new BrokenPlugins.Clamping(), "P-05"),
        mutant(new BrokenPlugins.Outside(), "P-03", "P-05"),
        mutant(new BrokenPlugins.Silent(), "P-06"),
        mutant(new BrokenPlugins.Helpless(), "P-06"),
        mutant(new BrokenPlugins.Possessive(), "P-08"),
        mutant(new BrokenPlugins.Misspelt(), "P-09"),
        mutant(new BrokenLosses.WrongOutput(), "P-09"),
        mutant(new BrokenActivations.WrongSlope(), "A-01"),
        mutant(new BrokenActivations.Overflowing(), "A-02"),
        mutant(new BrokenActivations.Bare(), "A-02"),
        mutant(new BrokenActivations.NotANumber(), "A-02"),
        mutant(new BrokenActivations.NaiveSoftmax(), "A-02"),
        mutant(new BrokenActivations.Hiding(), "A-03"),
        mutant(new BrokenActivations.Rough(), "A-04"),
        mutant(new BrokenActivations.RoughBackward(), "A-04"),
        mutant(new BrokenActivations.Overwriting(), "A-04", "A-09"),
        mutant(new BrokenActivations.TooFar(), "A-04"),
        mutant(new BrokenCopies.CopyingForward(), "A-04"),
        mutant(new BrokenCopies.CopyingBackward(), "A-04"),
        mutant(new BrokenActivations.Peeking(), "A-05"),
        mutant(new BrokenActivations.Twice(), "A-05"),
        mutant(new BrokenActivations.Backwards(), "A-06"),
        mutant(new BrokenActivations.Forgetting(), "A-06"),
        mutant(new BrokenActivations.Diagonal(), "A-07"),
        mutant(new BrokenActivations.Half(), "A-07"),
        mutant(new BrokenActivations.Pretending(), "A-08"),
        mutant(new BrokenActivations.Batchwise(), "A-09"),
        mutant(new BrokenActivations.HiddenKink(), "A-10"),
        mutant(new BrokenActivations.Boasting(), "A-11"),
        mutant(new BrokenActivations.TooMuch(), "A-11"),
        mutant(new BrokenActivations.TwoFormulas(), "A-12"),
        mutant(new BrokenActivations.Picky(), "A-02", "A-03", "A-05", "A-07", "A-09", "P-08"),
        mutant(new BrokenLosses.HalfSlope(), "L-01"),
        mutant(new BrokenLosses.TwoLosses(), "L-01"),
        mutant(new BrokenLosses.NaiveLogCosh(), "L-02"),
        mutant(new BrokenLosses.Endless(), "L-02"),
        mutant(new BrokenLosses.FusedWrongly(), "L-03"),
        mutant(new BrokenLosses.FusedOtherwise(), "L-03"),
        mutant(new BrokenLosses.Clamped(), "L-03"),
        mutant(new BrokenLosses.UpsideDown(), "L-04"),
        mutant(new BrokenLosses.Scribbling(), "L-05"),
        mutant(new BrokenCopies.CopyingLoss(), "L-06"),
        mutant(new BrokenLosses.TwoFormulas(), "L-06"),
        mutant(new BrokenLosses.NegativeWeight(), "L-06"),
        mutant(new BrokenOptimizers.Rangewise(), "O-01"),
        mutant(new BrokenOptimizers.Counting(), "O-01", "O-02", "O-03", "P-08"),
        mutant(new BrokenOptimizers.Remembering(), "O-03"),
        mutant(new BrokenOptimizers.Tidying(), "O-04"),
        mutant(new BrokenCopies.CopyingOptimizer(), "O-04"),
        mutant(new BrokenOptimizers.ShrinksAll(), "O-05"),
        mutant(new BrokenOptimizers.Growing(), "O-05"),
        mutant(new BrokenOptimizers.Wandering(), "O-05"),
        mutant(new BrokenOptimizers.Climbing(), "O-06"),
        mutant(new BrokenOptimizers.Ignoring(), "O-07"),
        mutant(new BrokenOptimizers.TallOnly(), "O-08"),
        mutant(new BrokenOptimizers.Cubing(), "O-09"),
        mutant(new BrokenPlugins.TooDeep(), "S-01"),
        mutant(new BrokenPlugins.Wordless(), "S-01"),
        mutant(new BrokenPlugins.Counting(), "P-08", "S-02"),
        mutant(new BrokenPlugins.Almost(), "I-01", "I-02"),
        mutant(new BrokenPlugins.SelfWilled(), "I-02", "P-08"));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void aMutantBreaksItsRulesAndNoOther(Mutant mutant) {
    try (Plugins plugins = plugins(mutant.plugin())) {
      Set<String> broken = new TreeSet<>();
      List<String> messages = new ArrayList<>();
      for (Check<?> check : Tck.checks()) {
        if (check.appliesTo(mutant.plugin())) {
          Tck.Result result = Tck.run(plugins, 1, mutant.plugin(), check);
          if (result.outcome() == Tck.Outcome.FAILED) {
            broken.add(check.id());
            messages.add(result.text());
          }
        }
      }
      assertEquals(mutant.breaks(), broken, () -> String.join("\n", messages));
    }
  }

  @SuppressWarnings("unchecked")
  private static Plugins plugins(Plugin mutant) {
    return Plugins.of(
        mutant.getClass(),
        BrokenPlugins.FirstTwin.class,
        BrokenPlugins.SecondTwin.class,
        GoodActivations.Logistic.class,
        GoodActivations.Same.class,
        GoodActivations.Smooth.class,
        GlorotUniform.class,
        GoodOthers.Sgd.class);
  }

  @Test
  void everyRuleHasItsMutant() {
    Set<String> broken = new TreeSet<>(Set.of("P-07")); // needs a JAR: see ModuleRuleTest
    mutants().forEach(mutant -> broken.addAll(mutant.breaks()));
    Set<String> rules = new TreeSet<>();
    for (Check<?> check : Tck.checks()) {
      assertTrue(rules.add(check.id()), check.id() + " stands for two rules");
    }
    assertEquals(rules, broken);
  }
}
