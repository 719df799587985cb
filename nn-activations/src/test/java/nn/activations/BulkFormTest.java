package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nn.api.ElementwiseActivation;
import nn.api.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loops over floats against the scalar definitions. */
class BulkFormTest {
  private static final float[] X = inputs();
  private static final float[] DY = gaussians(2, X.length);

  private final StrictKernels kernels = new StrictKernels();

  static Stream<ElementwiseActivation> all() {
    return Formula.all().stream().map(Formula::activation);
  }

  private static float[] inputs() {
    float[] x = gaussians(1, 4001);
    float[] edges = {
      0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-30f, -1e-30f, 1e30f, -1e30f, 90, -90, 20, -20
    };
    for (int i = 0; i < x.length; i++) {
      x[i] = i < edges.length ? edges[i] : 3 * x[i];
    }
    return x;
  }

  private static float[] gaussians(long seed, int size) {
    Random random = new Random(seed);
    float[] x = new float[size];
    for (int i = 0; i < size; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }

  private float[] forward(ElementwiseActivation activation, float[] x) {
    float[] y = new float[x.length];
    activation.forward(x, y, 0, x.length, kernels);
    return y;
  }

  /** Hands over garbage for the array that is not read. */
  private float[] backward(ElementwiseActivation activation, float[] x, float[] y, float[] dy) {
    float[] garbage = new float[x.length];
    Arrays.fill(garbage, Float.NaN);
    float[] dx = new float[x.length];
    boolean output = activation.reads() == Reads.OUTPUT;
    activation.backward(output ? garbage : x, output ? y : garbage, dy, dx, 0, x.length, kernels);
    return dx;
  }

  private static float tolerance(float expected) {
    return 4 * Math.ulp(Math.max(Math.abs(expected), 1e-3f));
  }

  @ParameterizedTest
  @MethodSource("all")
  void forwardAgreesWithTheScalarValue(ElementwiseActivation activation) {
    float[] y = forward(activation, X);
    for (int i = 0; i < X.length; i++) {
      float expected = (float) activation.value(X[i]);
      assertEquals(expected, y[i], tolerance(expected), activation + " at " + X[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void backwardAgreesWithTheScalarDerivative(ElementwiseActivation activation) {
    float[] y = forward(activation, X);
    float[] ones = new float[X.length];
    Arrays.fill(ones, 1f);
    float[] dx = backward(activation, X, y, ones);
    // From the float output, the derivative of a squeezing function is only as good as 1 - y; that
    // of a number that gates itself is a difference of two terms, which cancel at its lowest point.
    boolean gates =
        activation instanceof Gelu || activation instanceof Silu || activation instanceof Mish;
    boolean cancels = activation.reads() == Reads.OUTPUT || gates;
    float lost = cancels ? 0x1p-23f : 0;
    for (int i = 0; i < X.length; i++) {
      float expected = (float) activation.derivative(X[i]);
      assertEquals(expected, dx[i], tolerance(expected) + lost, activation + " at " + X[i]);
    }
  }

  @Test
  void reluIsTheScalarPairBitForBit() {
    Relu relu = new Relu();
    float[] y = forward(relu, X);
    float[] dx = backward(relu, X, y, DY);
    for (int i = 0; i < X.length; i++) {
      assertEquals((float) relu.value(X[i]), y[i], "value at " + X[i]);
      assertEquals((float) (DY[i] * relu.derivative(X[i])), dx[i], "derivative at " + X[i]);
    }
  }

  @Test
  void leakyReluIsTheScalarPairWithinOneUlp() {
    LeakyRelu leaky = new LeakyRelu(0.3);
    float[] y = forward(leaky, X);
    float[] dx = backward(leaky, X, y, DY);
    for (int i = 0; i < X.length; i++) {
      float value = (float) leaky.value(X[i]);
      assertEquals(value, y[i], Math.ulp(value), "value at " + X[i]);
      float slope = (float) (DY[i] * leaky.derivative(X[i]));
      assertEquals(slope, dx[i], Math.ulp(slope), "derivative at " + X[i]);
    }
  }

  @Test
  void smoothRectifiersArePreciseInTheNegativeTail() {
    List<ElementwiseActivation> smooth =
        List.of(new Gelu(), new Gelu(Gelu.Form.TANH), new Silu(), new Mish(), new Softplus(3, 20));
    for (ElementwiseActivation activation : smooth) {
      float[] y = forward(activation, X);
      for (int i = 0; i < X.length; i++) {
        float expected = (float) activation.value(X[i]);
        float tolerance = Math.max(12 * Math.ulp(expected), Float.MIN_NORMAL);
        assertEquals(expected, y[i], tolerance, activation + " at " + X[i]);
      }
    }
  }

  /** Also where the loops leave the choice out: from a threshold of 17 on it changes no float. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 2, 10, 13, 16, 17, 20})
  void softplusIsALineBeyondItsThreshold(double threshold) {
    for (double beta : new double[] {0.01, 0.3, 1, 3, 100}) {
      Softplus softplus = new Softplus(beta, threshold);
      float[] x = new float[100];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) ((threshold * 1.000001 + 0.001 + i * 0.1) / beta);
      }
      float[] dy = gaussians(3, x.length);
      assertArrayEquals(x, forward(softplus, x), softplus.toString());
      assertArrayEquals(dy, backward(softplus, x, x, dy), softplus.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anyDivisionIntoRangesGivesTheSameBits(ElementwiseActivation activation) {
    float[] whole = forward(activation, X);
    float[] wholeDx = backward(activation, X, whole, DY);
    float[] y = new float[X.length];
    float[] dx = new float[X.length];
    int from = 0;
    for (int to : new int[] {1, 2, 7, 64, 1000, 1001, X.length}) {
      activation.forward(X, y, from, to, kernels);
      activation.backward(X, y, DY, dx, from, to, kernels);
      from = to;
    }
    assertArrayEquals(whole, y);
    assertArrayEquals(wholeDx, dx);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingOutsideTheRangeIsTouched(ElementwiseActivation activation) {
    float[] y = {99, 99, 99, 99};
    float[] dx = {99, 99, 99, 99};
    float[] x = {1, 2, 3, 4};
    activation.forward(x, y, 1, 3, kernels);
    activation.backward(x, y, new float[4], dx, 1, 3, kernels);
    assertTrue(y[0] == 99 && y[3] == 99 && dx[0] == 99 && dx[3] == 99);
    assertTrue(y[1] != 99 && y[2] != 99 && dx[1] == 0 && dx[2] == 0);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theGradientMayBeOverwrittenInPlace(ElementwiseActivation activation) {
    float[] y = forward(activation, X);
    float[] dx = DY.clone();
    activation.backward(X, y, dx, dx, 0, X.length, kernels);
    assertArrayEquals(backward(activation, X, y, DY), dx);
    if (activation.reads() == Reads.OUTPUT) {
      float[] x = X.clone();
      activation.forward(x, x, 0, x.length, kernels);
      assertArrayEquals(y, x);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void nanStaysNanInFloats(ElementwiseActivation activation) {
    float[] x = {1, Float.NaN, 2};
    float[] y = forward(activation, x);
    assertTrue(Float.isNaN(y[1]) && !Float.isNaN(y[0] + y[2]), Arrays.toString(y));
    float[] dx = backward(activation, x, y, new float[] {1, Float.NaN, 1});
    assertTrue(Float.isNaN(dx[1]) && !Float.isNaN(dx[0] + dx[2]), Arrays.toString(dx));
  }

  @ParameterizedTest
  @MethodSource("all")
  void infinityIsNoTrouble(ElementwiseActivation activation) {
    float[] y = forward(activation, new float[] {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY});
    assertEquals((float) activation.value(Double.NEGATIVE_INFINITY), y[0], 0f);
    assertEquals((float) activation.value(Double.POSITIVE_INFINITY), y[1], 0f);
  }
}
