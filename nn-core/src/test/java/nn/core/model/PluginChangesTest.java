package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nn.core.data.Feature.Numeric;
import nn.core.data.Preparation;
import nn.core.data.Target.NumberTarget;
import nn.core.network.Network;
import nn.core.plugin.PluginJars;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.core.sample.SampleMse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of a model is told about plugins that are not those it was saved with. */
class PluginChangesTest {
  private static final String BODY =
      "public double value(double x) { return x; } public double derivative(double x) { return 1; }";

  @TempDir Path folder;

  @Test
  void nothingIsToldWhenNothingDiffers() throws IOException {
    Path jar = swish("a.jar", "1.1", "double beta");
    save(jar, "2 swish(beta=2), 1 identity");
    assertEquals(List.of(), told(jar));
    assertEquals(List.of(), told(Files.copy(jar, folder.resolve("renamed.jar"))));
  }

  @Test
  void anotherVersionIsToldWithTheParametersOfTheFile() throws IOException {
    save(swish("a-1.1.jar", "1.1", "double beta"), "2 swish(beta=1.5), 1 identity");
    assertEquals(
        List.of(
            "This model was saved with swish 1.1, this is 1.3; parameters taken from the file: beta=1.5."),
        told(swish("a-1.3.jar", "1.3", "double beta")));
  }

  @Test
  void equalParametersOfManyLayersAreToldOnce() throws IOException {
    save(swish("a-1.1.jar", "1.1", "double beta"), "2 swish, 2 swish, 2 swish(beta=3), 1 identity");
    assertEquals(
        List.of(
            "This model was saved with swish 1.1, this is 1.3; parameters taken from the file: beta=1, beta=3."),
        told(swish("a-1.3.jar", "1.3", "double beta")));
  }

  @Test
  void aParameterThatIsNewIsNotSaidToBeFromTheFile() throws IOException {
    save(swish("a-1.1.jar", "1.1", "double beta"), "2 swish(beta=1.5), 1 identity");
    assertEquals(
        List.of(
            "This model was saved with swish 1.1, this is 1.3; parameters taken from the file: beta=1.5; new, with their defaults: gain=1."),
        told(swish("a-1.3.jar", "1.3", "double beta, double gain")));
  }

  @Test
  void aParameterThatIsGoneIsExplainedByTheVersions() throws IOException {
    save(swish("a-1.1.jar", "1.1", "double beta"), "2 swish(beta=1.5), 1 identity");
    Path jar = swish("a-2.jar", "2", "double gain");
    assertEquals(
        file()
            + " cannot be rebuilt: Layer 1: swish has no parameter 'beta'. Its parameters: gain (default 1). This model was saved with swish 1.1, this is 2.",
        refused(jar));
  }

  @Test
  void withoutVersionsAnotherJarIsTold() throws IOException {
    Path before = swish("a.jar", "", "double beta");
    String then = hash(before);
    save(before, "2 swish, 1 identity");
    Path after = swish("a.jar", "", "double beta", "public String toString() { return \"\"; }");
    assertEquals(
        List.of(
            "This model was saved with swish from another build of its JAR, a.jar with SHA-256 %s..., this is a.jar with SHA-256 %s...; parameters taken from the file: beta=1."
                .formatted(then, hash(after))),
        told(after));
  }

