package nn.demo.gradient;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.FusedLoss;
import nn.api.Kernels;
import nn.api.Loss;
import nn.api.ParametricActivation;
import nn.api.Range;
import nn.api.RowLoss;
import nn.api.Rows;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every activation and every loss on the path, trained on odd shapes: each gradient against central
 * differences of a forward in double.
 */
class AllGradientsTest {
  private static final Plugins PLUGINS = Plugins.discover();
  private static final List<Integer> BATCHES = List.of(3, 7);

  /** Settings that take other paths than the defaults. */
  private static final List<String> MORE_ACTIVATIONS =
      List.of("leaky-relu(slope=0.3)", "prelu(shared=true)");

  /** The losses of the seed; the others are held to the same by their module and by the kit. */
  private static final List<String> LOSSES =
      List.of(
          "mse", "mae", "binary-cross-entropy", "cross-entropy", "cross-entropy(targets=one-hot)");

  /** Output activations of every range. */
  private static final List<String> HEADS =
      List.of("identity", "relu", "tanh", "sigmoid", "softmax", "softplus", "prelu", "gelu");

  static Stream<Arguments> hidden() {
    return activations().stream()
        .flatMap(text -> BATCHES.stream().map(rows -> Arguments.of(text, rows)));
  }

  @ParameterizedTest(name = "{0} in the middle, batch of {1}")
  @MethodSource("hidden")
  void gradientsThroughAHiddenLayerAreRight(String activation, int rows) {
    Network network =
        Network.builder(PLUGINS, 3).dense(5, activation).dense(2, "identity").build(1);
    TrainingStep.of(network, PLUGINS.loss("mse"), rows).check();
  }

  static Stream<Arguments> heads() {
    List<Arguments> heads = new ArrayList<>();
    for (String loss : LOSSES) {
      Range domain = PLUGINS.loss(loss).domain();
      for (String activation : HEADS) {
        if (PLUGINS.activation(activation).range().within(domain)) {
          BATCHES.forEach(rows -> heads.add(Arguments.of(activation, loss, rows)));
        }
      }
    }
    return heads.stream();
  }

  @ParameterizedTest(name = "{1} on {0}, batch of {2}")
  @MethodSource("heads")
  void gradientsOfALossOnAnOutputActivationAreRight(String activation, String loss, int rows) {
    TrainingStep.of(head(activation), PLUGINS.loss(loss), rows).check();
  }

  static Stream<Arguments> fused() {
    return heads().filter(head -> matches((String) head.get()[0], (String) head.get()[1]));
  }

  @ParameterizedTest(name = "{1} on {0}, not fused, batch of {2}")
  @MethodSource("fused")
  void gradientsOfAFusedPairAreRightInThePlainFormToo(String activation, String loss, int rows) {
    Network network = head(activation);
    TrainingStep step = TrainingStep.of(network, PLUGINS.loss(loss), rows);
    step.withLoss(new Unfused(PLUGINS.loss(loss))).check();
  }

  @Test
  void theListsHoldEveryFormOfTheSeed() {
    assertTrue(activations().containsAll(List.of("relu", "gelu", "prelu", "softmax")));
    assertTrue(matches("softmax", "cross-entropy"));
    assertTrue(matches("sigmoid", "binary-cross-entropy"));
    assertTrue(matches("identity", "mse"));
  }

  @Test
  void aDerivativeThatIsALittleWrongIsNoticed() {
    Network network =
        Network.builder(PLUGINS, 3).dense(5, new Wrong()).dense(2, "identity").build(1);
    TrainingStep step = TrainingStep.of(network, PLUGINS.loss("mse"), 3);
    assertThrows(AssertionError.class, step::check);
  }

  /** x squared, with a derivative that is too large by a part in a thousand. */
  private record Wrong() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return x * x;
    }

    @Override
    public double derivative(double x) {
      return 2.002 * x;
    }
  }

  /** A loss without its fused form. */
  private record Unfused(Loss loss) implements RowLoss {
    @Override
    public int targetWidth(int predictionWidth) {
      return loss.targetWidth(predictionWidth);
    }

    @Override
    public Range domain() {
      return loss.domain();
    }

    @Override
    public double row(
        float[] prediction,
        int at,
        int width,
        float[] target,
        int targetAt,
        float @Nullable [] gradient) {
      return loss.row(prediction, at, width, target, targetAt, gradient);
    }

    @Override
    public void rows(
        Rows prediction,
        Rows target,
        @Nullable Rows gradient,
        double[] losses,
        int from,
        int to,
        Kernels kernels) {
      loss.rows(prediction, target, gradient, losses, from, to, kernels);
    }
  }

  private static Network head(String activation) {
    return Network.builder(PLUGINS, 3).dense(5, "tanh").dense(4, activation).build(1);
  }

  private static boolean matches(String activation, String loss) {
    return PLUGINS.loss(loss) instanceof FusedLoss fused
        && PLUGINS.activation(activation).link().filter(fused.link()::equals).isPresent();
  }

  /** Those with a scalar definition, and softmax; other rows and batches are the kit's. */
  private static List<String> activations() {
    List<String> texts = new ArrayList<>(MORE_ACTIVATIONS);
    PLUGINS.all(Activation.class).stream()
        .filter(info -> info.name().equals("softmax") || hasDefinition(PLUGINS.defaults(info)))
        .forEach(info -> texts.add(info.name()));
    return texts;
  }

  private static boolean hasDefinition(Activation activation) {
    return activation instanceof ElementwiseActivation
        || activation instanceof ParametricActivation;
  }
}
