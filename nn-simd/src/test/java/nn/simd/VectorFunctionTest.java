package nn.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import nn.api.Kernels;
import nn.core.kernel.PlainKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every function has the bits of the plain one. The build runs this with registers of 128, 256 and
 * as many bits as the machine has.
 */
class VectorFunctionTest {
  /** Surrounds every window; no function may touch it. */
  private static final float GUARD = 12345.5f;

  /** Between the bit patterns tried; -Dnn.floats.step=1 tries all floats, which takes minutes. */
  private static final int STEP = Integer.getInteger("nn.floats.step", 1021);

  private static final int CHUNK = 4096;

  private static final float[] SPECIAL = {
    0f,
    -0f,
    1,
    -1,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    0.55f,
    -0.55f,
    4,
    -4,
    17.3287f,
    -17.3287f,
    18,
    -18,
    88.7228f,
    89,
    -87.3365f,
    -89,
    -103.972f,
    -104,
    -105,
    0x1p25f,
    0x1p-25f,
    0.34657f,
    -0.34657f
  };

  private final Kernels simd = new SimdKernels();
  private final Kernels plain = new PlainKernels();

  private interface Bulk {
    void run(Kernels kernels, float[] x, int xAt, float[] y, int yAt, int size);
  }

  @SuppressWarnings("ImmutableEnumChecker") // the functions are stateless
  enum Function {
    EXP(Kernels::exp),
    EXPM1(Kernels::expm1),
    LOG1P(Kernels::log1p),
    TANH(Kernels::tanh),
    SIGMOID(Kernels::sigmoid),
    ERF(Kernels::erf);

    final Bulk bulk;

    Function(Bulk bulk) {
      this.bulk = bulk;
    }
  }

  private void assertSame(Function f, float[] x) {
    float[] expected = new float[x.length];
    float[] actual = new float[x.length];
    f.bulk.run(plain, x, 0, expected, 0, x.length);
    f.bulk.run(simd, x, 0, actual, 0, x.length);
    assertBits(f, x, expected, actual);
  }

  /** Equal bits, a NaN for any NaN; the message names the argument. */
  private static void assertBits(Function f, float[] x, float[] expected, float[] actual) {
    int at = Arrays.mismatch(expected, actual);
    if (at >= 0) {
      throw new AssertionError(
          "%s of %s is %s in vectors and %s in plain"
              .formatted(f, Float.toHexString(x[at]), actual[at], expected[at]));
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalsThePlainOneOverAllFloats(Function f) {
    float[] x = new float[CHUNK];
    long bits = Integer.MIN_VALUE;
    while (bits <= Integer.MAX_VALUE) {
      for (int i = 0; i < CHUNK; i++, bits += STEP) {
        x[i] = Float.intBitsToFloat((int) bits);
      }
      assertSame(f, x);
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalsThePlainOneWhereNetworksWork(Function f) {
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[CHUNK];
    for (int round = 0; round < 50; round++) {
      for (int i = 0; i < CHUNK; i++) {
        x[i] = (float) random.nextDouble(-20, 20);
      }
      assertSame(f, x);
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalsThePlainOneAtSpecialValuesInEveryLane(Function f) {
    for (float special : SPECIAL) {
      for (float neighbour : new float[] {Math.nextDown(special), special, Math.nextUp(special)}) {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          float[] x = new float[Lanes.COUNT];
          Arrays.fill(x, 0.25f);
          x[lane] = neighbour;
          assertSame(f, x);
        }
      }
    }
    assertSame(f, SPECIAL);
  }

  @ParameterizedTest
  @EnumSource
  void writesTheWindowAndNothingElseAtAnySizeAndOffset(Function f) {
    for (int size = 0; size <= 3 * Lanes.COUNT + 1; size++) {
      for (int xAt = 0; xAt < 4; xAt++) {
        assertWindow(f, xAt, (xAt * 3 + 1) % 5, size);
      }
    }
    assertWindow(f, 1, 3, VectorFunction.BLOCK);
    assertWindow(f, 3, 1, 3 * VectorFunction.BLOCK + Lanes.COUNT + 1);
  }

  private void assertWindow(Function f, int xAt, int yAt, int size) {
    float[] x = numbers(xAt + size + 2);
    float[] expected = new float[yAt + size + 3];
    Arrays.fill(expected, GUARD);
    float[] actual = expected.clone();
    float[] before = x.clone();
    f.bulk.run(plain, x, xAt, expected, yAt, size);
    f.bulk.run(simd, x, xAt, actual, yAt, size);
    assertArrayEquals(expected, actual);
    assertArrayEquals(before, x);
  }

  @ParameterizedTest
  @EnumSource
  void worksInPlace(Function f) {
    for (int size : new int[] {1, Lanes.COUNT, 2 * Lanes.COUNT + 3, VectorFunction.BLOCK + 5}) {
      float[] expected = numbers(size + 3);
      float[] actual = expected.clone();
      f.bulk.run(plain, expected, 1, expected, 1, size);
      f.bulk.run(simd, actual, 1, actual, 1, size);
      assertArrayEquals(expected, actual);
    }
  }

  private static float[] numbers(int size) {
    SplittableRandom random = new SplittableRandom(size);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextDouble(-3, 3);
    }
    return numbers;
  }
}
