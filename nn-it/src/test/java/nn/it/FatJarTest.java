package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People put everything into one JAR; done well it works, done badly it says what is missing. */
@TestInstance(Lifecycle.PER_CLASS)
class FatJarTest {
  private final Program thin = Program.packaged();
  private Program fat = thin;
  private Path bent = Path.of("");

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @BeforeAll
  void jars(@TempDir Path folder) throws Exception {
    bent = folder.resolve("bent-1.0.jar");
    PluginJar.write(bent, thin);
    fat = FatJar.write(FatJar.merged(thin, bent), folder.resolve("fat"));
  }

  private static Result run(Program program, Jdk jdk, String... words) throws Exception {
    return program.command(Launch.JAR, jdk, List.of(), words).run();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void wellMergedItHasEveryPluginOfItsParts(Jdk jdk) throws Exception {
    Listing apart = Listing.of(run(thin, jdk, "plugins", "--json", "--plugins=" + bent));
    Listing together = Listing.of(run(fat, jdk, "plugins", "--json"));
    assertEquals(apart.plugins(), together.plugins());
    assertEquals(List.of(), together.problems());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void wellMergedItLearnsTheSame(Jdk jdk) throws Exception {
    String[] words = {"house-price", "--json", "--activation=gelu", "--optimizer=adam"};
    Result together = run(fat, jdk, words).expect(0);
    assertEquals(run(thin, jdk, words).expect(0).out(), together.out());
    assertEquals("", together.err());
    String price = run(thin, jdk, "house-price", "--json").out();
    assertEquals(price, run(fat, jdk, "house-price", "--json").out());
  }

  @Test
  void whatOneServicesFileLostToAnotherIsNamed(@TempDir Path folder) throws Exception {
    Program bad = FatJar.write(FatJar.overwritten(thin, bent), folder);
    for (Jdk jdk : jdks()) {
      assertEquals(
          "nn: No activation is called 'relu'. Known are: bent. Those of nn come with nn-activations.jar, which is missing.\n",
          run(bad, jdk, "house-price", "--activation=relu").expect(2).err());
      assertEquals(
          "nn: 'identity' is an initializer, not an activation. Run nn plugins to see every activation. Those of nn come with nn-activations.jar, which is missing.\n",
          run(bad, jdk, "house-price").expect(2).err());
    }
  }

  @Test
  void withTheServicesFilesOfOneModuleOnlyTheOthersAreNamed(@TempDir Path folder) throws Exception {
    HandmadeJar jar = FatJar.merged(thin);
    for (String lost : List.of("Activation", "Initializer", "Loss")) {
      jar.without("META-INF/services/nn.api." + lost);
    }
    Program bad = FatJar.write(jar, folder);
    for (Jdk jdk : jdks()) {
      run(bad, jdk, "plugins", "optimizer/muon").expect(0);
      assertEquals(
          "nn: No activations found at all: nn-activations.jar is missing. Put it back next to nn-core.jar, or name a folder of plugin JARs with --plugins.\n",
          run(bad, jdk, "house-price").expect(2).err());
    }
  }
}
