package nn.tck;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nn.api.Plugin;
import nn.core.plugin.PluginException;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;

/** The compatibility kit: every rule, and a way to run them over a set of plugins. */
public final class Tck {
  private Tck() {}

  /** What came out of one check. */
  public enum Outcome {
    /** The rule holds. */
    PASSED,
    /** The rule is broken; the message says how. */
    FAILED,
    /** The rule cannot apply; the message says why. */
    SKIPPED
  }

  /**
   * Outcome of one check on one variant of one plugin.
   *
   * @param plugin text of the variant
   * @param check id of the rule
   * @param level what a failure means
   * @param outcome what came out
   * @param message the finding or the reason, empty if passed
   * @param seed where the chance came from
   */
  public record Result(
      String plugin, String check, Check.Level level, Outcome outcome, String message, long seed) {
    /** Whether the rule is broken and has to be kept. */
    public boolean isRefusal() {
      return outcome == Outcome.FAILED && level != Check.Level.RECOMMENDED;
    }

    /** One line: {@code A-01 leaky-relu(slope=0.2): at x = ...}. */
    public String text() {
      return check + " " + plugin + ": " + message;
    }
  }

  /** All rules, in the order of their ids within each subject. */
  public static List<Check<?>> checks() {
    return ImmutableList.copyOf(
        Iterables.concat(
            PluginRules.checks(),
            CurveRules.checks(),
            ArrayRules.checks(),
            BatchRules.checks(),
            LossRules.checks(),
            FusedRules.checks(),
            OptimizerRules.checks(),
            DescentRules.checks(),
            OtherRules.checks()));
  }

  /**
   * Variants to try: the plugin as it is, and with each bounded parameter at its ends and middle,
   * each switch and each choice in every position. What the plugin refuses is left out.
   */
  public static <P extends Plugin> List<P> variants(Plugins plugins, P plugin) {
    return new Variants<>(plugins, plugin).all();
  }

  /** Runs every matching rule on every variant of every plugin that the filter lets through. */
  public static List<Result> run(Plugins plugins, long seed, Predicate<PluginInfo<?>> filter) {
    List<Result> results = new ArrayList<>();
    for (PluginInfo<?> info : plugins(plugins, filter)) {
      results.addAll(run(plugins, seed, info));
    }
    return results;
  }

  /** Runs every matching rule on every variant of one plugin. */
  public static List<Result> run(Plugins plugins, long seed, PluginInfo<?> info) {
    List<Result> results = new ArrayList<>();
    try {
      for (Plugin variant : variants(plugins, plugins.defaults(info))) {
        checks().stream()
            .filter(check -> check.appliesTo(variant))
            .forEach(check -> results.add(run(plugins, seed, variant, check)));
      }
    } catch (PluginException e) {
      results.add(
          new Result(
              info.name(), "P-01", Check.Level.REQUIRED, Outcome.FAILED, Finding.message(e), seed));
    }
    return results;
  }

  /** Runs one rule on one plugin exactly as it is. */
  public static Result run(Plugins plugins, long seed, Plugin plugin, Check<?> check) {
    String text = text(plugins, plugin);
    try {
      check.run(plugin, Bench.of(plugins, seed, check.id()));
      return result(text, check, Outcome.PASSED, "", seed);
    } catch (Check.Skip e) {
      return result(text, check, Outcome.SKIPPED, Finding.message(e), seed);
    } catch (AssertionError e) {
      return result(text, check, Outcome.FAILED, Finding.message(e), seed);
    } catch (Exception | LinkageError | StackOverflowError e) {
      return result(text, check, Outcome.FAILED, "it threw " + e, seed);
    }
  }

  /** The plugins that the filter lets through, kind by kind. */
  public static List<PluginInfo<?>> plugins(Plugins plugins, Predicate<PluginInfo<?>> filter) {
    List<PluginInfo<?>> infos = new ArrayList<>();
    for (Class<? extends Plugin> kind : Plugins.KINDS) {
      plugins.all(kind).stream().filter(filter).forEach(infos::add);
    }
    return infos;
  }

  /** How a plugin is called in results, also one that cannot be written as text. */
  static String text(Plugins plugins, Plugin plugin) {
    try {
      return plugins.shortText(plugin);
    } catch (PluginException e) {
      return plugin.getClass().getSimpleName();
    }
  }

  private static Result result(
      String text, Check<?> check, Outcome outcome, String message, long seed) {
    return new Result(text, check.id(), check.level(), outcome, message, seed);
  }
}
