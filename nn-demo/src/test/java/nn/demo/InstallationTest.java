package nn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  private static final String PATH =
      "lib/nn-api-1.0.jar lib/nn-losses-1.0.jar lib/guava-1.jar lib/picocli-2.jar";

  @TempDir Path folder;

  @Test
  void aCompleteProgramHasNoGap() throws IOException {
    assertEquals(
        Optional.empty(), gap(PATH, "nn-api-1.0", "nn-losses-1.0", "guava-1", "picocli-2"));
  }

  @Test
  void pluginsMayBeMissing() throws IOException {
    assertEquals(Optional.empty(), gap(PATH, "nn-api-1.0", "guava-1", "picocli-2"));
  }

  @Test
  void aMissingLibraryIsNamed() throws IOException {
    assertEquals(
        "The program is incomplete: guava-1.jar is missing in %s. Put it back, or build or download the program again."
            .formatted(folder.resolve("lib")),
        gap(PATH, "nn-api-1.0", "picocli-2").orElseThrow());
  }

  @Test
  void severalMissingLibrariesAreNamed() throws IOException {
    assertEquals(
        "The program is incomplete: nn-api-1.0.jar and guava-1.jar are missing in %s. Put them back, or build or download the program again."
            .formatted(folder.resolve("lib")),
        gap(PATH, "picocli-2").orElseThrow());
  }

  @Test
  void aProgramWithoutLibrariesHasNoGap() throws IOException {
    assertEquals(Optional.empty(), gap(""));
  }

  @Test
  void startedInAnotherWayItIsNotJudged() {
    assertEquals(Optional.empty(), Installation.gap());
  }

  @Test
  void mixedVersionsAreTold() {
    List<Installation.Part> parts =
        List.of(
            new Installation.Part("nn-api", "1.1", "/x/nn-api.jar"),
            new Installation.Part("nn-core", "1.0", "/x/nn-core.jar"),
            new Installation.Part("nn-tck", "", "/x/nn-tck.jar"));
    assertEquals(
        "The nn JARs do not belong together: nn-api 1.1 (/x/nn-api.jar), nn-core 1.0 (/x/nn-core.jar), nn-tck of unknown version (/x/nn-tck.jar). Use one version.",
        Installation.explain(new NoSuchMethodError("'void nn.api.Rows.a()'"), parts));
  }

  @Test
  void aMissingClassIsTold() {
    assertEquals(
        "The program is incomplete: it needs com.google.common.primitives.Ints, which is not there. Put its JAR back, or build or download the program again.",
        Installation.explain(new NoClassDefFoundError("com/google/common/primitives/Ints")));
  }

  @Test
  void classesWithoutAVersionFitAnyJar() {
    List<Installation.Part> parts =
        List.of(
            new Installation.Part("nn-api", "1.1", "/x/nn-api.jar"),
            new Installation.Part("nn-demo", "", "/x/classes/"));
    assertEquals(
        "The program is damaged (NoSuchMethodError: y). Please build or download the program again.",
        Installation.explain(new NoSuchMethodError("y"), parts));
  }

  @Test
  void anyOtherMisfitOfOneVersionIsDamage() {
    assertEquals(
        "The program is damaged (NoSuchFieldError: x). Please build or download the program again.",
        Installation.explain(new NoSuchFieldError("x")));
  }

  private Optional<String> gap(String classPath, String... libraries) throws IOException {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    for (String library : libraries) {
      Files.createFile(lib.resolve(library + ".jar"));
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    Path jar = folder.resolve("nn.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return Installation.gap(jar);
  }
}
