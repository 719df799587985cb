package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nn.core.plugin.PluginException;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleIdentity;
import nn.core.sample.SamplePrelu;
import nn.core.sample.SampleRelu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerTextTest {
  private static final Plugins PLUGINS = Plugins.discover();

  @Test
  void textBecomesLayers() {
    List<Layer> layers = layers("64 relu, dropout(0.2), batch-norm, 32, layer-norm");
    assertEquals(5, layers.size());
    Dense first = (Dense) layers.get(0);
    assertEquals(64, first.units());
    assertEquals(new SampleRelu(), first.activation());
    assertEquals(0.2, ((Dropout) layers.get(1)).rate());
    assertInstanceOf(BatchNorm.class, layers.get(2));
    assertEquals(new SampleIdentity(), ((Dense) layers.get(3)).activation());
    assertInstanceOf(LayerNorm.class, layers.get(4));
  }

  @Test
  void commasInsideParenthesesBelongToThePlugin() {
    List<Layer> layers = layers("4 prelu(start=0.5, shared=true), 2 prelu(shared=true)");
    assertEquals(new SamplePrelu(0.5, true), ((Dense) layers.get(0)).activation());
    assertEquals(new SamplePrelu(0.25, true), ((Dense) layers.get(1)).activation());
    assertEquals(2, layers.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  8   RELU ,DropOut( 0.25 )|8 relu, dropout(0.25)",
        "8 relu,Batch-Norm,LAYER-NORM|8 relu, batch-norm, layer-norm",
        "3 linear, dropout (rate = 0.5)|3 identity, dropout(0.5)",
        "4 prelu(shared=true), 2|4 prelu(shared=true), 2 identity"
      })
  void peopleReadTheShortestForm(String text, String expected) {
    assertEquals(expected, LayerText.shortOf(layers(text), PLUGINS));
  }

  @Test
  void filesHaveEveryParameter() {
    assertEquals(
        "4 prelu(start=0.25, shared=true), dropout(0.1), 2 identity",
        LayerText.of(layers("4 prelu(shared=true), dropout(0.1), 2"), PLUGINS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "64 relu, dropout(0.2), batch-norm, 64, layer-norm, 3 softmax",
        "8 glu, 5 prelu(start=-0.125, shared=true), dropout(1.0E-4)",
        "1"
      })
  void bothTextsBuildEqualLayers(String text) {
    List<Layer> layers = layers(text);
    assertEquals(layers, layers(LayerText.of(layers, PLUGINS)));
    assertEquals(layers, layers(LayerText.shortOf(layers, PLUGINS)));
  }

  @Test
  void anEmptyTextAddsNothing() {
    List<Layer> layers =
        Network.builder(PLUGINS, 3).layers("").layers("  ").dense(1, "tanh").build(1).layers();
    assertEquals(1, layers.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relu|Layer 1: 'relu' is not a layer. Write 64 relu (units and activation), dropout(0.2), batch-norm or layer-norm.",
        "8 relu, |Layer 2: '' is not a layer. Write 64 relu (units and activation), dropout(0.2), batch-norm or layer-norm.",
        "8 relu, -1|Layer 2: '-1' is not a layer. Write 64 relu (units and activation), dropout(0.2), batch-norm or layer-norm.",
        "8 relu, dropout|Layer 2: 'dropout' is not a layer. Write 64 relu (units and activation), dropout(0.2), batch-norm or layer-norm.",
        "8 relu, dropout(much)|Layer 2: dropout needs a rate, got 'much'. Write dropout(0.2).",
        "8 relu, dropout(0x1p-3)|Layer 2: dropout needs a rate, got '0x1p-3'. Write dropout(0.2).",
        "8 relu, dropout(0.2f)|Layer 2: dropout needs a rate, got '0.2f'. Write dropout(0.2).",
        "8 relu, dropout()|Layer 2: dropout needs a rate, got ''. Write dropout(0.2).",
        "8 relu, dropout(1.5)|Layer 2: the dropout rate must be at least 0 and below 1, got 1.5.",
        "dropout(-0.1)|Layer 1: the dropout rate must be at least 0 and below 1, got -0.1.",
        "8 relu, 0|Layer 2: units must be at least 1, got 0.",
        "99999999999 relu|Layer 1: 99999999999 units are too many.",
        "8 relu, 3 glu|Layer 2: glu needs an even number of units, got 3"
      })
  void whatIsWrongIsSaidWithTheLayer(String text, String message) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> layers(text));
    assertEquals(message, e.getMessage());
  }

  @Test
  void anUnknownActivationNamesTheLayerAndTheNearest() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> layers("8 relu, 4 tahn, 2"));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("Layer 2: No activation is called 'tahn'."), message);
    assertTrue(message.contains("tanh"), message);
    assertInstanceOf(PluginException.class, e.getCause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"8 'a, 4 (b'", "8 relu), 4", "8 prelu(shared=true, 4 relu"})
  void oddQuotesAndParenthesesStayInTheirLayer(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> layers(text));
    assertTrue(String.valueOf(e.getMessage()).startsWith("Layer 1: "), e.getMessage());
  }

  @Test
  void aWrongParameterNamesTheLayer() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> layers("8 relu, 4 prelu(start=7)"));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("Layer 2: ") && message.contains("7"), message);
  }

  private static List<Layer> layers(String text) {
    return Network.builder(PLUGINS, 3).layers(text).build(1).layers();
  }
}
