package nn.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.PlainKernels;
import nn.core.random.SplitMix64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every product has the bits of the plain arithmetic, at every size at which tiles, strips and
 * blocks end, and touches nothing outside its window.
 */
class SimdProductsTest {
  private static final float GUARD = 12345.5f;
  private static final int MARGIN = 3;

  private final SplitMix64 random = new SplitMix64(23);
  private final Kernels plain = new PlainKernels();
  private final Kernels simd = new SimdKernels();

  /** Rows, inputs, outputs. */
  static Stream<Arguments> shapes() {
    int n = Lanes.COUNT;
    return Stream.of(
            new int[][] {
              {0, 3, 3},
              {1, 1, 1},
              {1, 5, 3 * n + 2},
              {1, 261, 259},
              {2, 520, 128},
              {2, 9, 70},
              {3, 4, n - 1},
              {3, 2, n},
              {5, 1, n + 1},
              {6, 7, 2 * n},
              {7, 8, 2 * n + 1},
              {8, 64, 1},
              {19, 4 * n + 3, 1},
              {12, 13, 3 * n},
              {13, 127, 4 * n},
              {32, 8, 64},
              {32, 64, 64},
              {48, 17, 4 * n + 3},
              {50, 129, 1030},
              {51, 140, 22 * n + 3},
              {65, 257, 10},
              {130, 3, 5 * n - 1},
              {131, 61, 515},
              {4 * n + 1, 20, 20},
              {4 * n + 6, 4 * n, 20}
            })
        .map(s -> Arguments.of(s[0], s[1], s[2]));
  }

  private Rows random(int count, int width) {
    float[] data = new float[count * width + 2 * MARGIN];
    Arrays.fill(data, GUARD);
    for (int i = 0; i < count * width; i++) {
      data[MARGIN + i] = (float) random.nextGaussian();
    }
    return new Rows(data, MARGIN, count, width);
  }

  private static Rows copy(Rows rows) {
    return new Rows(rows.data().clone(), rows.offset(), rows.count(), rows.width());
  }

  /** An operation that writes its last operand. */
  private interface Operation {
    void run(Kernels kernels, Rows result);
  }

  private void assertSameBits(Rows result, Operation operation) {
    Rows expected = copy(result);
    operation.run(plain, expected);
    Rows actual = copy(result);
    operation.run(simd, actual);
    assertArrayEquals(bits(expected), bits(actual));
  }

  private static int[] bits(Rows rows) {
    int[] bits = new int[rows.data().length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(rows.data()[i]));
    return bits;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void forward(int rows, int inputs, int outputs) {
    Rows x = random(rows, inputs);
    Rows w = random(inputs, outputs);
    Rows b = random(1, outputs);
    Rows z = random(rows, outputs);
    assertSameBits(z, (kernels, result) -> kernels.forward(x, w, b, result, 0, rows));
    assertSameBits(
        z, (kernels, result) -> kernels.forward(x, w, b, result, rows / 3, rows - rows / 4));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void forwardOutputs(int rows, int inputs, int outputs) {
    Rows x = random(rows, inputs);
    Rows w = random(inputs, outputs);
    Rows b = random(1, outputs);
    Rows z = random(rows, outputs);
    assertSameBits(z, (kernels, result) -> kernels.forwardOutputs(x, w, b, result, 0, outputs));
    assertSameBits(
        z,
        (kernels, result) ->
            kernels.forwardOutputs(x, w, b, result, outputs / 3, outputs - outputs / 4));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void inputGradient(int rows, int inputs, int outputs) {
    Rows dz = random(rows, outputs);
    Rows w = random(inputs, outputs);
    Rows dx = random(rows, inputs);
    assertSameBits(dx, (kernels, result) -> kernels.inputGradient(dz, w, result, 0, inputs));
    assertSameBits(
        dx,
        (kernels, result) -> kernels.inputGradient(dz, w, result, inputs / 3, inputs - inputs / 4));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void weightGradient(int rows, int inputs, int outputs) {
    Rows x = random(rows, inputs);
    Rows dz = random(rows, outputs);
    Rows dw = random(inputs, outputs);
    assertSameBits(dw, (kernels, result) -> kernels.weightGradient(x, dz, result, 0, inputs));
    assertSameBits(
        dw,
        (kernels, result) ->
            kernels.weightGradient(x, dz, result, inputs / 3, inputs - inputs / 4));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void biasGradient(int rows, int inputs, int outputs) {
    Rows dz = random(rows, outputs);
    Rows db = random(1, outputs);
    assertSameBits(db, (kernels, result) -> kernels.biasGradient(dz, result, 0, outputs));
    assertSameBits(
        db,
        (kernels, result) -> kernels.biasGradient(dz, result, outputs / 3, outputs - outputs / 4));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void multiply(int rows, int inner, int columns) {
    Rows c = random(rows, columns);
    for (boolean ta : new boolean[] {false, true}) {
      for (boolean tb : new boolean[] {false, true}) {
        Rows a = ta ? random(inner, rows) : random(rows, inner);
        Rows b = tb ? random(columns, inner) : random(inner, columns);
        assertSameBits(c, (kernels, result) -> kernels.multiply(a, ta, b, tb, result));
      }
    }
  }
}
