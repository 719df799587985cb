package nn.it;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JARs as they are handed out. */
class PackagedJarsTest {
  private static final String SERVICES = "META-INF/services/";

  private static List<Path> ownLibraries() throws IOException {
    return Program.packaged().libraries().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("nn-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("ownLibraries")
  void theServicesFilesNameWhatTheModuleProvides(Path jar) throws Exception {
    ModuleReference module = ModuleFinder.of(jar).findAll().iterator().next();
    assertTrue(!module.descriptor().isAutomatic(), "it has no module descriptor");
    Map<String, List<String>> provided =
        module.descriptor().provides().stream()
            .collect(
                toMap(ModuleDescriptor.Provides::service, ModuleDescriptor.Provides::providers));
    assertEquals(new TreeMap<>(provided), services(jar));
  }

  @Test
  void everyPluginModuleProvidesSomething() throws Exception {
    for (String module : List.of("nn-core", "nn-activations", "nn-losses", "nn-optimizers")) {
      assertTrue(!services(Program.packaged().library(module)).isEmpty(), module);
    }
  }

  @Test
  void theProgramNamesEveryLibraryThatLiesBesideItAndNoOther() throws Exception {
    Program program = Program.packaged();
    try (JarFile jar = new JarFile(program.home().resolve("nn.jar").toFile())) {
      String named = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      List<String> present =
          program.libraries().stream().map(file -> "lib/" + file.getFileName()).toList();
      assertEquals(present, Stream.of(named.split(" ", -1)).sorted().toList());
    }
  }

  private static Map<String, List<String>> services(Path library) throws IOException {
    Map<String, List<String>> services = new TreeMap<>();
    try (JarFile jar = new JarFile(library.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith(SERVICES) && !entry.isDirectory()) {
          services.put(entry.getName().substring(SERVICES.length()), lines(jar, entry));
        }
      }
    }
    return services;
  }

  private static List<String> lines(JarFile jar, JarEntry entry) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
      return new ArrayList<>(in.lines().toList());
    }
  }
}
