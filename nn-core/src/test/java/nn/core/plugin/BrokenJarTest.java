package nn.core.plugin;

import static nn.core.plugin.PluginJars.activation;
import static nn.core.plugin.PluginJars.swish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nn.api.ElementwiseActivation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenJarTest {
  @TempDir Path work;
  private Path dir;
  private Plugins plugins = Plugins.of();

  @BeforeEach
  void makeFolder() throws IOException {
    dir = Files.createDirectory(work.resolve("plugins"));
  }

  @AfterEach
  void closeLoaders() {
    plugins.close();
  }

  private PluginJars jar(String... sources) throws IOException {
    return PluginJars.in(work).compile(sources);
  }

  private void discover() {
    plugins.close();
    plugins = Plugins.discover(dir);
  }

  /** The one problem of a folder that holds this JAR alone. */
  private String problemOf(PluginJars jar) throws IOException {
    jar.write(dir.resolve("x.jar"));
    discover();
    assertEquals(1, plugins.problems().size(), () -> plugins.problems().toString());
    return plugins.problems().get(0).text();
  }

  private double value(String text, double x) {
    return ((ElementwiseActivation) plugins.activation(text)).value(x);
  }

  @Test
  void aJarWithoutAServicesEntryIsToldWhichLineItLacks() throws IOException {
    assertEquals(
        "x.jar declares no plugin. com.a.Swish could be one: add a file"
            + " META-INF/services/nn.api.Activation containing the line com.a.Swish.",
        problemOf(jar(swish("1"))));
  }

  @Test
  void aModuleDescriptorDoesNotReplaceTheServicesEntry() throws IOException {
    assertTrue(
        problemOf(jar(swish("1")).entry("module-info.class", new byte[0]))
            .startsWith(
                "x.jar declares no plugin (its module-info counts only on the module path)."
                    + " com.a.Swish could be one"));
  }

  @Test
  void aJarWithoutAnyPluginSaysSo() throws IOException {
    assertEquals(
        "x.jar declares no plugin. If it holds plugins, list their classes in"
            + " META-INF/services/nn.api.Activation or the like; if a plugin needs it, put both JARs"
            + " into one sub-folder of the plugin folder.",
        problemOf(jar("package com.b; public class Thing {}")));
  }

  @Test
  void aDeclaredClassThatIsNotThereGetsASuggestion() throws IOException {
    assertEquals(
        "x.jar: com.a.Swich is declared in META-INF/services but is not in the JAR. Similar:"
            + " com.a.Swish.",
        problemOf(jar(swish("1")).activations("com.a.Swich")));
    assertEquals(
        "x.jar: java.lang.String is declared in META-INF/services but is not in the JAR. Correct"
            + " the line, or add the class.",
        problemOf(jar(swish("1")).activations("java.lang.String")));
  }

  @Test
  void aBadLineDoesNotHideTheGoodOnes() throws IOException {
    assertEquals(
        "x.jar: META-INF/services/nn.api.Activation, line 2 is not a class name. Write one full"
            + " class name a line, for example com.example.Swish.",
        problemOf(
            jar(swish("1")).activations("# ours", "public record Swish", "com.a.Swish # good")));
    assertEquals(3, value("swish", 3));
  }

  @Test
  void aClassOfAnotherKindIsToldItsFile() throws IOException {
    PluginJars jar =
        jar(swish("1"))
            .entry("META-INF/services/nn.api.Loss", "com.a.Swish".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "x.jar: com.a.Swish is declared as a loss but does not implement Loss. It is an activation:"
            + " use META-INF/services/nn.api.Activation.",
        problemOf(jar));
  }

  @Test
  void aClassThatIsNoPluginIsTurnedAway() throws IOException {
    assertEquals(
        "x.jar: com.b.Thing is declared as an activation but does not implement Activation. Remove"
            + " it from META-INF/services/nn.api.Activation.",
        problemOf(jar("package com.b; public class Thing {}").activations("com.b.Thing")));
  }

  @Test
  void aMissingDependencyIsNamed() throws IOException {
    PluginJars jar =
        jar(
            "package com.b; public interface Util {}",
            swish("1").replace("implements", "implements com.b.Util,"));
    assertEquals(
        "x.jar: com.a.Swish needs com.b.Util, which is neither in the JAR nor part of the plugin"
            + " API. Plugins see only nn.api and the JDK. Put both JARs into one sub-folder of the"
            + " plugin folder.",
        problemOf(jar.activations("com.a.Swish").without("com/b/Util.class")));
  }

  @Test
  void aClassOfTheEngineIsOutOfReach() throws IOException {
    PluginJars jar =
        jar(
            "package nn.core.plugin; public interface Secret {}",
            swish("1").replace("implements", "implements nn.core.plugin.Secret,"));
    assertEquals(
        "x.jar: com.a.Swish needs nn.core.plugin.Secret, which is neither in the JAR nor part of"
            + " the plugin API. Plugins see only nn.api and the JDK.",
        problemOf(jar.activations("com.a.Swish").without("nn/core/plugin/Secret.class")));
  }

  @Test
  void aClassForANewerJavaIsToldSo() throws IOException {
    PluginJars jar = jar(swish("1")).activations("com.a.Swish");
    jar.content("com/a/Swish.class")[7] = 99;
    assertEquals(
        "x.jar: com.a.Swish needs Java 55, this is Java %d. Compile it with --release 17 or run a"
                .formatted(Runtime.version().feature())
            + " newer Java.",
        problemOf(jar));
  }

  @Test
  void aDamagedClassFileIsToldSo() throws IOException {
    PluginJars jar = jar(swish("1")).activations("com.a.Swish");
    byte[] whole = jar.content("com/a/Swish.class");
    jar.entry("com/a/Swish.class", java.util.Arrays.copyOf(whole, whole.length / 2));
    assertTrue(
        problemOf(jar)
            .matches("x.jar: com.a.Swish is damaged \\(.*\\). Build or download the JAR again."),
        () -> plugins.problems().toString());
  }

  @Test
  void damagedAnnotationsHideNoOtherPlugin() throws IOException {
    jar(swish("3")).activations("com.a.Swish").write(dir.resolve("good.jar"));
    PluginJars jar = jar(activation("@nn.api.Named(\"odd\") public record Odd()", ""));
    // One annotation is there; nine are said to be.
    byte[] type = jar.activations("com.a.Odd").content("com/a/Odd.class");
    type[annotations(type) + 1] = 9;
    assertEquals(
        "x.jar: com.a.Odd is damaged (Unexpected end of annotations). Build or download the JAR"
            + " again.",
        problemOf(jar));
    assertEquals(3, value("swish", 1));
  }

  /** Where the count of the annotations stands: before the one that names "odd", in two bytes. */
  private static int annotations(byte[] type) {
    for (int at = 0; ; at++) {
      // Count 1, type, one element, its name, which is text.
      if (type[at] == 0 && type[at + 1] == 1 && type[at + 5] == 1 && type[at + 8] == 's') {
        return at;
      }
    }
  }

  @Test
  void ofADumpOfAClassTheFirstLineIsTold() throws IOException {
    PluginJars jar = jar(swish("1")).activations("com.a.Swish");
    byte[] type = jar.content("com/a/Swish.class");
    // "this.beta" is aload_0, getfield; with dload_0 it does not verify.
    int at = Bytes.indexOf(type, new byte[] {0x2a, (byte) 0xb4});
    type[at] = 0x26;
    jar.write(dir.resolve("x.jar"));
    discover();
    String text = plugins.problems().get(0).text();
    assertTrue(text.matches("x.jar: com.a.Swish is damaged \\([^\\n]+\\). Build .*"), text);
  }

  @Test
  void aControlCharacterIsNoPartOfAName() throws IOException {
    assertEquals(
        "x.jar: META-INF/services/nn.api.Activation, line 1 is not a class name. Write one full"
            + " class name a line, for example com.example.Swish.",
        problemOf(jar(swish("1")).activations("a\u001bc", "com.a.Swish")));
  }

  @Test
  void aClassUnderAnotherNameIsToldSo() throws IOException {
    PluginJars jar = jar(swish("1")).activations("com.a.Other");
    jar.entry("com/a/Other.class", jar.content("com/a/Swish.class"));
    assertTrue(
        problemOf(jar).startsWith("x.jar: com.a.Other holds another class than its path says"),
        () -> plugins.problems().toString());
  }

  @Test
  void theTopInterfaceCannotBeImplementedDirectly() throws IOException {
    // javac refuses what the JVM is to refuse here: compile against an open twin of Activation.
    PluginJars jar =
        PluginJars.in(work)
            .compile(
                "package nn.api; public interface Activation {}",
                "package com.a; public record Odd() implements nn.api.Activation {}")
            .without("nn/api/Activation.class")
            .activations("com.a.Odd");
    assertEquals(
        "x.jar: com.a.Odd implements Activation itself. Implement one of BatchActivation,"
            + " ElementwiseActivation, ParametricActivation, RowActivation.",
        problemOf(jar));
  }

  @Test
  void aBrokenPluginIsMentionedWhenItIsAskedFor() throws IOException {
    problemOf(jar(activation("record Swish()", "")).activations("com.a.Swish"));
    PluginException e = assertThrows(PluginException.class, () -> plugins.activation("swish"));
    assertEquals(
        "No activation is called 'swish'. One was found that cannot be used: x.jar: com.a.Swish"
            + " must be declared public. Write public record Swish.",
        e.getMessage());
  }
}
