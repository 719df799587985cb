package nn.demo.command;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import nn.tck.Tck;
import nn.tck.Tck.Outcome;
import nn.tck.Tck.Result;

/** Runs the rules and tells what came out. */
final class CheckReport {
  private final Terminal terminal;
  private final Plugins plugins;
  private final long seed;

  CheckReport(Terminal terminal, Plugins plugins, long seed) {
    this.terminal = terminal;
    this.plugins = plugins;
    this.seed = seed;
  }

  /** Gives the exit code: 0 if no required rule is broken and the JARs are sound, else 1. */
  int tell(List<PluginInfo<?>> tested, List<Problem> problems, boolean json) {
    Map<PluginInfo<?>, List<Result>> results = new LinkedHashMap<>();
    for (PluginInfo<?> info : tested) {
      List<Result> mine = Tck.run(plugins, seed, info);
      results.put(info, mine);
      if (!json) {
        lines(info, mine);
      }
    }
    List<Result> all = results.values().stream().flatMap(List::stream).toList();
    if (json) {
      terminal.json(json(results, all, problems));
    } else {
      problems.forEach(problem -> terminal.prose("  PROBLEM: %s", problem.text()));
      terminal.prose(
          "%d %s: %s.", tested.size(), tested.size() == 1 ? "plugin" : "plugins", summary(all));
    }
    if (tested.isEmpty() && problems.isEmpty()) {
      terminal.note("nn: No plugin was found there; list it in META-INF/services.");
    }
    boolean sound = !tested.isEmpty() && problems.isEmpty();
    return sound && all.stream().noneMatch(Result::isRefusal) ? 0 : 1;
  }

  /** One line a plugin, and one sentence for each rule that it breaks. */
  private void lines(PluginInfo<?> info, List<Result> results) {
    terminal.prose("%s %s: %s", info.kindName(), terminal.bold(info.name()), summary(results));
    ListMultimap<String, Result> broken =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    results.stream()
        .filter(result -> result.outcome() == Outcome.FAILED)
        .forEach(result -> broken.put(result.check(), result));
    for (String check : broken.keySet()) {
      Result first = broken.get(check).get(0);
      String what = first.isRefusal() ? "FAILED" : "warning";
      int others = broken.get(check).size() - 1;
      String more = others == 0 ? "" : ", and %d more variants".formatted(others);
      terminal.prose("  %s: %s (seed %d%s)", what, first.text(), seed, more);
    }
  }

  private static String summary(List<Result> results) {
    return "%d passed, %d failed, %d %s, %d skipped"
        .formatted(
            count(results, r -> r.outcome() == Outcome.PASSED),
            count(results, Result::isRefusal),
            count(results, CheckReport::isWarning),
            count(results, CheckReport::isWarning) == 1 ? "warning" : "warnings",
            count(results, r -> r.outcome() == Outcome.SKIPPED));
  }

  private static boolean isWarning(Result result) {
    return result.outcome() == Outcome.FAILED && !result.isRefusal();
  }

  private static long count(List<Result> results, Predicate<Result> what) {
    return results.stream().filter(what).count();
  }

  private static Json json(
      Map<PluginInfo<?>, List<Result>> results, List<Result> all, List<Problem> problems) {
    List<Object> checked = new ArrayList<>();
    results.forEach(
        (info, mine) ->
            checked.add(
                counts(mine)
                    .put("kind", info.kindName())
                    .put("name", info.name())
                    .put("origin", info.origin().file())
                    .put("variants", mine.stream().map(Result::plugin).distinct().toList())));
    return new Json()
        .put("plugins", checked)
        .put(
            "results",
            all.stream().filter(r -> r.outcome() != Outcome.PASSED).map(CheckReport::json).toList())
        .put("counts", counts(all))
        .put("problems", problems.stream().map(Common::json).toList());
  }

  private static Json counts(List<Result> results) {
    return new Json()
        .put("passed", count(results, r -> r.outcome() == Outcome.PASSED))
        .put("failed", count(results, Result::isRefusal))
        .put("warnings", count(results, CheckReport::isWarning))
        .put("skipped", count(results, r -> r.outcome() == Outcome.SKIPPED));
  }

  private static Json json(Result result) {
    return new Json()
        .put("plugin", result.plugin())
        .put("check", result.check())
        .put("level", Common.word(result.level()))
        .put("outcome", Common.word(result.outcome()))
        .put("message", result.message())
        .put("seed", result.seed());
  }
}
