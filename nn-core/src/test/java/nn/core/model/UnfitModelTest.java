package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nn.core.data.Feature.Numeric;
import nn.core.data.Preparation;
import nn.core.data.Target.ClassTarget;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleCrossEntropy;
import nn.core.train.Checkpoint;
import nn.core.train.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are whole and whose parts do not fit one another. */
class UnfitModelTest {
  private static final Plugins PLUGINS = Plugins.discover();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ["a","b"]         | its network has 3 outputs, cross-entropy with the target "kind" needs 2.
          ["a","b","c","d"] | its network has 3 outputs, cross-entropy with the target "kind" needs 4.
          ["a","b","a"]     | column "kind" needs distinct classes, got [a, b, a].
          """)
  void labelsForAnotherNetworkAreRefused(String labels, String complaint) {
    ModelFile.write(file(), model(), PLUGINS);
    String json = Safetensors.read(file()).metadata().get("nn.preparation");
    rewrite("nn.preparation", json.replace("[\"a\",\"b\",\"c\"]", labels));
    assertRefused(file() + " does not fit together: " + complaint + " Save the model again.");
  }

  @Test
  void aLossForAnotherNetworkIsRefused() {
    rewrite("nn.loss", "mse");
    assertEquals(3, ModelFile.read(file(), PLUGINS).model().network().outputs());
    Network one = Network.builder(PLUGINS, 2).layers("1 sigmoid").build(1);
    Model binary = new Model(one, preparation("no", "yes"), PLUGINS.loss("mse"), ImmutableMap.of());
    ModelFile.write(file(), binary, PLUGINS);
    rewriteSaved("nn.loss", "cross-entropy");
    assertRefused(
        file()
            + " does not fit together: its network has 1 outputs, cross-entropy with the target"
            + " \"kind\" needs 2. Save the model again.");
  }

  @Test
  void layersThatLeaveATensorOverAreRefused() {
    rewrite("nn.layers", "3 tanh");
    assertRefused(
        file()
            + " does not fit together: none of its layers uses its tensor '1.weights'. Save the"
            + " model again.");
  }

  @Test
  void layersForMoreNumbersThanThereAreTakeNoMemory() {
    rewrite("nn.layers", "300000000 tanh, 3 softmax");
    assertRefused(
        file()
            + " is no complete model: tensor 0.weights has 6 numbers, its network needs 600000000."
            + " Save the model again.");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aWeightThatIsNotFiniteIsRefused(float weight) {
    ModelFile.write(file(), model(), PLUGINS);
    damage("1.bias", weight);
    assertRefused(notFinite("Cannot read %s: its tensor '1.bias' holds %s", weight));
  }

  @Test
  void theWeightsOfACheckpointAreFiniteToo() {
    Model model = model();
    ModelFile.write(file(), model, PLUGINS, checkpoint(model));
    damage("checkpoint.parameters", Float.NaN);
    assertRefused(
        notFinite("Cannot read %s: its tensor 'checkpoint.parameters' holds %s", Float.NaN));
  }

  @Test
  void anOptimizerMayRememberInfinity() {
    Model model = model();
    ModelFile.write(file(), model, PLUGINS, checkpoint(model));
    damage("checkpoint.optimizer.0", Float.POSITIVE_INFINITY);
    assertArrayEquals(
        new float[] {Float.POSITIVE_INFINITY, 2},
        ModelFile.read(file(), PLUGINS).checkpoint().orElseThrow().optimizer().get(0));
  }

  @Test
  void whatCouldNotBeReadIsNotSaved() {
    Model model = model();
    model.network().parameters()[0] = Float.NaN;
    Exception e =
        assertThrows(ModelFileException.class, () -> ModelFile.write(file(), model, PLUGINS));
    assertEquals(
        "Cannot save %s: its tensor '0.weights' holds NaN, which is no finite number. Train with a smaller learning rate."
            .formatted(file()),
        e.getMessage());
    assertFalse(Files.exists(file()));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 9, 0",
    "2.5, 9, 0",
    "3e9, 9, 0",
    "3, -5, 0",
    "3, 0.5, 0",
    "3, 1e300, 0",
    "3, 9, -1",
    "3, 9, 1.5",
    "3, 9, 4",
    "NaN, 9, 0",
    "3, NaN, 0",
    "3, 9, NaN"
  })
  void countersThatCountNothingAreRefused(double epoch, double step, double bestEpoch) {
    Model model = model();
    ModelFile.write(file(), model, PLUGINS, checkpoint(model));
    double[] counters = {epoch, step, 0.5, bestEpoch};
    replace("checkpoint.counters", Tensor.of(counters, 4));
    assertRefused(
        "%s does not fit together: its counters are [%s, %s, 0.5, %s]. Save the model again."
            .formatted(file(), epoch, step, bestEpoch));
  }

  @Test
  void theBestEpochMayBeTheLast() {
    Model model = model();
    ModelFile.write(file(), model, PLUGINS, checkpoint(model));
    replace("checkpoint.counters", Tensor.of(new double[] {3, 9, 0.5, 3}, 4));
    assertEquals(3, ModelFile.read(file(), PLUGINS).checkpoint().orElseThrow().bestEpoch());
  }

  private Path file() {
    return folder.resolve("model.nn");
  }

  private String notFinite(String what, float number) {
    return what.formatted(file(), number)
        + ", which is no finite number. Copy the file again, or train the model again.";
  }

  private void assertRefused(String message) {
    Exception e = assertThrows(ModelFileException.class, () -> ModelFile.read(file(), PLUGINS));
    assertEquals(message, e.getMessage());
  }

  private void rewrite(String key, String value) {
    ModelFile.write(file(), model(), PLUGINS);
    rewriteSaved(key, value);
  }

  private void rewriteSaved(String key, String value) {
    Safetensors saved = Safetensors.read(file());
    Map<String, String> metadata = new LinkedHashMap<>(saved.metadata());
    metadata.put(key, value);
    new Safetensors(ImmutableMap.copyOf(metadata), saved.tensors()).write(file());
  }

  /** Another first number of a tensor. */
  private void damage(String name, float number) {
    Safetensors saved = Safetensors.read(file());
    saved.floats(name)[0] = number;
    saved.write(file());
  }

  private void replace(String name, Tensor tensor) {
    Safetensors saved = Safetensors.read(file());
    Map<String, Tensor> tensors = new LinkedHashMap<>(saved.tensors());
    tensors.put(name, tensor);
    new Safetensors(saved.metadata(), ImmutableMap.copyOf(tensors)).write(file());
  }

  private static Model model() {
    Network network = Network.builder(PLUGINS, 2).layers("3 tanh, 3 softmax").build(11);
    return new Model(
        network, preparation("a", "b", "c"), new SampleCrossEntropy(), ImmutableMap.of());
  }

  private static Preparation preparation(String... labels) {
    return new Preparation(
        List.of(new Numeric("x1", 0, 1, false), new Numeric("x2", 0, 1, false)),
        List.of(),
        new ClassTarget("kind", List.of(labels)));
  }

  private static Checkpoint checkpoint(Model model) {
    Weights weights = Weights.of(model.network());
    return new Checkpoint(3, 9, weights, weights, 0.5, 2, ImmutableList.of(new float[] {1, 2}));
  }
}
