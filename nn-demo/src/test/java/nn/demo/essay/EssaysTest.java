package nn.demo.essay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.demo.picture.EssayFigures;
import nn.demo.story.Cast;
import nn.demo.story.Classroom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The numbers and figures in {@code docs/essays} are what the engine computes. After a change:
 * {@code mvn -pl nn-demo -am test -Dtest=EssaysTest -Dnn.docs.write
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class EssaysTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path FOLDER = ROOT.resolve("docs/essays");
  private static final boolean WRITE = System.getProperty("nn.docs.write") != null;
  private static final Plugins PLUGINS = Plugins.discover();
  private static final Classroom ROOM = new Classroom(PLUGINS, Arithmetic.plain(), 1, Cast.TALK);

  /** A decimal fraction, or a number of three digits or more. */
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*\\.\\d+|\\d[\\d,]{2,}");

  /** Types of ours, with or without a member, as the prose writes them. */
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.(\\w+))?`");

  @AfterAll
  static void close() {
    PLUGINS.close();
  }

  private static final List<Essay> ESSAYS = Essay.all(ROOM);
  private static final ImmutableMap<String, String> FIGURES = EssayFigures.files(ROOM);

  static List<Essay> essays() {
    return ESSAYS;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("essays")
  void everyNumberIsWhatTheEngineComputes(Essay essay) throws IOException {
    String filled = essay.filled(text(essay));
    if (WRITE) {
      Files.writeString(file(essay), filled);
    }
    assertEquals(text(essay), filled, file(essay) + " is not what the engine says; write it anew.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("essays")
  void everyRegionIsComputedAndShownOnce(Essay essay) throws IOException {
    assertEquals(
        essay.regions().keySet().stream().sorted().toList(),
        Essay.names(text(essay)).stream().sorted().toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("essays")
  void whatTheProseStatesIsComputedToo(Essay essay) throws IOException {
    String prose = prose(essay);
    for (String phrase : essay.stated()) {
      assertTrue(prose.contains(phrase), () -> file(essay) + " should say: " + phrase);
    }
  }

  /** People type the years of papers and nothing else. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("essays")
  void theProseStatesNoOtherNumber(Essay essay) throws IOException {
    String rest =
        prose(essay)
            .replaceAll("## Papers.*", "")
            .replaceAll("\\b(1[89]|20)\\d\\d\\)", ")")
            .replaceAll("\\]\\([^)]*\\)", "]");
    for (String phrase : essay.stated()) {
      rest = rest.replace(phrase, "");
    }
    List<String> typed = NUMBER.matcher(rest).results().map(MatchResult::group).toList();
    assertEquals(List.of(), typed, () -> file(essay) + " states numbers that nobody computes");
  }

  @Test
  void everyEssayIsListedAndNoOtherFileIsThere() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          Stream.concat(ESSAYS.stream().map(Essay::name), Stream.of("README")).sorted().toList(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.replace(".md", ""))
              .sorted()
              .toList());
    }
    String index = Files.readString(FOLDER.resolve("README.md"));
    for (Essay essay : ESSAYS) {
      assertTrue(index.contains("(" + essay.name() + ".md)"), essay.name());
    }
  }

  @Test
  void everyFigureIsWhatTheEngineDraws() throws IOException {
    Path folder = FOLDER.resolve("figures");
    for (Map.Entry<String, String> figure : FIGURES.entrySet()) {
      Path file = folder.resolve(figure.getKey() + ".svg");
      if (WRITE) {
        Files.createDirectories(folder);
        Files.writeString(file, figure.getValue());
      }
      assertEquals(
          Files.readString(file),
          figure.getValue(),
          file + " is not what the engine draws; write it anew.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          FIGURES.keySet().stream().map(name -> name + ".svg").sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void everyFigureIsShownByOneEssay() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Essay essay : ESSAYS) {
      all.append(text(essay));
    }
    for (String figure : FIGURES.keySet()) {
      assertEquals(
          2, all.toString().split("\\(figures/" + figure + "\\.svg\\)", -1).length, figure);
    }
  }

  /** A type is linked to its file, or its name is that of a file; a member occurs in it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("essays")
  void everyNamedTypeAndMemberExists(Essay essay) throws IOException {
    Map<String, Path> sources = sources();
    TreeSet<String> unknown = new TreeSet<>();
    for (MatchResult name : TYPE.matcher(prose(essay)).results().toList()) {
      Path source = sources.get(name.group(1) + ".java");
      if (source == null || !mentions(source, name.group(2))) {
        unknown.add(name.group());
      }
    }
    assertEquals(List.of(), List.copyOf(unknown));
  }

  private static boolean mentions(Path source, @Nullable String member) throws IOException {
    return member == null
        || Pattern.compile("\\b" + member + "\\b").matcher(Files.readString(source)).find();
  }

  private static Map<String, Path> sources() throws IOException {
    ImmutableMap.Builder<String, Path> sources = ImmutableMap.builder();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path main : modules.map(m -> m.resolve("src/main/java")).toList()) {
        if (Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(file -> sources.put(file.getFileName().toString(), file));
          }
        }
      }
    }
    return sources.buildKeepingLast();
  }

  private static Path file(Essay essay) {
    return FOLDER.resolve(essay.name() + ".md");
  }

  private static String text(Essay essay) throws IOException {
    return Files.readString(file(essay));
  }

  /** What people wrote, on one line. */
  private static String prose(Essay essay) throws IOException {
    return Essay.prose(text(essay)).replaceAll("\\s+", " ");
  }
}
