package nn.core.plugin;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nn.api.Plugin;
import nn.core.text.Nearest;

/** Every usable plugin, and the rules by which a name in text means one of them. */
final class Catalog {
  /** As many names as a message may hold before it only counts them. */
  private static final int FEW = 12;

  private final ImmutableList<PluginInfo<?>> infos;
  private final Supplier<ImmutableList<Problem>> problems;

  /** Whether these are what a search found, not classes that the program named. */
  private final boolean searched;

  /** Classes that an ambiguous name rather means. */
  private final ImmutableSet<String> preferred;

  /** The problems are looked up when first asked for, and once only. */
  Catalog(
      Collection<PluginInfo<?>> infos,
      Supplier<? extends Collection<Problem>> problems,
      boolean searched) {
    this(
        ImmutableList.sortedCopyOf(Catalog::byName, infos),
        Suppliers.memoize(() -> ImmutableList.sortedCopyOf(problems.get())),
        searched,
        ImmutableSet.of());
  }

  private Catalog(
      ImmutableList<PluginInfo<?>> infos,
      Supplier<ImmutableList<Problem>> problems,
      boolean searched,
      ImmutableSet<String> preferred) {
    this.infos = infos;
    this.problems = problems;
    this.searched = searched;
    this.preferred = preferred;
  }

  /** The same, in which a name with several meanings means the one of these classes. */
  Catalog preferring(Collection<String> types) {
    return new Catalog(infos, problems, searched, ImmutableSet.copyOf(types));
  }

  private static int byName(PluginInfo<?> a, PluginInfo<?> b) {
    int names = a.name().compareTo(b.name());
    return names != 0 ? names : a.type().getName().compareTo(b.type().getName());
  }

  ImmutableList<Problem> problems() {
    return problems.get();
  }

  ImmutableList<PluginInfo<?>> all() {
    return infos;
  }

  List<PluginInfo<?>> all(Kind kind) {
    return infos.stream().filter(info -> info.kind() == kind.type()).toList();
  }

  /** Those that the name means: by name, else by alias, else by full class name. */
  List<PluginInfo<?>> matches(Kind kind, String name) {
    String wanted = Names.normal(name);
    List<PluginInfo<?>> all = all(kind);
    List<PluginInfo<?>> named = all.stream().filter(i -> i.name().equals(wanted)).toList();
    if (!named.isEmpty()) {
      return narrowed(named);
    }
    List<PluginInfo<?>> alias = all.stream().filter(i -> i.aliases().contains(wanted)).toList();
    return alias.isEmpty()
        ? all.stream().filter(i -> i.type().getName().equals(name)).toList()
        : narrowed(alias);
  }

  private List<PluginInfo<?>> narrowed(List<PluginInfo<?>> several) {
    List<PluginInfo<?>> rather =
        several.stream().filter(info -> preferred.contains(info.type().getName())).toList();
    return rather.size() == 1 ? rather : several;
  }

  /** The one plugin that the name means. */
  PluginInfo<?> resolve(Kind kind, String name) {
    List<PluginInfo<?>> matches = matches(kind, name);
    if (matches.size() > 1) {
      throw Duplicates.ambiguous(Problem.Severity.ERROR, kind, name, matches).exception();
    }
    if (matches.isEmpty()) {
      throw unknown(kind, name).exception();
    }
    return matches.get(0);
  }

  /** The kind that has this name, if the one asked for has not. */
  Optional<Kind> otherKind(Kind kind, String name) {
    return Arrays.stream(Kind.values())
        .filter(other -> other != kind && !matches(other, name).isEmpty())
        .findFirst();
  }

  /** The description of a class, made on the spot for one that was not found by looking. */
  PluginInfo<?> info(Class<? extends Plugin> type) {
    return infos.stream()
        .filter(info -> info.type() == type)
        .findFirst()
        .orElseGet(() -> Rules.describe(type));
  }

  /** The shortest handle that means this very class: its name, or its class name. */
  String handle(PluginInfo<?> info) {
    List<PluginInfo<?>> named = matches(Kind.of(info.kind()), info.name());
    boolean unique = named.size() == 1 && named.get(0).type() == info.type();
    return unique ? info.name() : info.type().getName();
  }

  /** Every plugin called {@code name} or {@code kind/name}, whatever its kind. */
  List<PluginInfo<?>> find(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      String name = text.substring(slash + 1);
      Kind kind = Kind.named(text.substring(0, slash)).orElseThrow(() -> unknownKind(text));
      List<PluginInfo<?>> found = matches(kind, name);
      return found.isEmpty() ? List.of(resolve(kind, name)) : found;
    }
    List<PluginInfo<?>> found =
        Arrays.stream(Kind.values()).flatMap(kind -> matches(kind, text).stream()).toList();
    if (found.isEmpty()) {
      throw unknown("plugin", text, infos).exception();
    }
    return found;
  }

  private Problem unknown(Kind kind, String name) {
    List<PluginInfo<?>> all = all(kind);
    if (all.isEmpty()) {
      return searched ? kind.noneFound() : kind.noneGiven();
    }
    return otherKind(kind, name)
        .map(other -> wrongKind(kind, name, other))
        .orElseGet(() -> unknown(kind.word(), name, all))
        .hinting(searched ? kind.homeMissing(all) : "");
  }

  private static Problem wrongKind(Kind kind, String name, Kind actual) {
    String message = "'%s' is %s, not %s.".formatted(name, actual.oneOf(), kind.oneOf());
    return Problem.error(name, message, "Run nn plugins to see every %s.".formatted(kind.word()));
  }

  private Problem unknown(String word, String name, Collection<PluginInfo<?>> all) {
    String message = "No %s is called '%s'.".formatted(word, name);
    String broken =
        problems().stream()
            .filter(problem -> isAbout(problem, name))
            .map(problem -> "One was found that cannot be used: " + problem.text())
            .findFirst()
            .orElse("");
    return Problem.error(name, message, broken.isEmpty() ? suggestion(name, all) : broken);
  }

  private static boolean isAbout(Problem problem, String name) {
    String type = problem.subject();
    String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    return problem.severity() == Problem.Severity.WARNING
        && (type.equals(name) || Names.kebab(simple).equals(Names.normal(name)));
  }

  private static String suggestion(String name, Collection<PluginInfo<?>> all) {
    List<String> names = all.stream().map(PluginInfo::name).distinct().sorted().toList();
    List<String> known =
        Stream.concat(names.stream(), all.stream().flatMap(info -> info.aliases().stream()))
            .toList();
    String question = Nearest.question(name, known);
    if (!question.isEmpty()) {
      return "%s (nn plugins lists all %s.)".formatted(question, all.size());
    }
    return names.size() <= FEW
        ? "Known are: %s.".formatted(String.join(", ", names))
        : "nn plugins lists all %s.".formatted(all.size());
  }

  private static PluginException unknownKind(String text) {
    String kind = text.substring(0, text.indexOf('/'));
    List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
    return Problem.error(
            text,
            "There is no kind of plugin called '%s'.".formatted(kind),
            "The kinds are: %s.".formatted(String.join(", ", words)))
        .exception();
  }
}
