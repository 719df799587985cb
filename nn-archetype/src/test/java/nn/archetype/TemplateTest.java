package nn.archetype;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Filled in with the example's names, the template is the example. */
class TemplateTest {
  @Test
  void filledInWithTheExamplesNamesItIsTheExample() throws IOException {
    Map<String, String> example = new TreeMap<>();
    files(Path.of("../examples/custom-activation"))
        .forEach((name, text) -> example.put(name.replace("/custom/", "/"), text));
    example.remove("README.md");
    Map<String, String> filled = files(Path.of("target/classes/archetype-resources"));
    filled.replaceAll((name, text) -> filled(text));
    assertEquals(example, filled);
  }

  @Test
  void nothingKeepsTheExamplesPackage() throws IOException {
    files(Path.of("target/classes/archetype-resources"))
        .forEach((name, text) -> assertEquals(-1, text.indexOf("custom"), name));
  }

  private static String filled(String text) {
    return text.replace("${package}", "custom")
        .replace("${groupId}", "custom")
        .replace("${artifactId}", "custom-activation")
        .replace("${version}", "1.0.0");
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith("target/")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }
}
