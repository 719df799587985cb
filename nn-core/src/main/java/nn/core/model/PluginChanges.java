package nn.core.model;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.api.Plugin;
import nn.core.plugin.Origin;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;

/** How plugins differ today from those that a model was saved with: one warning for each change. */
final class PluginChanges {
  /** As many digits of a hash as tell two builds apart. */
  private static final int DIGITS = 12;

  private final Plugins plugins;

  /** What stands behind the names of the plugins that changed alike. */
  private record Change(String from, String to) {}

  private record Changed(SavedPlugin then, PluginInfo<?> now) {}

  private PluginChanges(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * The warnings.
   *
   * @param saved the plugins that the model was saved with
   * @param built those that were built from its text; none if that failed
   */
  static ImmutableList<Problem> of(
      List<SavedPlugin> saved, Collection<Plugin> built, Plugins plugins) {
    PluginChanges changes = new PluginChanges(plugins);
    Multimap<Change, Changed> alike = LinkedHashMultimap.create();
    for (SavedPlugin then : saved) {
      then.today(plugins)
          .ifPresent(now -> change(then, now).ifPresent(c -> alike.put(c, new Changed(then, now))));
    }
    return alike.asMap().entrySet().stream()
        .map(entry -> changes.warning(entry.getKey(), entry.getValue(), built))
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<Change> change(SavedPlugin then, PluginInfo<?> info) {
    SavedPlugin now = SavedPlugin.of(info);
    if (!now.type().equals(then.type())) {
      return Optional.of(new Change(" " + place(then), place(now)));
    }
    boolean versions = !then.version().isEmpty() && !now.version().isEmpty();
    if (versions && !now.version().equals(then.version())) {
      return Optional.of(new Change(" " + then.version(), now.version()));
    }
    // What comes with the program has another hash after each build of the same version.
    boolean rebuilt = versions && info.origin().source() != Origin.Source.PLUGIN_FOLDER;
    boolean hashes = !then.sha256().isEmpty() && !now.sha256().isEmpty();
    if (!rebuilt && hashes && !now.sha256().equals(then.sha256())) {
      return Optional.of(new Change(" from another build of its JAR, " + jar(then), jar(now)));
    }
    boolean parameters = then.parameters().isPresent();
    return parameters && !now.parameters().equals(then.parameters())
        ? Optional.of(new Change(names(then), now.name() + names(now)))
        : Optional.empty();
  }

  private static String place(SavedPlugin plugin) {
    return "%s from %s".formatted(plugin.type(), plugin.file());
  }

  private static String jar(SavedPlugin plugin) {
    return "%s with SHA-256 %s"
        .formatted(plugin.file(), Ascii.truncate(plugin.sha256(), DIGITS + 3, "..."));
  }

  private static String names(SavedPlugin plugin) {
    return "(" + String.join(", ", plugin.parameters().orElse(ImmutableList.of())) + ")";
  }

  private Problem warning(Change change, Collection<Changed> changed, Collection<Plugin> built) {
    List<String> names = changed.stream().map(c -> c.then().name()).distinct().toList();
    String who = Words.list(names);
    PluginInfo<?> first = changed.iterator().next().now();
    return new Problem(
        Problem.Severity.WARNING,
        first.origin(),
        who,
        "This model was saved with %s%s, this is %s%s."
            .formatted(who, change.from(), change.to(), parameters(changed, built)),
        "",
        null);
  }

  /** What the file says and what is new, which the file cannot say. */
  private String parameters(Collection<Changed> changed, Collection<Plugin> built) {
    List<String> taken = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    for (Changed one : changed) {
      String head = changed.size() == 1 ? "" : one.now().name() + " ";
      for (Plugin plugin : built) {
        if (plugin.getClass() == one.now().type()) {
          List<String> known = one.then().parameters().orElse(ImmutableList.of());
          boolean all = one.then().parameters().isEmpty();
          for (Map.Entry<String, String> a : plugins.arguments(plugin).entrySet()) {
            (all || known.contains(a.getKey()) ? taken : fresh).add(head + a);
          }
        }
      }
    }
    return listed("; parameters taken from the file: ", taken)
        + listed("; new, with their defaults: ", fresh);
  }

  private static String listed(String head, List<String> arguments) {
    return arguments.isEmpty()
        ? ""
        : head + String.join(", ", arguments.stream().distinct().toList());
  }
}
