package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nn.api.BatchActivation;
import nn.api.Block;
import nn.api.Block.Role;
import nn.api.ElementwiseActivation;
import nn.api.Initializer;
import nn.api.Kernels;
import nn.api.Rows;
import nn.core.init.GlorotUniform;
import nn.core.init.HeNormal;
import nn.core.init.Zeros;
import nn.core.plugin.PluginException;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleIdentity;
import nn.core.sample.SamplePrelu;
import nn.core.sample.SampleRelu;
import nn.core.sample.SampleSoftmax;
import nn.core.sample.SampleTanh;
import nn.core.sample.SampleUniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NetworkBuilderTest {
  private static final Plugins PLUGINS = Plugins.discover();

  /** Two learned numbers a unit, the second of them random at the start. */
  record Wavy() implements BatchActivation {
    @Override
    public int parameterCount(int inputWidth) {
      return 2 * inputWidth;
    }

    @Override
    public boolean decays() {
      return true;
    }

    @Override
    public void initialParameters(int inputWidth, Rows parameters, RandomGenerator random) {
      for (int j = 0; j < inputWidth; j++) {
        parameters.data()[parameters.offset() + j] = 7;
        parameters.data()[parameters.offset() + inputWidth + j] = random.nextFloat() + 8;
      }
    }

    @Override
    public void forward(
        Rows x, Rows y, Rows a, boolean training, long seed, long firstRow, Kernels kernels) {
      System.arraycopy(x.data(), x.offset(), y.data(), y.offset(), x.size());
    }

    @Override
    public void backward(
        Rows x,
        Rows y,
        Rows dy,
        Rows dx,
        Rows a,
        Rows da,
        boolean training,
        long seed,
        long firstRow,
        Kernels kernels) {
      System.arraycopy(dy.data(), dy.offset(), dx.data(), dx.offset(), dx.size());
    }
  }

  /** Swallows everything. */
  record Nothing() implements ElementwiseActivation {
    @Override
    public String initializer() {
      return "orthonogal";
    }

    @Override
    public double value(double x) {
      return 0;
    }

    @Override
    public double derivative(double x) {
      return 0;
    }
  }

  /** Cannot start. */
  record Refusing() implements Initializer {
    @Override
    public void fill(Rows w, RandomGenerator random) {
      throw new IllegalStateException("never asked");
    }
  }

  @Test
  void aBlankNetworkIsAllZeroAndAsksNobodyForStartingValues() {
    Network blank =
        Network.builder(PLUGINS, 2).dense(3, new Wavy(), new Refusing()).batchNorm().blank();
    assertArrayEquals(new float[2 * 3 + 3 + 6 + 6], blank.parameters());
    assertArrayEquals(new float[6], blank.statistics());
    assertThrows(RuntimeException.class, () -> blank.start(1)); // so it would have been noticed
  }

  @Test
  void blocksLieOneAfterTheOtherInTheOrderOfTheLayers() {
    Network network =
        Network.builder(PLUGINS, 3).layers("6 glu, batch-norm, 5 prelu, dropout(0.1)").build(1);
    assertEquals(3, network.inputs());
    assertEquals(5, network.outputs());
    assertEquals(
        List.of(
            new Block("0.weights", Role.WEIGHTS, 3, 6, 0, true),
            new Block("0.bias", Role.BIAS, 1, 6, 18, false),
            new Block("1.scale", Role.NORMALIZATION, 1, 3, 24, false),
            new Block("1.shift", Role.NORMALIZATION, 1, 3, 27, false),
            new Block("2.weights", Role.WEIGHTS, 3, 5, 30, true),
            new Block("2.bias", Role.BIAS, 1, 5, 45, false),
            new Block("2.activation", Role.ACTIVATION, 1, 5, 50, false)),
        network.blocks());
    assertEquals(55, network.parameters().length);
    assertEquals(6, network.statistics().length);
  }

  @Test
  void everyLayerKnowsItsWidths() {
    Network network =
        Network.builder(PLUGINS, 3).layers("6 glu, batch-norm, 5 prelu, layer-norm, 2").build(1);
    List<Integer> inputs = network.layers().stream().map(Layer::inputs).toList();
    List<Integer> outputs = network.layers().stream().map(Layer::outputs).toList();
    assertEquals(List.of(3, 3, 3, 5, 5), inputs);
    assertEquals(List.of(3, 3, 5, 5, 2), outputs);
  }

  @Test
  void aSharedParameterIsOneNumber() {
    Network network = Network.builder(PLUGINS, 3).dense(5, new SamplePrelu(0.5, true)).build(1);
    assertEquals(
        new Block("0.activation", Role.ACTIVATION, 1, 1, 20, false), network.blocks().get(2));
    assertEquals(0.5f, network.parameters()[20]);
  }

  @Test
  void aViewIsLive() {
    Network network = Network.builder(PLUGINS, 2).layers("3 relu, 2").build(1);
    Rows bias = network.view(network.blocks().get(3));
    network.parameters()[network.blocks().get(3).offset() + 1] = 42;
    assertEquals(42, bias.get(0, 1));
    assertEquals(1, bias.count());
    assertEquals(2, bias.width());
  }

  @Test
  void theActivationChoosesTheInitializer() {
    Network network =
        Network.builder(PLUGINS, 3)
            .dense(4, "relu")
            .dense(4, new SampleTanh())
            .dense(4, new SampleTanh(), new SampleUniform(2))
            .build(1);
    List<Object> initializers =
        network.layers().stream().map(l -> (Object) ((Dense) l).initializer()).toList();
    assertEquals(List.of(new HeNormal(), new GlorotUniform(), new SampleUniform(2)), initializers);
    assertEquals(new SampleRelu(), ((Dense) network.layers().get(0)).activation());
  }

  @Test
  void aNetworkSaysWhatItIs() {
    String layers = "4 relu, batch-norm, dropout(0.2), layer-norm, 2 tanh";
    assertEquals(
        "3 inputs, " + layers, Network.builder(PLUGINS, 3).layers(layers).blank().toString());
    assertEquals("1 input, 1 identity", Network.builder(PLUGINS, 1).layers("1").blank().toString());
  }

  @Test
  void aGivenInitializerStartsTheLayersThatFollow() {
    Network network =
        Network.builder(PLUGINS, 2)
            .dense(2, "relu")
            .initializer(new Zeros())
            .layers("2 relu, 2")
            .dense(1, new SampleTanh(), new SampleUniform(2))
            .blank();
    List<Object> initializers =
        network.layers().stream().map(l -> (Object) ((Dense) l).initializer()).toList();
    assertEquals(
        List.of(new HeNormal(), new Zeros(), new Zeros(), new SampleUniform(2)), initializers);
  }

  @Test
  void startingValuesAreTheInitializersAndZeroForBiases() {
    Network network =
        Network.builder(PLUGINS, 100).layers("200 relu, batch-norm, 3 prelu, layer-norm").build(1);
    float[] weights = values(network, 0);
    double squares = 0;
    for (float w : weights) {
      squares += (double) w * w;
    }
    assertEquals(Math.sqrt(2.0 / 100), Math.sqrt(squares / weights.length), 0.003);
    assertArrayEquals(new float[200], values(network, 1));
    float[] ones = new float[200];
    Arrays.fill(ones, 1f);
    assertArrayEquals(ones, values(network, 2));
    assertArrayEquals(new float[200], values(network, 3));
    assertArrayEquals(new float[] {0.25f, 0.25f, 0.25f}, values(network, 6));
    assertArrayEquals(new float[] {1, 1, 1}, values(network, 7));
    assertArrayEquals(new float[3], values(network, 8));
    assertArrayEquals(new float[200], Arrays.copyOf(network.statistics(), 200));
    assertArrayEquals(ones, Arrays.copyOfRange(network.statistics(), 200, 400));
  }

  @Test
  void aBatchActivationStartsItsOwnNumbers() {
    Network network = Network.builder(PLUGINS, 2).dense(3, new Wavy()).build(1);
    assertEquals(
        new Block("0.activation", Role.ACTIVATION, 1, 6, 9, true), network.blocks().get(2));
    float[] numbers = values(network, 2);
    assertArrayEquals(new float[] {7, 7, 7}, Arrays.copyOf(numbers, 3));
    assertTrue(numbers[3] > 8 && numbers[3] != numbers[4]);
  }

  @Test
  void equalSeedsStartEquallyAndOthersDoNot() {
    NetworkBuilder builder = Network.builder(PLUGINS, 5).layers("4 relu, 4 relu, 2");
    Network network = builder.build(7);
    assertArrayEquals(network.parameters(), builder.build(7).parameters());
    assertFalse(Arrays.equals(network.parameters(), builder.build(8).parameters()));
    Network shifted = Network.builder(PLUGINS, 4).layers("4 tanh, 4 tanh").build(7);
    assertFalse(Arrays.equals(values(shifted, 0), values(shifted, 2)));
  }

  @Test
  void aFreshStartForgetsWhatWasLearned() {
    Network network = Network.builder(PLUGINS, 5).layers("4 prelu, batch-norm, 2").build(7);
    float[] parameters = network.parameters().clone();
    float[] statistics = network.statistics().clone();
    Arrays.fill(network.parameters(), 9f);
    Arrays.fill(network.statistics(), 9f);
    network.start(7);
    assertArrayEquals(parameters, network.parameters());
    assertArrayEquals(statistics, network.statistics());
  }

  @Test
  void aCopyHasNumbersOfItsOwn() {
    Network network = Network.builder(PLUGINS, 2).layers("3 relu, batch-norm, 1").build(1);
    network.statistics()[0] = 5;
    Network copy = network.copy();
    assertArrayEquals(network.parameters(), copy.parameters());
    assertArrayEquals(network.statistics(), copy.statistics());
    assertEquals(network.layers(), copy.layers());
    copy.parameters()[0]++;
    assertEquals(copy.parameters()[0] - 1, network.parameters()[0], 1e-6);
    assertNotSame(network.statistics(), copy.statistics());
  }

  @Test
  void theOutputActivationIsThatOfALastDenseLayer() {
    NetworkBuilder builder = Network.builder(PLUGINS, 2).layers("3 relu, 4 softmax");
    assertEquals(Optional.of(new SampleSoftmax()), builder.build(1).outputActivation());
    assertEquals(Optional.empty(), builder.batchNorm().build(1).outputActivation());
  }

  @Test
  void aNetworkNeedsInputsAndLayers() {
    assertComplaint(
        "A network needs at least one input, got 0.", () -> Network.builder(PLUGINS, 0));
    assertComplaint(
        "A network needs at least one layer.", () -> Network.builder(PLUGINS, 2).build(1));
    assertComplaint(
        "A network needs at least one layer.",
        () -> Network.builder(PLUGINS, 2).layers(" ").build(1));
  }

  @Test
  void aLayerNeedsUnits() {
    assertComplaint(
        "Layer 2: units must be at least 1, got 0.",
        () -> Network.builder(PLUGINS, 2).dense(3, "relu").dense(0, "relu"));
    assertComplaint(
        "Layer 1: units must be at least 1, got -4.",
        () -> Network.builder(PLUGINS, 2).dense(-4, new SampleIdentity(), new Zeros()));
  }

  @Test
  void aWidthThatTheActivationRefusesNamesTheLayer() {
    assertComplaint(
        "Layer 2: glu needs an even number of units, got 5",
        () -> Network.builder(PLUGINS, 2).dense(3, "relu").dense(5, "glu"));
  }

  @Test
  void aDropoutRateLiesBetweenZeroAndOne() {
    assertComplaint(
        "Layer 1: the dropout rate must be at least 0 and below 1, got 1.0.",
        () -> Network.builder(PLUGINS, 2).dropout(1));
    assertComplaint(
        "Layer 1: the dropout rate must be at least 0 and below 1, got NaN.",
        () -> Network.builder(PLUGINS, 2).dropout(Double.NaN));
    assertEquals(0, new Dropout(2, 0, 0).rate());
  }

  @Test
  void aNetworkTooLargeForOneArrayIsRefused() {
    assertComplaint(
        "Layer 2 takes the network to 10000300000 parameters, more than the 2147483639 that fit into"
            + " one array; use fewer units.",
        () -> Network.builder(PLUGINS, 1).dense(100_000, "relu").dense(100_000, "relu"));
  }

  @Test
  void aRefusedLayerLeavesTheOthersAsTheyAre() {
    NetworkBuilder builder = Network.builder(PLUGINS, 1).dense(3, "relu");
    assertThrows(
        IllegalArgumentException.class, () -> builder.dense(Integer.MAX_VALUE - 8, "relu"));
    Network network = builder.dense(2, "relu").build(1);
    assertEquals(
        Network.builder(PLUGINS, 1).layers("3 relu, 2 relu").build(1).layers(), network.layers());
  }

  @Test
  void anInitializerThatIsNotThereIsNamed() {
    Exception e =
        assertThrows(
            PluginException.class, () -> Network.builder(PLUGINS, 1).dense(1, new Nothing()));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("No initializer is called 'orthonogal'."), message);
  }

  private static float[] values(Network network, int block) {
    Block at = network.blocks().get(block);
    return Arrays.copyOfRange(network.parameters(), at.offset(), at.end());
  }

  private static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }
}
