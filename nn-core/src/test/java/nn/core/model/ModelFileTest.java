package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.api.Rows;
import nn.core.data.Feature.Categorical;
import nn.core.data.Feature.Numeric;
import nn.core.data.Feature.Pixels;
import nn.core.data.LeftOut;
import nn.core.data.Preparation;
import nn.core.data.Table;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.network.Network;
import nn.core.plugin.PluginException;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMse;
import nn.core.sample.SamplePrelu;
import nn.core.sample.SampleSoftmax;
import nn.core.sample.SampleTanh;
import nn.core.train.Checkpoint;
import nn.core.train.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
  private static final Plugins PLUGINS = Plugins.discover();
  private static final ImmutableMap<String, String> PROVENANCE =
      ImmutableMap.of("seed", "7", "data", "houses, \"north\".csv", "optimizer", "adam");

  @TempDir Path folder;

  @Test
  void aModelComesBackWithEveryBit() {
    Model model = model();
    ModelFile.write(file(), model, PLUGINS);
    ModelFile.Content content = ModelFile.read(file(), PLUGINS);
    Model read = content.model();
    assertArrayEquals(model.network().parameters(), read.network().parameters());
    assertArrayEquals(model.network().statistics(), read.network().statistics());
    assertEquals(model.network().layers(), read.network().layers());
    assertEquals(model.weightsHash(), read.weightsHash());
    float[] row = {0.5f, -1, 2, 0.25f, -0.125f, 3, 0};
    assertArrayEquals(model.network().predict(row), read.network().predict(row));
    assertEquals(model.preparation(), read.preparation());
    assertEquals(new SampleCrossEntropy(), read.loss());
    assertEquals(Optional.empty(), content.checkpoint());
  }

  @Test
  void aNetworkTrainedOnArraysIsSavedWithoutAPreparation() {
    Network network = Network.builder(PLUGINS, 2).layers("1").build(3);
    Preparation none = Preparation.none(2, new NumberTarget("y", 0, 1));
    ModelFile.write(file(), new Model(network, none, new SampleMse(), ImmutableMap.of()), PLUGINS);
    Model read = ModelFile.read(file(), PLUGINS).model();
    float[] row = read.preparation().applyFeatures(Table.of("x2", 5).with("x1", -3)).data();
    assertArrayEquals(new float[] {-3, 5}, row);
    assertEquals(
        network.predict(row)[0], read.number(new Rows(read.network().predict(row), 0, 1, 1), 0));
  }

  @Test
  void provenanceComesBackInOrder() {
    ModelFile.write(file(), model(), PLUGINS);
    Map<String, String> read = ModelFile.read(file(), PLUGINS).model().provenance();
    assertEquals(PROVENANCE, read);
    assertEquals(List.copyOf(PROVENANCE.keySet()), List.copyOf(read.keySet()));
  }

  @Test
  void otherToolsFindOneTensorABlock() {
    ModelFile.write(file(), model(), PLUGINS);
    Safetensors saved = Safetensors.read(file());
    assertEquals(
        List.of(
            "0.weights",
            "0.bias",
            "0.activation",
            "1.scale",
            "1.shift",
            "3.weights",
            "3.bias",
            "statistics"),
        List.copyOf(saved.tensors().keySet()));
    assertEquals(ImmutableIntArray.of(7, 5), saved.tensor("0.weights").shape());
    assertEquals(ImmutableIntArray.of(5), saved.tensor("0.bias").shape());
    assertEquals("7", saved.metadata().get("nn.inputs"));
    assertEquals(
        "5 prelu(start=0.5, shared=false), batch-norm, dropout(0.2), 3 softmax",
        saved.metadata().get("nn.layers"));
  }

  @Test
  void activationsAndLossAreListedOnceWithTheirOrigin() throws IOException {
    Network network =
        Network.builder(PLUGINS, 7).layers("2 tanh, 2 tanh, batch-norm, 3 softmax").build(1);
    ModelFile.write(file(), model(network), PLUGINS);
    JsonNode used =
        new JsonMapper().readTree(Safetensors.read(file()).metadata().get("nn.plugins"));
    assertEquals(3, used.size());
    assertEquals("activation", used.get(0).get("kind").asText());
    assertEquals("tanh", used.get(0).get("name").asText());
    assertEquals(SampleTanh.class.getName(), used.get(0).get("class").asText());
    String file = PLUGINS.info(new SampleTanh()).origin().file();
    assertEquals(file, used.get(0).get("file").asText());
    assertEquals("softmax", used.get(1).get("name").asText());
    assertEquals("loss", used.get(2).get("kind").asText());
    assertEquals("cross-entropy", used.get(2).get("name").asText());
  }

  @Test
  void aCheckpointComesBackWhole() {
    Model model = model();
    Checkpoint checkpoint = checkpoint(model.network());
    ModelFile.write(file(), model, PLUGINS, checkpoint);
    ModelFile.Content content = ModelFile.read(file(), PLUGINS);
    Checkpoint read = content.checkpoint().orElseThrow();
    assertEquals(12, read.epoch());
    assertEquals(1L << 40, read.step());
    assertEquals(9, read.bestEpoch());
    assertEquals(0.1 + 0.2, read.bestLoss());
    assertArrayEquals(checkpoint.now().parameters(), read.now().parameters());
    assertArrayEquals(checkpoint.now().statistics(), read.now().statistics());
    assertArrayEquals(checkpoint.best().parameters(), read.best().parameters());
    assertArrayEquals(checkpoint.best().statistics(), read.best().statistics());
    assertEquals(3, read.optimizer().size());
    assertArrayEquals(new float[] {1, 2}, read.optimizer().get(0));
    assertArrayEquals(new float[0], read.optimizer().get(1));
    assertArrayEquals(new float[] {-3}, read.optimizer().get(2));
  }

  @Test
  void aCheckpointIsAModelOfTheBestWeights() {
    Model model = model();
    Checkpoint checkpoint = checkpoint(model.network());
    float[] before = model.network().parameters().clone();
    ModelFile.write(file(), model, PLUGINS, checkpoint);
    Network read = ModelFile.read(file(), PLUGINS).model().network();
    assertArrayEquals(checkpoint.best().parameters(), read.parameters());
    assertArrayEquals(checkpoint.best().statistics(), read.statistics());
    assertArrayEquals(before, model.network().parameters());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aCheckpointWithoutABestLossComesBack(double bestLoss) {
    Model model = model();
    Checkpoint c = checkpoint(model.network());
    Checkpoint none = new Checkpoint(1, 1, c.now(), c.best(), bestLoss, 0, c.optimizer());
    ModelFile.write(file(), model, PLUGINS, none);
    assertEquals(bestLoss, ModelFile.read(file(), PLUGINS).checkpoint().orElseThrow().bestLoss());
  }

  @Test
  void aFileOfAnotherProgramIsNamed() {
    new Safetensors(ImmutableMap.of(), ImmutableMap.of()).write(file());
    assertRefused(
        " is a safetensors file, but not a model of this program. Name a file that nn train --save wrote.");
  }

  @Test
  void anotherFormatIsNamed() {
    rewrite("nn.format", "2");
    assertRefused(
        " has model format 2; this program reads format 1. Use a matching version of nn.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nn.inputs", "nn.layers", "nn.loss", "nn.preparation"})
  void missingMetadataIsNamed(String key) {
    rewrite(key, null);
    assertRefused(" is no complete model: its metadata has no " + key + ". Save the model again.");
  }

  @Test
  void aTensorOfAnotherSizeIsNamed() {
    ModelFile.write(file(), model(), PLUGINS);
    Safetensors saved = Safetensors.read(file());
    Map<String, Tensor> tensors = new LinkedHashMap<>(saved.tensors());
    tensors.put("3.bias", Tensor.of(new float[4], 4));
    new Safetensors(saved.metadata(), ImmutableMap.copyOf(tensors)).write(file());
    assertRefused(
        " is no complete model: tensor 3.bias has 4 numbers, its network needs 3. Save the model again.");
  }

  @Test
  void statisticsOfAnotherSizeAreNamed() {
    ModelFile.write(file(), model(), PLUGINS);
    Safetensors saved = Safetensors.read(file());
    Map<String, Tensor> tensors = new LinkedHashMap<>(saved.tensors());
    tensors.put("statistics", Tensor.of(new float[2], 2));
    new Safetensors(saved.metadata(), ImmutableMap.copyOf(tensors)).write(file());
    assertRefused(
        " is no complete model: tensor statistics has 2 numbers, its network needs 10. Save the model again.");
  }

  @Test
  void aMissingTensorIsNamed() {
    ModelFile.write(file(), model(), PLUGINS);
    Safetensors saved = Safetensors.read(file());
    new Safetensors(saved.metadata(), ImmutableMap.of("0.weights", saved.tensor("0.weights")))
        .write(file());
    Exception e = assertThrows(ModelFileException.class, () -> ModelFile.read(file(), PLUGINS));
    assertEquals(
        "The model file has no tensor '0.bias', only ['0.weights' (F32)]. It was written by another program or version; save the model again.",
        e.getMessage());
  }

  @Test
  void wrongCountersAreRefused() {
    Model model = model();
    ModelFile.write(file(), model, PLUGINS, checkpoint(model.network()));
    Safetensors saved = Safetensors.read(file());
    Map<String, Tensor> tensors = new LinkedHashMap<>(saved.tensors());
    tensors.put("checkpoint.counters", Tensor.of(new double[] {1, 2}, 2));
    new Safetensors(saved.metadata(), ImmutableMap.copyOf(tensors)).write(file());
    assertRefused(" does not fit together: its counters are [1.0, 2.0]. Save the model again.");
  }

  @Test
  void layersThatCannotBeAreQuoted() {
    rewrite("nn.layers", "5 prelu, dropout(2), 3 softmax");
    assertRefused(
        " does not fit together: Layer 2: the dropout rate must be at least 0 and below 1, got 2.0. Save the model again.");
  }

  @Test
  void aPreparationThatIsNoJsonIsNamed() {
    rewrite("nn.preparation", "{");
    assertRefused(" does not fit together: its preparation is not JSON. Save the model again.");
  }

  @Test
  void aMissingPluginIsNamedWithItsJar() {
    rewrite(
        Map.of(
            "nn.layers",
            "5 shiny(glow=2.0), 3 softmax",
            "nn.plugins",
            "[{\"kind\":\"activation\",\"name\":\"softmax\"},{\"kind\":\"activation\",\"name\":\"shiny\",\"class\":\"org.example.Shiny\",\"file\":\"shiny-1.2.jar\",\"version\":\"1.2\",\"sha256\":\"a1b2\"}]"));
    assertRefused(
        " uses the activation shiny (org.example.Shiny 1.2 from shiny-1.2.jar, SHA-256 a1b2), which was not found: none of the 7 activations here has a name like it, and no plugin JAR was read. Start with --plugins and the folder that holds it.");
  }

  @Test
  void aMissingPluginWithoutAVersionIsNamedToo() {
    rewrite(
        Map.of(
            "nn.layers",
            "5 shiny, 3 softmax",
            "nn.plugins",
            "[{\"kind\":\"activation\",\"name\":\"shiny\",\"class\":\"org.example.Shiny\",\"file\":\"shiny.jar\",\"version\":null}]"));
    assertRefused(
        " uses the activation shiny (org.example.Shiny from shiny.jar), which was not found: none of the 7 activations here has a name like it, and no plugin JAR was read. Start with --plugins and the folder that holds it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "no json", "7"})
  void aMissingPluginThatIsNotListedIsNamedByTheLayer(String list) {
    rewrite(Map.of("nn.layers", "5 prelu, 3 shiny", "nn.plugins", list));
    Exception e = assertThrows(ModelFileException.class, () -> ModelFile.read(file(), PLUGINS));
    String message = String.valueOf(e.getMessage());
    String expected = file() + " cannot be rebuilt: Layer 2: No activation is called 'shiny'.";
    assertTrue(message.startsWith(expected), message);
  }

  @Test
  void aMissingLossIsNamedWithItsJarToo() {
    rewrite(
        Map.of(
            "nn.loss",
            "sample-mee",
            "nn.plugins",
            "[{\"kind\":\"loss\",\"name\":\"cross-entropi\",\"class\":\"org.example.Mee\",\"file\":\"mee.jar\"}]"));
    assertRefused(
        " uses the loss cross-entropi (org.example.Mee from mee.jar), which was not found: of the 2 losses here cross-entropy is nearest, and no plugin JAR was read. Start with --plugins and the folder that holds it.");
  }

  @Test
  void aPreparationForAnotherNetworkIsRefused() {
    ModelFile.write(file(), model(), PLUGINS);
    String json = Safetensors.read(file()).metadata().get("nn.preparation");
    rewrite("nn.preparation", json.replace("\"count\":1", "\"count\":2"));
    assertRefused(
        " does not fit together: its preparation makes rows of 8 numbers, its network takes 7. Save the model again.");
  }

  @Test
  void aModelWithoutTheListIsStillRead() {
    rewrite("nn.plugins", null);
    assertEquals(
        new SampleSoftmax(),
        ModelFile.read(file(), PLUGINS).model().network().outputActivation().orElseThrow());
  }

  @Test
  void anExistingFileSurvivesASaveThatFails() throws IOException {
    ModelFile.write(file(), model(), PLUGINS);
    byte[] before = Files.readAllBytes(file());
    Network unspeakable =
        Network.builder(PLUGINS, 7).dense(3, new SamplePrelu(Double.NaN, false)).build(1);
    assertThrows(PluginException.class, () -> ModelFile.write(file(), model(unspeakable), PLUGINS));
    assertArrayEquals(before, Files.readAllBytes(file()));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("models").resolve("m.nn");
    Exception e =
        assertThrows(ModelFileException.class, () -> ModelFile.write(file, model(), PLUGINS));
    assertEquals(
        "Cannot save %s: the folder %s does not exist. Create it, or save to a folder that exists."
            .formatted(file, file.getParent()),
        e.getMessage());
  }

  @Test
  void savingTwiceGivesTheSameBytes() throws IOException {
    ModelFile.write(file(), model(), PLUGINS);
    byte[] before = Files.readAllBytes(file());
    ModelFile.write(file(), ModelFile.read(file(), PLUGINS).model(), PLUGINS);
    assertArrayEquals(before, Files.readAllBytes(file()));
  }

  private Path file() {
    return folder.resolve("model.nn");
  }

  private void rewrite(String key, String value) {
    Map<String, String> change = new LinkedHashMap<>();
    change.put(key, value);
    rewrite(change);
  }

  /** Saves a model whose metadata differs; null leaves an entry out. */
  private void rewrite(Map<String, String> changes) {
    ModelFile.write(file(), model(), PLUGINS);
    Safetensors saved = Safetensors.read(file());
    Map<String, String> metadata = new LinkedHashMap<>(saved.metadata());
    changes.forEach(
        (key, value) -> {
          metadata.remove(key);
          if (value != null) {
            metadata.put(key, value);
          }
        });
    new Safetensors(ImmutableMap.copyOf(metadata), saved.tensors()).write(file());
  }

  private void assertRefused(String message) {
    Exception e = assertThrows(ModelFileException.class, () -> ModelFile.read(file(), PLUGINS));
    assertEquals(file() + message, e.getMessage());
  }

  private static Model model() {
    Network network =
        Network.builder(PLUGINS, 7)
            .dense(5, new SamplePrelu(0.5, false))
            .batchNorm()
            .dropout(0.2)
            .dense(3, "softmax")
            .build(11);
    SplitMix64 random = new SplitMix64(5);
    for (int i = 0; i < network.statistics().length; i++) {
      network.statistics()[i] = random.nextFloat() + 0.1f;
    }
    return model(network);
  }

  private static Model model(Network network) {
    Preparation preparation =
        new Preparation(
            List.of(
                new Numeric("area", 0.1 + 0.2, Math.nextUp(1e-300), true),
                new Numeric("r\u00fcckw\u00e4rts \"quoted\"", -1.0 / 3, 1e300, false),
                new Categorical("place", List.of("", "hill, top"), true),
                new Pixels(1, 255)),
            List.of(new LeftOut("id", "counts up by one")),
            new ClassTarget("kind", List.of("a", "b", "c")));
    return new Model(network, preparation, new SampleCrossEntropy(), PROVENANCE);
  }

  private static Checkpoint checkpoint(Network network) {
    Weights now = Weights.of(network);
    now.parameters()[3] = 77;
    now.statistics()[1] = -7;
    Weights best = Weights.of(network);
    best.parameters()[0] = -0f;
    best.parameters()[1] = Float.MIN_VALUE;
    best.statistics()[0] = 4;
    return new Checkpoint(
        12,
        1L << 40,
        now,
        best,
        0.1 + 0.2,
        9,
        ImmutableList.of(new float[] {1, 2}, new float[0], new float[] {-3}));
  }
}
