package nn.core.plugin;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import java.lang.annotation.AnnotationFormatError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.api.Plugin;
import nn.core.text.Nearest;

/**
 * Loads a declared class without initialising it, and turns what the JVM says when it cannot into
 * words.
 *
 * @param kind what the class is declared as
 * @param name its name
 * @param origin the JAR that declares it
 * @param known names of the classes in that JAR, for suggestions
 */
record Loading(Kind kind, String name, Origin origin, Collection<String> known) {
  /** Java version = class file version - 44. */
  private static final int FIRST_CLASS_FILE = 44;

  /** Finds the class and describes it. */
  PluginInfo<?> load(ClassLoader loader) {
    return guarded(
        () -> {
          Class<?> type = find(loader);
          return Rules.check(kind, type, Origin.of(type, origin.source()));
        });
  }

  /** Describes the class, found already in the place of origin. */
  PluginInfo<?> check(Class<?> type) {
    return guarded(() -> Rules.check(kind, type, origin));
  }

  private PluginInfo<?> guarded(Callable<PluginInfo<?>> description) {
    try {
      return description.call();
    } catch (PluginException e) {
      throw e;
    } catch (Exception | LinkageError | AnnotationFormatError e) {
      throw problem(e).exception();
    }
  }

  private Class<?> find(ClassLoader loader) throws ClassNotFoundException {
    if (loader instanceof PluginLoader own && !own.isOwn(name)) {
      throw new ClassNotFoundException(name);
    }
    return Class.forName(name, false, loader);
  }

  private Problem problem(Throwable e) {
    if (e instanceof ClassNotFoundException) {
      return missing().causedBy(e);
    }
    if (e instanceof UnsupportedClassVersionError) {
      return newer(e).causedBy(e);
    }
    return (e instanceof NoClassDefFoundError ? dependency(e) : other(e)).causedBy(e);
  }

  private Problem missing() {
    List<String> similar = Nearest.of(name, known);
    String where =
        origin.source() == Origin.Source.PLUGIN_FOLDER ? "in the JAR" : "on the class path";
    return warning(
        "%s is declared in META-INF/services but is not %s.".formatted(name, where),
        similar.isEmpty()
            ? "Correct the line, or add the class."
            : "Similar: " + String.join(", ", similar) + ".");
  }

  private Problem newer(Throwable e) {
    Matcher version = Pattern.compile("class file version (\\d+)").matcher(text(e));
    String needed =
        version.find()
            ? "Java " + (Integer.parseInt(version.group(1)) - FIRST_CLASS_FILE)
            : "a newer Java";
    return warning(
        "%s needs %s, this is Java %s.".formatted(name, needed, Runtime.version().feature()),
        "Compile it with --release 17 or run a newer Java.");
  }

  private Problem dependency(Throwable e) {
    String needed = text(e).replace('/', '.');
    if (needed.contains("wrong name")) {
      return warning(
          "%s holds another class than its path says (%s).".formatted(name, needed),
          "Build the JAR again.");
    }
    if (origin.source() != Origin.Source.PLUGIN_FOLDER) {
      return warning(
          "%s needs %s, which is not on the class path.".formatted(name, needed),
          "Add the JAR that holds it.");
    }
    String remedy = "Plugins see only nn.api and the JDK.";
    return warning(
        "%s needs %s, which is neither in the JAR nor part of the plugin API."
            .formatted(name, needed),
        needed.startsWith("nn.")
            ? remedy
            : remedy + " Put both JARs into one sub-folder of the plugin folder.");
  }

  private Problem other(Throwable e) {
    if (isDamage(e)) {
      return warning(
          "%s is damaged (%s).".formatted(name, text(e)), "Build or download the JAR again.");
    }
    if (e instanceof IncompatibleClassChangeError && text(e).contains("sealed")) {
      List<String> forms =
          Arrays.stream(kind.type().getPermittedSubclasses())
              .map(Class::getSimpleName)
              .sorted()
              .toList();
      return warning(
          "%s implements %s itself.".formatted(name, kind.type().getSimpleName()),
          "Implement one of %s.".formatted(String.join(", ", forms)));
    }
    return warning(
        "%s could not be loaded (%s: %s).".formatted(name, e.getClass().getSimpleName(), text(e)),
        "Rebuild it against this version of nn-api.");
  }

  private static boolean isDamage(Throwable e) {
    return e instanceof ClassFormatError
        || e instanceof VerifyError
        || e instanceof AnnotationFormatError;
  }

  /** What the JVM says, without the dump of a class that may follow in further lines. */
  private static String text(Throwable e) {
    String first = Strings.nullToEmpty(e.getMessage()).lines().findFirst().orElse("no details");
    return CharMatcher.is('.').trimTrailingFrom(first);
  }

  private Problem warning(String message, String remedy) {
    return Problem.warning(origin, name, "%s: %s".formatted(origin.file(), message), remedy);
  }

  /** The kind that a class could be declared as, if it is a plugin at all. */
  static List<Kind> kindsOf(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      return Plugin.class.isAssignableFrom(type) && type.isRecord()
          ? Kind.behind(type).stream().toList()
          : List.of();
    } catch (ClassNotFoundException | LinkageError e) {
      return List.of(); // a class that does not load is nobody's plugin
    }
  }
}
