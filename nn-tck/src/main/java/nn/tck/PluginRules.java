package nn.tck;

import static nn.tck.Check.Level.CHANCE;
import static nn.tck.Check.Level.RECOMMENDED;
import static nn.tck.Check.Level.REQUIRED;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nn.api.Activation;
import nn.api.Initializer;
import nn.api.Loss;
import nn.api.Plugin;
import nn.core.plugin.PluginException;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.PluginInfo.Parameter;
import nn.core.plugin.Plugins;

/** What every plugin has to be, whatever its kind: a described, comparable, immutable value. */
final class PluginRules {
  /** A country that writes 0,5 and whose lower case of I is not i. */
  private static final Locale ELSEWHERE = Locale.forLanguageTag("tr-TR");

  private PluginRules() {}

  static List<Check<?>> checks() {
    return List.of(
        check("P-01", REQUIRED, "It is a public record with defaults.", PluginRules::shape),
        check("P-02", REQUIRED, "No other plugin of its kind has its name.", PluginRules::name),
        check("P-03", REQUIRED, "Its text builds an equal plugin, anywhere.", PluginRules::text),
        check(
            "P-04", REQUIRED, "It is equal to its copies and to no other.", PluginRules::equality),
        check("P-05", REQUIRED, "It keeps the values that it is given.", PluginRules::values),
        check("P-06", RECOMMENDED, "It says what it and its parameters do.", PluginRules::help),
        check("P-07", REQUIRED, "Its module says what its services files say.", ModuleRule::agrees),
        check("P-08", CHANCE, "Eight threads get the numbers of one.", ThreadRule::agrees),
        check("P-09", REQUIRED, "The plugins that it names exist.", PluginRules::names));
  }

  private static Check<Plugin> check(
      String id, Check.Level level, String title, Check.Body<Plugin> body) {
    return new Check<>(id, level, Plugin.class, title, body);
  }

  /** The description that the other rules start from. */
  static PluginInfo<?> info(Plugin plugin, Bench bench) {
    try {
      return bench.plugins().info(plugin);
    } catch (PluginException e) {
      throw new Check.Skip("it has no valid form, see P-01");
    }
  }

  /** Whether the plugin is the one that its author thinks of first. */
  static boolean isDefault(Plugin plugin, Bench bench) {
    try {
      Plugins plugins = bench.plugins();
      return plugin.equals(plugins.defaults(plugins.info(plugin)));
    } catch (PluginException e) {
      return true; // it has no variants
    }
  }

  private static void shape(Plugin plugin, Bench bench) {
    Plugins plugins = bench.plugins();
    try {
      plugins.values(plugins.defaults(plugins.info(plugin)));
    } catch (PluginException e) {
      throw Finding.of("%s", Finding.message(e));
    }
  }

  private static void name(Plugin plugin, Bench bench) {
    PluginInfo<?> info = info(plugin, bench);
    Set<String> mine = names(info);
    for (PluginInfo<?> other : bench.plugins().all(info.kind())) {
      if (other.type() != info.type()) {
        Set<String> both = names(other);
        both.retainAll(mine);
        Finding.unless(both.isEmpty(), "%s is called %s too.", other.type().getName(), both);
      }
    }
  }

  private static Set<String> names(PluginInfo<?> info) {
    Set<String> names = new TreeSet<>(info.aliases());
    names.add(info.name());
    return names;
  }

  private static void text(Plugin plugin, Bench bench) {
    PluginInfo<?> info = info(plugin, bench);
    readsBack(plugin, info, bench.plugins());
    Locale home = Locale.getDefault();
    try {
      Locale.setDefault(ELSEWHERE);
      readsBack(plugin, info, bench.plugins());
    } finally {
      Locale.setDefault(home);
    }
  }

