package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A JAR that the program has never heard of takes part when it is put into a plugin folder. */
class StrangersJarTest {
  private final Program packaged = Program.packaged();
  @TempDir private Path folder;
  private Path jar = Path.of("");
  private Path houses = Path.of("");

  @BeforeEach
  void aPluginAndSomeHouses() throws Exception {
    jar = Files.createDirectory(folder.resolve("more")).resolve("bent-1.0.jar");
    PluginJar.write(jar, packaged);
    houses = Houses.write(folder.resolve("houses.csv"));
  }

  @Test
  void itsActivationTrainsFromANamedFolderAndIsMissedByNameLater() throws Exception {
    Path model = folder.resolve("model.nn");
    String more = jar.getParent().toString();
    Result trained =
        packaged
            .command(
                "train",
                houses.toString(),
                "--target=price",
                "--layers=4 bent(slope=0.25)",
                "--epochs=3",
                "--save=" + model,
                "--plugins=" + more,
                "--json")
            .run();
    String hash = trained.json().get("weightsHash").asText();

    String[] evaluate = {"evaluate", model.toString(), houses.toString(), "--json"};
    Result read = packaged.command(Words.join(evaluate, "--plugins=" + more)).run();
    assertEquals(hash, read.json().get("weightsHash").asText());

    Result without = packaged.command(evaluate).run().expect(1);
    assertEquals(
        "nn: %s uses the activation bent (stranger.Bent from bent-1.0.jar, SHA-256 %s), which was not found: none of the 44 activations here has a name like it, and no plugin JAR was read. Start with --plugins and the folder that holds it."
            .formatted(model, sha256(jar)),
        without.err().strip());
  }

  private static String sha256(Path file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash);
  }

  @ParameterizedTest
  @MethodSource("nn.it.LaunchTest#everyWay")
  void theFolderBesideTheProgramIsFoundHoweverItIsStarted(Jdk jdk, Launch launch) throws Exception {
    Program program = packaged.copyTo(folder.resolve("nn"));
    Files.createDirectory(program.home().resolve("plugins"));
    Files.move(jar, program.home().resolve("plugins/bent-1.0.jar"));

    String[] words = {"plugins", "activation/bent", "--json"};
    Command command = program.command(launch, jdk, List.of(), words);
    JsonNode bent = command.in(folder).run().json();
    assertEquals("bent-1.0.jar", bent.get("origin").asText());
    assertEquals("stranger.Bent", bent.get("class").asText());
  }

  @ParameterizedTest
  @EnumSource
  void aPluginFolderThatOnlyHappensToBeHereIsNotTouched(Launch launch) throws Exception {
    Path here = Files.createDirectory(folder.resolve("here"));
    Files.move(jar.getParent(), here.resolve("plugins"));

    String[] words = {"plugins", "activation/bent"};
    Result result = packaged.command(launch, Jdk.running(), List.of(), words).in(here).run();
    assertTrue(result.expect(2).err().startsWith("nn: No activation is called 'bent'."));
  }
}
