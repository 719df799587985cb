package nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public surface of nn-api as text, so that a change is seen in review: {@code api.txt}. In
 * nn-api every added method has a default body; a removed or changed one breaks strangers' JARs.
 *
 * <p>After a change on purpose: {@code mvn -pl nn-api test -Dtest=ApiSurfaceTest -Dnn.api.write}
 */
class ApiSurfaceTest {
  private static final Path RECORD = Path.of("api.txt");

  @Test
  void theSurfaceIsTheRecordedOne() throws IOException, ClassNotFoundException {
    String surface = surface();
    if (System.getProperty("nn.api.write") != null) {
      Files.writeString(RECORD, surface);
    }
    assertEquals(
        Files.readString(RECORD),
        surface,
        "The public surface of nn-api changed. If that is on purpose, write api.txt anew with"
            + " -Dnn.api.write and say in the changelog what authors of plugins must do.");
  }

  @Test
  void theScanSeesTheWholePackage() throws IOException, ClassNotFoundException {
    String surface = surface();
    assertTrue(surface.contains("interface nn.api.ElementwiseActivation"), surface);
    assertTrue(surface.lines().count() > 100, surface);
  }

  private static String surface() throws IOException, ClassNotFoundException {
    Path classes = Path.of("target", "classes");
    List<String> names;
    try (Stream<Path> files = Files.walk(classes)) {
      names =
          files
              .map(file -> classes.relativize(file).toString().replace('\\', '/'))
              .filter(name -> name.startsWith("nn/api/") && name.endsWith(".class"))
              .filter(name -> !name.endsWith("package-info.class"))
              .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
              .sorted()
              .toList();
    }
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      Class<?> type = Class.forName(name);
      if (Modifier.isPublic(type.getModifiers())) {
        text.append(describe(type));
      }
    }
    return text.toString();
  }

  private static String describe(Class<?> type) {
    List<String> members = new ArrayList<>();
    for (Constructor<?> c : type.getDeclaredConstructors()) {
      add(members, c, c.getModifiers(), c.toGenericString());
    }
    for (Method m : type.getDeclaredMethods()) {
      if (!m.isSynthetic()) {
        add(members, m, m.getModifiers(), m.toGenericString());
      }
    }
    for (Field f : type.getDeclaredFields()) {
      add(members, f, f.getModifiers(), f.toGenericString());
    }
    String permits =
        type.isSealed()
            ? Arrays.stream(type.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", " permits ", ""))
            : "";
    return type.toGenericString().replaceAll(" (non-)?sealed", "")
        + permits
        + members.stream().sorted().collect(Collectors.joining("\n  ", "\n  ", "\n\n"));
  }

  private static void add(
      List<String> members, AccessibleObject member, int modifiers, String text) {
    boolean seen = Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    if (seen && !member.isAnnotationPresent(Deprecated.class)) {
      members.add(text.replace("java.lang.", "").replaceAll("\\bnn\\.api\\.", ""));
    }
  }
}
