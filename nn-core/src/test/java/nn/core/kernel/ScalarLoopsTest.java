package nn.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.core.plugin.PluginJars;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;
import nn.core.sample.SampleRelu;
import nn.core.sample.SampleTanh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarLoopsTest {
  /** Three blocks and a rest. */
  private static final int SIZE = 800;

  private static final int FROM = 3;
  private static final int TO = 797;
  private static final Kernels KERNELS = new PlainKernels();

  /** A slope on the left. */
  record Leaky(double slope) implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return x > 0 ? x : slope * x;
    }

    @Override
    public double derivative(double x) {
      return x > 0 ? 1 : slope;
    }
  }

  /** Needs all the digits of a double. */
  record Bent() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return StrictMath.sin(1e8 * x) / 3;
    }

    @Override
    public double derivative(double x) {
      return 1e8 * StrictMath.cos(1e8 * x) / 3;
    }
  }

  /** Brings a way forward to those who implement it. */
  interface Doubling extends ElementwiseActivation {
    @Override
    default void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
      for (int i = from; i < to; i++) {
        y[i] = 2 * x[i];
      }
    }
  }

  /** Inherits its way forward. */
  record Heir() implements Doubling {
    @Override
    public double value(double x) {
      return 2 * x;
    }

    @Override
    public double derivative(double x) {
      return 2;
    }
  }

  /** Knows no negative numbers. */
  record Choosy() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      if (x < 0) {
        throw new IllegalStateException("below 0");
      }
      return x;
    }

    @Override
    public double derivative(double x) {
      return 1;
    }
  }

  static Stream<ElementwiseActivation> scalar() {
    return Stream.of(new Leaky(0.1), new Leaky(0.3), new Bent(), new SampleRelu());
  }

  private static float[] numbers(int seed) {
    SplitMix64 random = new SplitMix64(seed);
    float[] numbers = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      numbers[i] = (float) random.nextGaussian(0, 3);
    }
    numbers[10] = Float.NaN;
    numbers[20] = Float.POSITIVE_INFINITY;
    numbers[30] = Float.NEGATIVE_INFINITY;
    numbers[40] = -0f;
    numbers[50] = Float.MIN_VALUE;
    numbers[60] = -Float.MAX_VALUE;
    return numbers;
  }

  private static float[] forward(ElementwiseActivation f) {
    float[] y = new float[SIZE];
    f.forward(numbers(1), y, FROM, TO, KERNELS);
    return y;
  }

  private static float[] backward(ElementwiseActivation f) {
    float[] d = numbers(2);
    f.backward(numbers(1), new float[SIZE], d, d, FROM, TO, KERNELS);
    return d;
  }

  private static float[] inPlace(ElementwiseActivation f) {
    float[] x = numbers(1);
    f.forward(x, x, FROM, TO, KERNELS);
    return x;
  }

  private static void assertBits(float[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      int at = i;
      assertEquals(
          Float.floatToIntBits(expected[i]), Float.floatToIntBits(actual[i]), () -> "at " + at);
    }
  }

  @ParameterizedTest
  @MethodSource("scalar")
  void aLoopOfItsOwnGivesTheBitsOfTheSharedOne(ElementwiseActivation f) {
    assertTrue(ScalarLoops.forward(f).getClass().isHidden());
    assertTrue(ScalarLoops.backward(f).getClass().isHidden());
    assertBits(forward(f), forward(ScalarLoops.forward(f)));
    assertBits(inPlace(f), inPlace(ScalarLoops.forward(f)));
    assertBits(backward(f), backward(ScalarLoops.backward(f)));
  }

  @ParameterizedTest
  @MethodSource("scalar")
  void theTemplateGivesTheBitsOfTheSharedLoop(ElementwiseActivation f) {
    assertBits(forward(f), forward(new ScalarLoop(f)));
    assertBits(backward(f), backward(new ScalarLoop(f)));
    assertEquals(f.value(0.3), new ScalarLoop(f).value(0.3));
    assertEquals(f.derivative(0.3), new ScalarLoop(f).derivative(0.3));
  }

  @Test
  void everyPluginClassHasOneCopy() {
    Class<?> leaky = ScalarLoops.forward(new Leaky(0.1)).getClass();
    assertSame(leaky, ScalarLoops.forward(new Leaky(0.2)).getClass());
    assertSame(leaky, ScalarLoops.backward(new Leaky(0.3)).getClass());
    assertNotSame(leaky, ScalarLoops.forward(new Bent()).getClass());
  }

  @Test
  void aBulkMethodOfThePluginIsUsedAndTheOtherCopied() {
    ElementwiseActivation tanh = new SampleTanh();
    assertTrue(ScalarLoops.forward(tanh).getClass().isHidden());
    assertSame(tanh, ScalarLoops.backward(tanh));
  }

  @Test
  void anInheritedBulkMethodCountsAsThePluginsOwn() {
    ElementwiseActivation heir = new Heir();
    assertSame(heir, ScalarLoops.forward(heir));
    assertTrue(ScalarLoops.backward(heir).getClass().isHidden());
  }

  @Test
  void whatThePluginThrowsComesThroughFromThePlugin() {
    ElementwiseActivation choosy = ScalarLoops.forward(new Choosy());
    float[] numbers = {1, -1};
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> choosy.forward(numbers, numbers, 0, 2, KERNELS));
    assertEquals(Choosy.class.getName(), e.getStackTrace()[0].getClassName());
  }

  @Test
  void aPluginOfAnotherLoaderHasOneToo(@TempDir Path work) throws IOException {
    PluginJars.in(work)
        .compile(PluginJars.swish("1"))
        .activations("com.a.Swish")
        .write(work.resolve("x.jar"));
    try (Plugins plugins = Plugins.discover(work)) {
      ElementwiseActivation swish = (ElementwiseActivation) plugins.activation("swish");
      ElementwiseActivation own = ScalarLoops.forward(swish);
      assertTrue(own.getClass().isHidden());
      assertFalse(swish.getClass().getClassLoader() == getClass().getClassLoader());
      assertArrayEquals(forward(swish), forward(own));
    }
  }
}
