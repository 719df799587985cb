package nn.core.plugin;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The class path or module path of the program: which JAR is behind what the JVM complains of. */
final class ClassPath {
  // Text, not patterns: these are compiled for errors only, and every start would wait for it.

  /** Wordings of ServiceLoader and of the class file check on Java 17 to 25. */
  private static final String CULPRIT =
      "(?:Provider|class(?: file)?+|Unable to load) (?<a>[\\w.$/]+)"
          + "|^[\\w.]+: (?<b>[\\w$]+(?:\\.[\\w$]+)+) "
          + "|^(?<c>[\\w/$]+) has been compiled";

  private static final String BAD_LINE = "(\\w+:\\S*META-INF/services/\\S+):(\\d+): ";

  private final ClassLoader loader;
  private final Set<String> shadows = new HashSet<>();

  ClassPath(ClassLoader loader) {
    this.loader = loader;
  }

  ClassLoader loader() {
    return loader;
  }

  /** The class that the error is about, if it says so. */
  Optional<Loading> culprit(Kind kind, Throwable error) {
    Matcher matcher = found(CULPRIT, error);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String type =
        Stream.of("a", "b", "c")
            .map(matcher::group)
            .filter(Objects::nonNull)
            .collect(joining())
            .replace('/', '.');
    return Optional.of(new Loading(kind, type, declarer(kind, type), List.of()));
  }

  private static Matcher found(String pattern, Throwable error) {
    return Pattern.compile(pattern).matcher(String.valueOf(error.getMessage()));
  }

  /** The JAR whose services file names the class. */
  private Origin declarer(Kind kind, String type) {
    for (URL file : resources(kind.services())) {
      if (types(file).contains(type)) {
        return Origin.at(Origin.Source.CLASS_PATH, home(file.toString(), kind.services()));
      }
    }
    return new Origin(Origin.Source.CLASS_PATH, null, null, null);
  }

  private static ImmutableList<String> types(URL file) {
    try {
      URLConnection connection = file.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return ServicesFile.read(in).types();
      }
    } catch (IOException e) {
      return ImmutableList.of(); // whoever reads it next complains in words of its own
    }
  }

  private ImmutableList<URL> resources(String path) {
    try {
      return ImmutableList.copyOf(Iterators.forEnumeration(loader.getResources(path)));
    } catch (IOException e) {
      return ImmutableList.of();
    }
  }

  /** {@code file:/x/a.jar} for {@code jar:file:/x/a.jar!/META-INF/...}. */
  private static URI home(String url, String path) {
    String place = url.substring(0, url.length() - path.length());
    return URI.create(place.replaceFirst("^jar:", "").replaceFirst("!/$", ""));
  }

  /** An error that names no class, in words. */
  Problem problem(Kind kind, Throwable error) {
    Matcher line = found(BAD_LINE, error);
    if (line.find()) {
      URI place = home(line.group(1), kind.services());
      Origin origin = Origin.at(Origin.Source.CLASS_PATH, place);
      return ServicesFile.badLine(origin, kind, Integer.parseInt(line.group(2))).causedBy(error);
    }
    String message =
        error instanceof NoClassDefFoundError
            ? "A declared %s needs %s, which is not on the class path."
                .formatted(kind.word(), String.valueOf(error.getMessage()).replace('/', '.'))
            : "A declared %s could not be loaded (%s).".formatted(kind.word(), error);
    String remedy = "Add the JAR that holds what is missing, or remove the plugin.";
    return warning(kind, message, remedy).causedBy(error);
  }

  /** The search ended before its time. */
  static Problem gaveUp(Kind kind, Throwable last) {
    String message = "Gave up looking for %s after too many errors: %s.";
    return warning(kind, message.formatted(kind.words(), last.getMessage()), "Correct these first.")
        .causedBy(last);
  }

  private static Problem warning(Kind kind, String message, String remedy) {
    Origin nowhere = new Origin(Origin.Source.CLASS_PATH, null, null, null);
    return Problem.warning(nowhere, kind.words(), message, remedy);
  }

  /**
   * JARs that declare a class which Java takes from elsewhere; told once for each JAR.
   *
   * @param used the classes that were found outside modules, and where
   */
  List<Problem> shadowed(Kind kind, Map<String, Origin> used) {
    List<Problem> problems = new ArrayList<>();
    for (URL file : resources(kind.services())) {
      Origin second = Origin.at(Origin.Source.CLASS_PATH, home(file.toString(), kind.services()));
      for (String type : types(file)) {
        @Nullable Origin first = used.get(type);
        if (first != null && !first.place().equals(second.place()) && shadows.add(second.place())) {
          problems.add(shadow(type, first, second));
        }
      }
    }
    return problems;
  }

  private static Problem shadow(String type, Origin first, Origin second) {
    return Problem.warning(
        second,
        second.file(),
        "%s is in %s and in %s; Java uses the first only."
            .formatted(type, first.place(), second.place()),
        "Remove one.");
  }
}