  private static void readsBack(Plugin plugin, PluginInfo<?> info, Plugins plugins) {
    for (String text : List.of(plugins.shortText(plugin), plugins.fullText(plugin))) {
      try {
        Plugin copy = plugins.create(info.kind(), text);
        Finding.unless(copy.equals(plugin), "its text %s builds %s.", text, copy);
      } catch (PluginException e) {
        String where = Locale.getDefault().toLanguageTag();
        throw Finding.of(
            "its text %s builds nothing (locale %s): %s", text, where, Finding.message(e));
      }
    }
  }

  private static void equality(Plugin plugin, Bench bench) {
    PluginInfo<?> info = info(plugin, bench);
    Plugin copy = bench.plugins().with(plugin, Map.of());
    Finding.unless(plugin.equals(copy), "it does not equal a copy with the same parameters.");
    Finding.unless(plugin.hashCode() == copy.hashCode(), "equal plugins have two hash codes.");
    for (Parameter parameter : info.parameters()) {
      for (Object value : Variants.values(parameter)) {
        if (!value.equals(bench.plugins().values(plugin).get(parameter.name()))) {
          Variants.changed(bench.plugins(), plugin, parameter, value)
              .ifPresent(other -> differs(plugin, other, parameter, value));
        }
      }
    }
  }

  private static void differs(Plugin plugin, Plugin other, Parameter parameter, Object value) {
    if (plugin.equals(other)) {
      throw Finding.of("it equals a plugin whose %s is %s.", parameter.name(), value);
    }
  }

  private static void values(Plugin plugin, Bench bench) {
    PluginInfo<?> info = info(plugin, bench);
    Map<String, Object> defaults = bench.plugins().values(bench.plugins().defaults(info));
    for (Parameter parameter : info.parameters()) {
      if (defaults.get(parameter.name()) instanceof Number number) {
        within(parameter, number.doubleValue());
      }
      Records.kept(plugin, info, parameter);
    }
  }

  private static void within(Parameter parameter, double value) {
    double slack = parameter.type() == float.class ? 1e-6 * Math.abs(value) : 0;
    Finding.unless(
        value >= parameter.min() - slack && value <= parameter.max() + slack,
        "the default of %s is %s, which is outside its own bounds, %s.",
        parameter.name(),
        value,
        parameter.bounds());
  }

  private static void help(Plugin plugin, Bench bench) {
    PluginInfo<?> info = info(plugin, bench);
    Finding.unless(!info.summary().isEmpty(), "it has no summary: add one to @Named.");
    for (Parameter parameter : info.parameters()) {
      Finding.unless(
          !parameter.help().isEmpty(),
          "%s has no help: add @Param(help = \"...\").",
          parameter.name());
    }
  }

  private static void names(Plugin plugin, Bench bench) {
    if (plugin instanceof Activation activation) {
      expectStandard(Initializer.class, "glorot-uniform", bench);
      find(Initializer.class, activation.initializer(), "initializer()", bench);
    } else if (plugin instanceof Loss loss) {
      expectStandard(Activation.class, "identity", bench);
      Activation output = find(Activation.class, loss.output(), "output()", bench);
      Finding.unless(
          output.range().within(loss.domain()),
          "output() says %s, which gives %s, but domain() wants %s.",
          loss.output(),
          output.range().words(),
          loss.domain().words());
    } else {
      throw new Check.Skip("plugins of its kind name no others");
    }
  }

  /** Where the standard plugins are missing, it is nobody's fault that they are not found. */
  private static <P extends Plugin> void expectStandard(Class<P> kind, String name, Bench bench) {
    if (bench.plugins().all(kind).stream().noneMatch(info -> info.name().equals(name))) {
      throw new Check.Skip("the standard plugins are not there, not even " + name);
    }
  }

  private static <P extends Plugin> P find(Class<P> kind, String text, String who, Bench bench) {
    try {
      return bench.plugins().create(kind, text);
    } catch (PluginException e) {
      throw Finding.of("%s says %s, which cannot be built: %s", who, text, Finding.message(e));
    }
  }
}
