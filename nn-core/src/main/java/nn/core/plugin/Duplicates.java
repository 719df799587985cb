package nn.core.plugin;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to do about plugins that go by the same name: identical copies count once; of different ones
 * none is preferred, since the order in which they are found is not deterministic.
 */
final class Duplicates {
  private final List<PluginInfo<?>> kept = new ArrayList<>();

  /** Names of the classes met so far: only one that is met again can be a copy. */
  private final Set<String> types = new HashSet<>();

  private final Set<Problem> copies = new LinkedHashSet<>();

  Duplicates(Collection<PluginInfo<?>> found) {
    found.forEach(this::keepUnlessCopy);
  }

  /** The plugins without copies. */
  List<PluginInfo<?>> kept() {
    return kept;
  }

  /** A note for each JAR that is there twice, a warning for each name with two meanings. */
  Set<Problem> problems() {
    Set<Problem> problems = new LinkedHashSet<>(copies);
    for (Kind kind : Kind.values()) {
      byName(kind).forEach((name, same) -> warning(kind, name, same).ifPresent(problems::add));
    }
    return problems;
  }

  private void keepUnlessCopy(PluginInfo<?> info) {
    if (!types.add(info.type().getName())) {
      for (PluginInfo<?> other : kept) {
        if (other.kind() == info.kind() && isCopy(other.type(), info.type())) {
          copies.add(copied(other.origin(), info.origin()));
          return;
        }
      }
    }
    kept.add(info);
  }

  private static boolean isCopy(Class<?> a, Class<?> b) {
    return a == b || (a.getName().equals(b.getName()) && Arrays.equals(bytes(a), bytes(b)));
  }

  private static byte[] bytes(Class<?> type) {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static Problem copied(Origin first, Origin second) {
    return Problem.note(
        second,
        second.file(),
        "The plugins of %s are present twice (%s and %s); one copy is used."
            .formatted(second.file(), first.place(), second.place()),
        "");
  }

  private Map<String, List<PluginInfo<?>>> byName(Kind kind) {
    Map<String, List<PluginInfo<?>>> byName = new TreeMap<>();
    for (PluginInfo<?> info : kept) {
      if (info.kind() == kind.type()) {
        put(byName, info.name(), info);
        info.aliases().forEach(alias -> put(byName, alias, info));
      }
    }
    return byName;
  }

  private static void put(
      Map<String, List<PluginInfo<?>>> byName, String name, PluginInfo<?> info) {
    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(info);
  }

  private static Optional<Problem> warning(Kind kind, String name, List<PluginInfo<?>> same) {
    if (same.size() == 1) {
      return Optional.empty();
    }
    List<PluginInfo<?>> named = same.stream().filter(i -> i.name().equals(name)).toList();
    return Optional.of(
        named.size() == 1
            ? hidden(name, named.get(0), same)
            : ambiguous(Problem.Severity.WARNING, kind, name, same));
  }

  private static Problem hidden(String alias, PluginInfo<?> owner, List<PluginInfo<?>> same) {
    PluginInfo<?> other = same.get(same.get(0).equals(owner) ? 1 : 0);
    return Problem.note(
        other.origin(),
        other.type().getName(),
        "'%s' is the name of %s; %s cannot have it as an alias."
            .formatted(alias, owner.whereabouts(), other.whereabouts()),
        "Write %s instead.".formatted(other.name()));
  }

  /** One name, several classes. */
  static Problem ambiguous(
      Problem.Severity severity, Kind kind, String name, List<PluginInfo<?>> found) {
    List<PluginInfo<?>> same =
        ImmutableList.sortedCopyOf(comparing((PluginInfo<?> i) -> i.type().getName()), found);
    Set<String> types = new LinkedHashSet<>();
    same.forEach(info -> types.add(info.type().getName()));
    String where = same.stream().map(PluginInfo::whereabouts).collect(joining(" and "));
    String count = same.size() == 2 ? "Two" : Integer.toString(same.size());
    String message = "%s %s are called '%s': %s.".formatted(count, kind.words(), name, where);
    String remedy =
        types.size() < same.size()
            ? "Remove all but one."
            : "Remove one, or write the full class name, for example %s."
                .formatted(ImmutableList.copyOf(types).get(0));
    return new Problem(severity, same.get(0).origin(), name, message, remedy, null);
  }
}
