package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example project's plugins, packed by somebody who has nn-api.jar and nothing else. */
class AuthorsRoadExampleTest {
  private static final Path EXAMPLE = Program.root().resolve("examples/custom-activation");

  private final Program program = Program.packaged();
  @TempDir private Path folder;
  private Path jar = Path.of("");

  @BeforeEach
  void packed() throws Exception {
    Path main = EXAMPLE.resolve("src/main");
    jar = Files.createDirectory(folder.resolve("more")).resolve("custom-activation-1.0.0.jar");
    SourceJar.write(jar, main.resolve("java"), main.resolve("resources"));
  }

  @Test
  void itsThreePluginsAndTheirTestHaveUnderAHundredLines() throws Exception {
    int lines = 0;
    for (Path file : SourceJar.files(EXAMPLE.resolve("src")).toList()) {
      lines += Files.readAllLines(file).size();
    }
    assertTrue(lines < 100, lines + " lines");
  }

  @Test
  void itAndTheGuideAskForThisVersionOfNn() throws Exception {
    String api = program.library("nn-api").getFileName().toString();
    String version = api.replaceAll("nn-api-|\\.jar", "");
    String pom = Files.readString(EXAMPLE.resolve("pom.xml"));
    assertTrue(pom.contains("<nn.version>" + version + "</nn.version>"), version);
    String guide = Guide.of("writing-a-plugin.md").text();
    assertTrue(guide.contains("-DarchetypeVersion=" + version + " "), version);
  }

  @Test
  void everyRuleHolds() throws Exception {
    String out = program.command("check", jar.toString()).run().expect(0).out();
    assertTrue(out.contains("activation symlog: "), out);
    assertTrue(out.contains("loss cauchy: "), out);
    assertTrue(out.contains("optimizer signum: "), out);
    assertTrue(out.matches("(?s).*3 plugins: \\d+ passed, 0 failed, 0 warnings, .*"), out);
  }

  @Test
  void allThreeTrainOneModelThatIsSavedAndLoadedAndMissesTheirJarLater() throws Exception {
    Path houses = Houses.write(folder.resolve("houses.csv"));
    Path model = folder.resolve("model.nn");
    String more = "--plugins=" + jar.getParent();
    String[] train = {
      "train", houses.toString(), "--target=price", "--layers=8 symlog(scale=2)", "--loss=cauchy"
    };
    String[] then = {"--optimizer=signum", "--epochs=5", "--save=" + model, more, "--json"};
    String hash = program.command(Words.join(train, then)).run().json().get("weightsHash").asText();

    String[] evaluate = {"evaluate", model.toString(), houses.toString(), "--json"};
    Result read = program.command(Words.join(evaluate, more)).run();
    assertEquals(hash, read.json().get("weightsHash").asText());

    assertEquals(
        "nn: %s uses the activation symlog (custom.Symlog from custom-activation-1.0.0.jar, SHA-256 ...), which was not found: none of the 44 activations here has a name like it, and no plugin JAR was read. Start with --plugins and the folder that holds it.\n"
            .formatted(model),
        program
            .command(evaluate)
            .run()
            .expect(1)
            .err()
            .replaceAll("SHA-256 [0-9a-f]{64}", "SHA-256 ..."));
  }
}
