package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody put a JAR of another version among ours. */
class MixedVersionsTest {
  private static final String OTHER = "Manifest-Version: 1.0\nImplementation-Version: 99.1\n\n";

  @TempDir private Path folder;
  private Program program = Program.packaged();

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @BeforeEach
  void aCopyWithAnotherApi() throws Exception {
    program = Program.packaged().copyTo(folder.resolve("nn"));
    Path api = program.library("nn-api");
    HandmadeJar.read(api)
        .without("nn/api/KernelsProvider.class")
        .entry("META-INF/MANIFEST.MF", OTHER.getBytes(StandardCharsets.UTF_8))
        .write(api);
  }

  private static String version(Path jar) throws Exception {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return manifest.getMainAttributes().getValue("Implementation-Version");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void oneSentenceNamesEachWithItsVersionAndPlace(Jdk jdk) throws Exception {
    Path core = program.library("nn-core");
    for (Launch launch : List.of(Launch.JAR, Launch.CLASS_PATH)) {
      Result result = program.command(launch, jdk, List.of(), "house-price").run().expect(1);
      assertEquals("", result.out());
      assertEquals(1, result.err().lines().count(), result.err());
      String start =
          "nn: The nn JARs do not belong together: nn-api 99.1 (%s), nn-core %s (%s)"
              .formatted(program.library("nn-api"), version(core), core);
      assertTrue(result.err().startsWith(start), result.err());
      assertTrue(result.err().endsWith(". Use one version.\n"), result.err());
    }
  }
}
