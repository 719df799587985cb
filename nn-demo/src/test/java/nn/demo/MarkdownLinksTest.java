package nn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every link from a page of the repository to another file, or to a heading, leads somewhere. */
class MarkdownLinksTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** Built, or fetched. */
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> pages = pages();
    assertTrue(pages.size() > 15, () -> "Only " + pages + " were seen.");
    for (Path page : pages) {
      links(Files.readString(page)).stream()
          .filter(link -> !leads(page, link))
          .forEach(link -> broken.add(ROOT.relativize(page) + ": " + link));
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void aLinkThatLeadsNowhereIsNoticed() {
    Path page = ROOT.resolve("README.md");
    List<String> links =
        links("[a](nothing.md) and ![b](docs) and `[c](in-code.md)` and [d](README.md#nowhere)");
    assertEquals(List.of("nothing.md", "docs", "README.md#nowhere"), links);
    assertEquals(List.of(false, true, false), links.stream().map(l -> leads(page, l)).toList());
    assertTrue(leads(page, "#the-modules"), "a heading of the same page");
  }

  private static List<String> links(String text) {
    String prose = CODE.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("");
    return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
  }

  private static boolean leads(Path page, String link) {
    if (link.matches("[a-z]+:.*")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    return file.startsWith(ROOT)
        && Files.exists(file)
        && (parts.length == 1 || anchors(file).contains(parts[1]));
  }

  /** Headings as a browser finds them: small letters, hyphens for spaces, no other signs. */
  private static Set<String> anchors(Path file) {
    try {
      return HEADING
          .matcher(FENCE.matcher(Files.readString(file)).replaceAll(""))
          .results()
          .map(MarkdownLinksTest::anchor)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 _-]", "")
        .replace(' ', '-');
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
            String name = folder.getFileName().toString();
            boolean skipped =
                NOT_OURS.contains(name) || (name.startsWith(".") && !folder.equals(ROOT));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
            if (file.toString().endsWith(".md")) {
              pages.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return pages;
  }
}
