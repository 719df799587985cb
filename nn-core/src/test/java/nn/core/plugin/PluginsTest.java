package nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.Initializer;
import nn.api.KernelsProvider;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Plugin;
import nn.api.Schedule;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleBlockSgd;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleMomentum;
import nn.core.sample.SampleMse;
import nn.core.sample.SamplePrelu;
import nn.core.sample.SampleRelu;
import nn.core.sample.SampleSgd;
import nn.core.sample.SampleSigmoid;
import nn.core.sample.SampleUniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginsTest {
  private final Plugins plugins = Plugins.discover();

  private String refusal(Class<? extends Plugin> kind, String text) {
    return assertThrows(PluginException.class, () -> plugins.create(kind, text)).problem().text();
  }

  @Test
  void everySampleOnTheClassPathIsFoundSortedByName() {
    List<String> names = plugins.all(Activation.class).stream().map(PluginInfo::name).toList();
    assertEquals(List.of("glu", "identity", "prelu", "relu", "sigmoid", "softmax", "tanh"), names);
    assertEquals(2, plugins.all(Loss.class).size());
    assertEquals(4, plugins.all(Optimizer.class).size());
    assertEquals(List.of(), plugins.problems());
  }

  @Test
  void aDescriptionTellsNameParametersAndOrigin() {
    PluginInfo<?> info = plugins.info(new SampleSgd());
    assertEquals("sgd", info.name());
    assertEquals("optimizer", info.kindName());
    assertEquals("One step downhill.", info.summary());
    assertEquals("w - rate g", info.formula());
    assertEquals(SampleSgd.class, info.type());
    assertEquals(
        new PluginInfo.Parameter(
            "learning-rate", double.class, 0, Double.POSITIVE_INFINITY, true, "step size"),
        info.parameters().get(0));
    assertEquals(Origin.Source.CLASS_PATH, info.origin().source());
    assertEquals("test-classes", info.origin().file());
  }

  @Test
  void eachKindHasAShortcut() {
    assertEquals(new SampleRelu(), plugins.activation("relu"));
    assertEquals(new SampleMse(), plugins.loss("mse"));
    assertEquals(new SampleSgd(0.5), plugins.optimizer("sgd(learning-rate=0.5)"));
    assertEquals(new SampleConstant(1), plugins.schedule("constant"));
    assertEquals(new SampleUniform(2), plugins.initializer("sample-uniform(2)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sigmoid",
        "SIGMOID",
        "logistic",
        "Logistic",
        "sigmoid()",
        "nn.core.sample.SampleSigmoid"
      })
  void aNameAnAliasOrTheClassNameMeanThePlugin(String text) {
    assertEquals(new SampleSigmoid(), plugins.activation(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adam(learning-rate=0.01,weight-decay=0.1)",
        "adam(learningRate=0.01,weightDecay=0.1)",
        "adam(learning_rate=0.01,WEIGHT_DECAY=1e-1)",
        "ADAM ( weight-decay = .1 , learning-rate = +1e-2 )"
      })
  void parametersAreReadInEveryUsualSpelling(String text) {
    assertEquals(new SampleAdam(0.01, 0.9, 0.999, 1e-8, 0.1), plugins.optimizer(text));
  }

  @Test
  void aPluginMayBeAParameter() {
    SampleBlockSgd expected = new SampleBlockSgd(0.5, new SampleMomentum(0.01, 0.5));
    assertEquals(
        expected, plugins.optimizer("block-sgd(learning-rate=0.5, others=momentum(momentum=0.5))"));
    assertEquals(
        new SampleBlockSgd(0.01, new SampleAdam()), plugins.optimizer("block-sgd(others=adam)"));
  }

  @Test
  void shortTextLeavesOutDefaultsAndFullTextDoesNot() {
    SampleBlockSgd plugin = new SampleBlockSgd(0.01, new SampleMomentum(0.01, 0.5));
    assertEquals("block-sgd(others=momentum(momentum=0.5))", plugins.shortText(plugin));
    assertEquals(
        "block-sgd(learning-rate=0.01, others=momentum(learning-rate=0.01, momentum=0.5))",
        plugins.fullText(plugin));
    assertEquals("adam", plugins.shortText(new SampleAdam()));
    assertEquals(
        "adam(learning-rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8, weight-decay=0)",
        plugins.fullText(new SampleAdam()));
    assertEquals("prelu(shared=true)", plugins.shortText(new SamplePrelu(0.25, true)));
    assertEquals("relu", plugins.fullText(new SampleRelu()));
  }

  @Test
  void bothTextsBuildAnEqualPluginInAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("de", "tr", "ar-EG", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Optimizer plugin = new SampleAdam(0.1 + 0.2, 1e-300, 1.0 / 3, Double.MIN_VALUE, 123456.789);
        assertEquals(plugin, plugins.optimizer(plugins.shortText(plugin)));
        assertEquals(plugin, plugins.optimizer(plugins.fullText(plugin)));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyDefaultReadsBack() {
    for (Class<? extends Plugin> kind :
        List.of(Activation.class, Loss.class, Optimizer.class, Schedule.class, Initializer.class)) {
      for (PluginInfo<? extends Plugin> info : plugins.all(kind)) {
        Plugin plugin = plugins.defaults(info);
        assertEquals(plugin, plugins.create(kind, plugins.fullText(plugin)));
        assertEquals(info.name(), plugins.shortText(plugin));
      }
    }
  }

  @Test
  void someParametersAreReplaced() {
    SampleMomentum before = new SampleMomentum(0.5, 0.7);
    SampleMomentum after = plugins.with(before, Map.of("learning-rate", 1));
    assertEquals(new SampleMomentum(1, 0.7), after);
    assertEquals(
        new SampleMomentum(0.25, 0.7), plugins.with(before, Map.of("learningRate", "0.25")));
    assertEquals(before, plugins.with(before, Map.of()));
    assertEquals(
        new SamplePrelu(0.25, true), plugins.with(new SamplePrelu(), Map.of("shared", true)));
  }

  @Test
  void aNestedPluginIsReplacedByAnInstanceOrByText() {
    SampleBlockSgd before = new SampleBlockSgd();
    SampleBlockSgd expected = new SampleBlockSgd(0.01, new SampleAdam());
    assertEquals(expected, plugins.with(before, Map.of("others", new SampleAdam())));
    assertEquals(expected, plugins.with(before, Map.of("others", "adam")));
    PluginException e =
        assertThrows(
            PluginException.class, () -> plugins.with(before, Map.of("others", new SampleRelu())));
    assertEquals("block-sgd: others must be an optimizer, got 'relu'.", e.getMessage());
  }

  @Test
  void valuesAreListedByName() {
    assertEquals(
        List.of(Map.entry("start", 0.25), Map.entry("shared", false)),
        List.copyOf(plugins.values(new SamplePrelu()).entrySet()));
  }

  @Test
  void findLooksThroughEveryKind() {
    assertEquals(SampleRelu.class, plugins.find("relu").get(0).type());
    assertEquals(SampleRelu.class, plugins.find("activation/RELU").get(0).type());
    assertEquals(SampleMse.class, plugins.find("losses/l2").get(0).type());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "momentun|No plugin is called 'momentun'. Did you mean momentum? (nn plugins lists all %d.)",
        "loss/relu|'relu' is an activation, not a loss. Run nn plugins to see every loss.",
        "los/mse|There is no kind of plugin called 'los'. The kinds are: activation, initializer,"
            + " loss, optimizer, schedule."
      })
  void findExplainsWhyThereIsNothing(String text, String message) {
    // Fourteen samples that are no initializers.
    int all = 14 + plugins.all(Initializer.class).size();
    PluginException e = assertThrows(PluginException.class, () -> plugins.find(text));
    assertEquals(message.formatted(all), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rellu|No activation is called 'rellu'. Did you mean relu? (nn plugins lists all 7.)",
        "logistics|No activation is called 'logistics'. Did you mean logistic? (nn plugins lists all"
            + " 7.)",
        "swish|No activation is called 'swish'. Known are: glu, identity, prelu, relu, sigmoid,"
            + " softmax, tanh.",
        "adam|'adam' is an optimizer, not an activation. Run nn plugins to see every activation.",
        "relu(slope=1)|relu has no parameter 'slope'. It has none.",
        "prelu(0.2)|prelu: '0.2' stands without the name of its parameter. Its parameters: start (-1"
            + " to 1, default 0.25); shared (default false).",
        "prelu(strat=1)|prelu has no parameter 'strat'. Did you mean start? Its parameters: start (-1"
            + " to 1, default 0.25); shared (default false).",
        "prelu(start=3)|prelu: start must be between -1 and 1, got 3.",
        "prelu(start=high)|prelu: start must be a number, got 'high'.",
        "prelu(start=NaN)|prelu: start must be a number, got 'NaN'.",
        "prelu(start='1')|prelu: start must be a number, got '1'.",
        "prelu(start=1f)|prelu: start must be a number, got '1f'.",
        "prelu(shared=yes)|prelu: shared must be true or false, got 'yes'.",
        "prelu(start=0, start=1)|prelu: start is given twice. Remove one.",
      })
  void aWrongActivationIsRefusedInWords(String text, String message) {
    assertEquals(message, refusal(Activation.class, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sgd(-1)|sgd: learning-rate must be at least 0, got -1.",
        "sgd(1e999)|sgd: learning-rate must be a number within the range of its type, got '1e999'.",
        "sgd(momentum=1)|sgd has no parameter 'momentum'. Its parameters: learning-rate (at least 0,"
            + " default 0.01).",
        "block-sgd(others=relu)|block-sgd: others must be an optimizer; 'relu' is an activation.",
        "block-sgd(others='sgd')|block-sgd: others must be an optimizer, got 'sgd'.",
        "block-sgd(others=sgd(-1))|sgd: learning-rate must be at least 0, got -1.",
        "block-sgd(others=adan)|No optimizer is called 'adan'. Did you mean adam? (nn plugins lists"
            + " all 4.)",
      })
  void aWrongOptimizerIsRefusedInWords(String text, String message) {
    assertEquals(message, refusal(Optimizer.class, text));
  }

  @Test
  void onlyTheFiveKindsCanBeAskedFor() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> plugins.create(ElementwiseActivation.class, "relu"));
    assertEquals(
        "nn.api.ElementwiseActivation is not a kind of plugin; ask for Activation, Initializer,"
            + " Loss, Optimizer or Schedule",
        e.getMessage());
  }

  @Test
  void pluginsMayBeGivenByHand() {
    Plugins given = Plugins.of(SampleRelu.class, SampleSgd.class);
    PluginInfo<Activation> info = given.all(Activation.class).get(0);
    assertEquals(Origin.Source.GIVEN, info.origin().source());
    assertInstanceOf(SampleRelu.class, given.defaults(info));
    assertSame(SampleSgd.class, given.optimizer("sgd").getClass());
  }

  @Test
  void aPluginThatNobodyFoundIsWrittenByItsClassName() {
    Plugins given = Plugins.of(SampleRelu.class);
    assertEquals("nn.core.sample.SampleSgd(learning-rate=2)", given.shortText(new SampleSgd(2)));
    assertEquals("sgd", given.info(new SampleSgd()).name());
  }

  @Test
  void everyBackEndOnTheClassPathLoads() {
    List<String> names = plugins.kernelsProviders().stream().map(KernelsProvider::name).toList();
    assertFalse(names.contains("broken"), names.toString());
  }
}