  @Test
  void aJarOfAPluginFolderThatChangedUnderItsVersionIsToldToo() throws IOException {
    save(swish("a.jar", "1.1", "double beta"), "2 swish, 1 identity");
    Path after = swish("a.jar", "1.1", "double beta", "public String toString() { return \"\"; }");
    List<String> told = told(after);
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("swish from another build of its JAR"), told.get(0));
  }

  @Test
  void aRebuildOfTheProgramIsNotTold() throws IOException {
    save(swish("a.jar", "1.1", "double beta"), "2 swish, 1 identity");
    // As if the loss had come from a JAR of the program, of the same version but another build.
    rewrite("\"name\":\"mse\"", "\"sha256\":\"a1b2\",\"name\":\"mse\"");
    assertEquals(List.of(), told(folder.resolve("a.jar")));
  }

  @Test
  void anotherClassOfTheNameIsTold() throws IOException {
    save(swish("a.jar", "1.1", "double beta"), "2 swish(beta=2), 1 identity");
    Path other =
        PluginJars.in(folder)
            .compile(
                "package org.b; public record Swish(double beta) implements nn.api.ElementwiseActivation { public Swish() { this(1); } %s }"
                    .formatted(BODY))
            .activations("org.b.Swish")
            .write(folder.resolve("b.jar"));
    assertEquals(
        List.of(
            "This model was saved with swish com.a.Swish from a.jar, this is org.b.Swish from b.jar; parameters taken from the file: beta=2."),
        told(other));
  }

  @Test
  void pluginsThatChangedAlikeShareASentence() throws IOException {
    save(two("ab-1.jar", "1"), "2 swish(beta=2), 2 bent, 1 identity");
    assertEquals(
        List.of(
            "This model was saved with swish and bent 1, this is 2; parameters taken from the file: swish beta=2."),
        told(two("ab-2.jar", "2")));
  }

  @Test
  void parametersThatDifferUnderOneVersionAreTold() throws IOException {
    Path jar = swish("a.jar", "1.1", "double beta");
    save(jar, "2 swish(beta=2), 1 identity");
    rewrite("[\"beta\"]", "[]");
    assertEquals(
        List.of(
            "This model was saved with swish(), this is swish(beta); new, with their defaults: beta=2."),
        told(jar));
  }

  @Test
  void aPluginWithinAPluginCountsToo() throws IOException {
    Path before = nested("c-1.jar", "1");
    save(before, "2 twice(inner=swish(beta=2)), 1 identity");
    assertEquals(
        List.of(
            "This model was saved with twice and swish 1, this is 2; parameters taken from the file: twice inner=swish(beta=2), swish beta=2."),
        told(nested("c-2.jar", "2")));
  }

  @Test
  void theNearestNamesAndTheJarsAreToldForOneThatIsMissing() throws IOException {
    Path jar = swish("a.jar", "1.1", "double beta");
    save(jar, "2 swish, 1 identity");
    Path other =
        PluginJars.in(folder)
            .compile(
                "package org.b; public record Swush() implements nn.api.ElementwiseActivation { %s }"
                    .formatted(BODY))
            .activations("org.b.Swush")
            .write(folder.resolve("b.jar"));
    String full = Hashing.sha256().hashBytes(Files.readAllBytes(jar)).toString();
    assertEquals(
        file()
            + " uses the activation swish (com.a.Swish 1.1 from a.jar, SHA-256 "
            + full
            + "), which was not found: of the 8 activations here swush is nearest, and the plugin JARs read are b.jar. Start with --plugins and the folder that holds it.",
        refused(other));
  }

  @Test
  void aBrokenPluginIsNotCalledMissing() throws IOException {
    save(swish("a.jar", "1.1", "double beta"), "2 swish, 1 identity");
    Path broken =
        PluginJars.in(folder)
            .compile(
                "package com.a; record Swish() implements nn.api.ElementwiseActivation { %s }"
                    .formatted(BODY))
            .activations("com.a.Swish")
            .write(folder.resolve("b.jar"));
    String message = refused(broken);
    assertTrue(
        message.contains(
            "), which cannot be used here: b.jar: com.a.Swish must be declared public."),
        message);
  }

  private Path two(String name, String version) throws IOException {
    return PluginJars.in(folder)
        .compile(
            source("double beta", ""),
            "package com.a; public record Bent() implements nn.api.ElementwiseActivation { %s }"
                .formatted(BODY))
        .activations("com.a.Swish", "com.a.Bent")
        .version(version)
        .write(folder.resolve(name));
  }

  private Path nested(String name, String version) throws IOException {
    return PluginJars.in(folder)
        .compile(
            source("double beta", ""),
            "package com.a; public record Twice(nn.api.Activation inner) implements nn.api.ElementwiseActivation { public Twice() { this(new Swish()); } %s }"
                .formatted(BODY))
        .activations("com.a.Swish", "com.a.Twice")
        .version(version)
        .write(folder.resolve(name));
  }

  private Path swish(String name, String version, String parameters, String... more)
      throws IOException {
    PluginJars jar =
        PluginJars.in(folder)
            .compile(source(parameters, String.join("", more)))
            .activations("com.a.Swish");
    return (version.isEmpty() ? jar : jar.version(version)).write(folder.resolve(name));
  }

  /** Every parameter is a double whose default is 1. */
  private static String source(String parameters, String more) {
    return """
        package com.a;
        public record Swish(%s) implements nn.api.ElementwiseActivation {
          public Swish() { this(%s); }
          %s
          %s
        }
        """
        .formatted(parameters, parameters.replaceAll("double \\w+", "1.0"), BODY, more);
  }

  private void save(Path jar, String layers) {
    try (Plugins plugins = Plugins.discover(jar)) {
      Network network = Network.builder(plugins, 1).layers(layers).build(1);
      Preparation preparation =
          new Preparation(
              List.of(new Numeric("size", 0, 1, false)), List.of(), new NumberTarget("p", 0, 1));
      ModelFile.write(
          file(), new Model(network, preparation, new SampleMse(), ImmutableMap.of()), plugins);
    }
  }

  private void rewrite(String from, String to) {
    Safetensors saved = Safetensors.read(file());
    Map<String, String> metadata = new LinkedHashMap<>(saved.metadata());
    assertTrue(saved.metadata().get("nn.plugins").contains(from));
    metadata.computeIfPresent("nn.plugins", (key, list) -> list.replace(from, to));
    new Safetensors(ImmutableMap.copyOf(metadata), saved.tensors()).write(file());
  }

  private List<String> told(Path jar) {
    try (Plugins plugins = Plugins.discover(jar)) {
      List<Problem> warnings = ModelFile.read(file(), plugins).warnings();
      assertTrue(warnings.stream().allMatch(w -> w.severity() == Problem.Severity.WARNING));
      return warnings.stream().map(Problem::text).toList();
    }
  }

  private String refused(Path jar) {
    try (Plugins plugins = Plugins.discover(jar)) {
      return assertThrows(ModelFileException.class, () -> ModelFile.read(file(), plugins))
          .getMessage();
    }
  }

  private static String hash(Path jar) throws IOException {
    return Hashing.sha256().hashBytes(Files.readAllBytes(jar)).toString().substring(0, 12);
  }

  private Path file() {
    return folder.resolve("model.nn");
  }
}
