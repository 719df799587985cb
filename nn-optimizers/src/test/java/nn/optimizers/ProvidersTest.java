package nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.api.Named;
import org.junit.jupiter.api.Test;

/** What this module promises to ServiceLoader, on either path. */
class ProvidersTest {
  private static Path classes() throws Exception {
    return Path.of(Sgd.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static ModuleDescriptor descriptor() throws Exception {
    try (InputStream in = Files.newInputStream(classes().resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    }
  }

  @Test
  void theServicesFilesSayWhatTheModuleSays() throws Exception {
    assertFalse(descriptor().provides().isEmpty());
    for (ModuleDescriptor.Provides provides : descriptor().provides()) {
      Path file = classes().resolve("META-INF/services").resolve(provides.service());
      assertEquals(provides.providers(), Files.readAllLines(file), provides.service());
    }
    try (var files = Files.list(classes().resolve("META-INF/services"))) {
      assertEquals(descriptor().provides().size(), files.count());
    }
  }

  @Test
  void everyProviderIsAPublicRecordThatIsMadeWithoutArguments() throws Exception {
    for (ModuleDescriptor.Provides provides : descriptor().provides()) {
      for (String name : provides.providers()) {
        Class<?> type = Class.forName(name);
        assertTrue(type.isRecord() && Modifier.isPublic(type.getModifiers()), name);
        assertEquals(type, type.getConstructor().newInstance().getClass());
        assertFalse(type.getAnnotation(Named.class).summary().isEmpty(), name);
        assertFalse(type.getAnnotation(Named.class).formula().isEmpty(), name);
        assertFalse(type.getAnnotation(Named.class).source().isEmpty(), name);
      }
    }
  }

  @Test
  void theModuleNeedsTheApiAlone() throws Exception {
    List<String> needed =
        descriptor().requires().stream()
            .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name)
            .filter(name -> !name.equals("java.base"))
            .toList();
    assertEquals(List.of("nn.api"), needed);
  }
}
