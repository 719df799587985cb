package nn.core.plugin;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import nn.api.Plugin;

/** Collects what is found and what goes wrong while looking; a bad plugin never stops the rest. */
final class Discovery {
  private final List<PluginInfo<?>> infos = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Supplier<List<Problem>>> shadows = new ArrayList<>();
  private final List<Closeable> open = new ArrayList<>();

  /** Whether the class path was searched, so that a kind without a plugin lacks its JAR. */
  private boolean searched;

  /** One for all classes of a JAR: its place is a URI, which is slow to read. */
  private final Map<ProtectionDomain, Origin> origins = new HashMap<>();

  void add(Problem problem) {
    problems.add(problem);
  }

  void keepOpen(Closeable loader) {
    open.add(loader);
  }

  /** Runs one part of the search; a refusal becomes a problem. */
  void attempt(Runnable part) {
    try {
      part.run();
    } catch (PluginException e) {
      problems.add(e.problem());
    }
  }

  /** A class that was declared by name. */
  void load(Loading loading, ClassLoader loader) {
    attempt(() -> infos.add(loading.load(loader)));
  }

  /** A class that the program names itself; it may have been found already. */
  void given(Class<? extends Plugin> type) {
    if (infos.stream().noneMatch(info -> info.type() == type)) {
      attempt(() -> infos.add(Rules.describe(type)));
    }
  }

  /**
   * Classes that the JVM found on the class path or module path; {@code type()} tells one without
   * running a line of it.
   */
  void found(Kind kind, Iterator<? extends ServiceLoader.Provider<?>> services, ClassPath path) {
    searched = true;
    Map<String, Origin> used = new HashMap<>();
    GuardedWalk.over(
        services,
        service -> found(kind, service.type(), used),
        error -> failed(kind, error, path),
        last -> add(ClassPath.gaveUp(kind, last)));
    shadows.add(() -> path.shadowed(kind, used));
  }

  private void found(Kind kind, Class<?> type, Map<String, Origin> used) {
    Origin origin =
        origins.computeIfAbsent(
            type.getProtectionDomain(), home -> Origin.of(type, Origin.Source.CLASS_PATH));
    if (!type.getModule().isNamed()) {
      used.put(type.getName(), origin);
    }
    attempt(() -> infos.add(new Loading(kind, type.getName(), origin, List.of()).check(type)));
  }

  /** What the JVM refused is looked at again, by rules that explain themselves. */
  private void failed(Kind kind, Throwable error, ClassPath path) {
    path.culprit(kind, error)
        .ifPresentOrElse(
            loading -> load(loading, path.loader()), () -> add(path.problem(kind, error)));
  }

  /** To be called once, at the end. What costs time and only makes problems waits until asked. */
  Catalog catalog() {
    Duplicates duplicates = new Duplicates(infos);
    return new Catalog(duplicates.kept(), () -> problems(duplicates), searched);
  }

  private List<Problem> problems(Duplicates duplicates) {
    List<Problem> all = new ArrayList<>(problems);
    shadows.forEach(shadow -> all.addAll(shadow.get()));
    all.addAll(duplicates.problems());
    return all;
  }

  ImmutableList<Closeable> open() {
    return ImmutableList.copyOf(open);
  }
}
