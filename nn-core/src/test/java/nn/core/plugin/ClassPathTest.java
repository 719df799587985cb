package nn.core.plugin;

import static nn.core.plugin.PluginJars.activation;
import static nn.core.plugin.PluginJars.swish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import nn.api.Activation;
import nn.api.KernelsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  @TempDir Path work;

  /** What a class path with these JARs, before the tests' own plugins, gives. */
  private Catalog discover(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, Activation.class.getClassLoader())) {
      Discovery discovery = new Discovery();
      Iterator<ServiceLoader.Provider<Activation>> providers =
          ServiceLoader.load(Activation.class, loader).stream().iterator();
      discovery.found(Kind.ACTIVATION, providers, new ClassPath(loader));
      Catalog catalog = discovery.catalog();
      assertSame(catalog.problems(), catalog.problems()); // looked up while the JARs are open
      return catalog;
    }
  }

  private Path jar(String file, PluginJars jar) throws IOException {
    return jar.write(work.resolve(file));
  }

  private PluginJars compiled(String... sources) throws IOException {
    return PluginJars.in(work).compile(sources).activations("com.a.Swish");
  }

  /** The one problem of a class path with this JAR; the tests' own plugins must still be there. */
  private String problemOf(PluginJars jar) throws IOException {
    Catalog catalog = discover(jar("x.jar", jar));
    assertEquals(1, catalog.problems().size(), () -> catalog.problems().toString());
    assertFalse(catalog.matches(Kind.ACTIVATION, "relu").isEmpty());
    return catalog.problems().get(0).text();
  }

  @Test
  void aJarOnTheClassPathIsFound() throws IOException {
    Catalog catalog = discover(jar("a.jar", compiled(swish("1")).version("3.1")));
    Origin origin = catalog.find("swish").get(0).origin();
    assertEquals(Origin.Source.CLASS_PATH, origin.source());
    assertEquals("a.jar", origin.file());
    assertEquals("3.1", origin.version());
    assertEquals(List.of(), catalog.problems());
  }

  @Test
  void aDeclaredClassThatIsNotThereIsNamedWithItsJar() throws IOException {
    assertEquals(
        "x.jar: com.a.Swich is declared in META-INF/services but is not on the class path. Correct"
            + " the line, or add the class.",
        problemOf(compiled(swish("1")).activations("com.a.Swich")));
  }

  @Test
  void aClassThatIsNotPublicIsNamedWithItsJar() throws IOException {
    assertEquals(
        "x.jar: com.a.Swish must be declared public. Write public record Swish.",
        problemOf(compiled(activation("record Swish()", ""))));
  }

  @Test
  void aMissingDefaultConstructorIsNamedWithItsJar() throws IOException {
    assertTrue(
        problemOf(compiled(activation("public record Swish(double a)", "")))
            .startsWith("x.jar: com.a.Swish needs a public constructor without arguments"));
  }

  @Test
  void aMalformedServicesFileIsNamedWithItsLine() throws IOException {
    assertEquals(
        "x.jar: META-INF/services/nn.api.Activation, line 2 is not a class name. Write one full"
            + " class name a line, for example com.example.Swish.",
        problemOf(compiled(swish("1")).activations("com.a.Swish", "what is this")));
  }

  @Test
  void aMissingDependencyIsNamed() throws IOException {
    PluginJars jar =
        compiled(
                "package com.b; public interface Util {}",
                swish("1").replace("implements", "implements com.b.Util,"))
            .without("com/b/Util.class");
    assertEquals(
        "A declared activation needs com.b.Util, which is not on the class path. Add the JAR that"
            + " holds what is missing, or remove the plugin.",
        problemOf(jar));
  }

  @Test
  void aClassForANewerJavaIsNamedWithItsJar() throws IOException {
    PluginJars jar = compiled(swish("1"));
    jar.content("com/a/Swish.class")[7] = 99;
    assertTrue(problemOf(jar).startsWith("x.jar: com.a.Swish needs Java 55, this is Java "));
  }

  @Test
  void aDamagedClassFileIsNamedIfTheJvmNamesIt() throws IOException {
    PluginJars cut = compiled(swish("1")).entry("com/a/Swish.class", new byte[] {1, 2, 3});
    assertEquals(
        "A declared activation could not be loaded (java.lang.ClassFormatError: Truncated class"
            + " file). Add the JAR that holds what is missing, or remove the plugin.",
        problemOf(cut));
    byte[] strange = {1, 2, 3, 4, 0, 0, 0, 61, 0, 0};
    assertEquals(
        "x.jar: com.a.Swish is damaged (Incompatible magic value 16909060 in class file"
            + " com/a/Swish). Build or download the JAR again.",
        problemOf(compiled(swish("1")).entry("com/a/Swish.class", strange)));
  }

  @Test
  void aClassInTwoJarsIsToldOnce() throws IOException {
    Path first = jar("a-1.0.jar", compiled(swish("1")));
    Path second = jar("a-1.1.jar", compiled(swish("2")));
    Catalog catalog = discover(first, second);
    assertEquals(
        "com.a.Swish is in %s and in %s; Java uses the first only. Remove one."
            .formatted(first, second),
        catalog.problems().get(0).text());
    assertEquals(1, catalog.find("swish").size());
  }

  @Test
  void aWalkGivesUpAfterThreeEqualErrors() {
    Discovery discovery = new Discovery();
    Iterator<ServiceLoader.Provider<?>> endless = failing("always the same");
    discovery.found(Kind.LOSS, endless, new ClassPath(getClass().getClassLoader()));
    List<String> texts = discovery.catalog().problems().stream().map(Problem::text).toList();
    assertEquals(
        List.of(
            "A declared loss could not be loaded (java.util.ServiceConfigurationError: always the"
                + " same). Add the JAR that holds what is missing, or remove the plugin.",
            "Gave up looking for losses after too many errors: always the same. Correct these"
                + " first."),
        texts);
  }

  private static Iterator<ServiceLoader.Provider<?>> failing(String message) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        throw new ServiceConfigurationError(message);
      }

      @Override
      public ServiceLoader.Provider<?> next() {
        throw new IllegalStateException();
      }
    };
  }

  @Test
  void aWalkGivesUpAfterAHundredErrors() {
    List<Integer> seen = new ArrayList<>();
    List<Throwable> errors = new ArrayList<>();
    List<Throwable> last = new ArrayList<>();
    Iterator<Integer> counting =
        new Iterator<>() {
          private int step;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            step++;
            if (step % 2 == 0) {
              throw new NoClassDefFoundError("number " + step);
            }
            return step;
          }
        };
    GuardedWalk.over(counting, seen::add, errors::add, last::add);
    assertEquals(100, seen.size());
    assertEquals(100, errors.size());
    assertEquals("number 200", last.get(0).getMessage());
  }

  @Test
  void aBackEndThatCannotBeLoadedSaysWhyWhenOpened() {
    KernelsProvider.Opening opening = new BrokenKernels(new NoClassDefFoundError("a/B")).open();
    assertTrue(opening.kernels().isEmpty());
    assertEquals(
        "A back end could not be loaded (java.lang.NoClassDefFoundError: a/B); build or download"
            + " its JAR again.",
        opening.detail());
  }

  @Test
  void aServicesFileMayHoldCommentsAndRepeatItself() throws IOException {
    String text = "# all\n\n com.a.B # one\ncom.a.B\r\ncom.a.C$D\n1.2\na..b\n";
    ServicesFile file =
        ServicesFile.read(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("com.a.B", "com.a.C$D"), file.types());
    assertEquals(List.of(6, 7), file.badLines());
  }
}
