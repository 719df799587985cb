package nn.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import nn.api.Kernels;
import nn.api.Rows;
import nn.core.random.SplitMix64;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference, and the loops that the compiler vectorises: both give the stated sums. */
@ParameterizedClass
@MethodSource("backEnds")
class PlainKernelsTest {
  /** Surrounds every window; no method may touch it. */
  private static final float GUARD = 12345.5f;

  private static final int MARGIN = 3;

  @Parameter private Kernels kernels;
  private final SplitMix64 random = new SplitMix64(17);

  static Stream<Kernels> backEnds() {
    return Stream.of(new PlainKernels(), new AutoVectorKernels());
  }

  /** Rows, inputs, outputs: none, one, whole groups of terms and a rest, more than a block. */
  static Stream<Arguments> shapes() {
    return Stream.of(
            new int[][] {
              {0, 3, 2},
              {3, 0, 2},
              {3, 0, 9},
              {3, 2, 0},
              {1, 1, 1},
              {3, 5, 7},
              {4, 1, 9},
              {1, 33, 2},
              {6, 9, 1},
              {17, 16, 32},
              {70, 13, 6},
              {12, 90, 71},
              {5, 6, 1100},
              {3, 1600, 5}
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

  private static Rows of(int width, float... numbers) {
    return new Rows(numbers, 0, numbers.length / width, width);
  }

  /** Number {@code i} of the sum's terms. */
  private interface Term {
    float of(int i);
  }

  /** The stated sum in the stated order, which the kernel must match bit for bit. */
  private static float inOrder(float start, int size, Term left, Term right) {
    float sum = start;
    for (int i = 0; i < size; i++) {
      sum = Math.fma(left.of(i), right.of(i), sum);
    }
    return sum;
  }

  private static double inDouble(double start, int size, Term left, Term right) {
    double sum = start;
    for (int i = 0; i < size; i++) {
      sum += (double) left.of(i) * right.of(i);
    }
    return sum;
  }

  /** Element by element: the bits of the ordered sum, near the sum in double. */
  private static void assertSum(float actual, float start, int size, Term left, Term right) {
    assertEquals(inOrder(start, size, left, right), actual);
    assertEquals(inDouble(start, size, left, right), actual, 1e-4);
  }

  @Test
  void forwardGivesTheValuesWorkedByHand() {
    Rows z = Rows.zeros(2, 2);
    kernels.forward(of(3, 1, 2, 3, 0, -1, 2), of(2, 1, 4, 2, 5, 3, 6), of(2, 0.5f, -1), z, 0, 2);
    assertArrayEquals(new float[] {14.5f, 31, 4.5f, 6}, z.data());
  }

  @Test
  void theGradientsGiveTheValuesWorkedByHand() {
    Rows x = of(3, 1, 2, 3, 0, -1, 2);
    Rows dz = of(2, 1, -1, 2, 0.5f);
    Rows dx = Rows.zeros(2, 3);
    kernels.inputGradient(dz, of(2, 1, 4, 2, 5, 3, 6), dx, 0, 3);
    assertArrayEquals(new float[] {-3, -3, -3, 4, 6.5f, 9}, dx.data());
    Rows dw = of(2, 10, 10, 10, 10, 10, 10);
    kernels.weightGradient(x, dz, dw, 0, 3);
    assertArrayEquals(new float[] {11, 9, 10, 7.5f, 17, 8}, dw.data());
    Rows db = of(2, 10, 10);
    kernels.biasGradient(dz, db, 0, 2);
    assertArrayEquals(new float[] {13, 9.5f}, db.data());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void forwardStartsAtTheBiasAndAddsInputsInOrder(int rows, int inputs, int outputs) {
    Rows x = random(rows, inputs);
    Rows w = random(inputs, outputs);
    Rows b = random(1, outputs);
    Rows z = random(rows, outputs);
    Rows before = copy(z);
    int from = rows / 3;
    int to = rows - rows / 4;
    kernels.forward(x, w, b, z, from, to);
    for (int r = from; r < to; r++) {
      for (int j = 0; j < outputs; j++) {
        int row = r;
        int column = j;
        assertSum(z.get(r, j), b.get(0, j), inputs, k -> x.get(row, k), k -> w.get(k, column));
      }
    }
    assertUntouched(before, z, from, to, 0, outputs);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void forwardOutputsGivesTheSumsOfForwardAndNoOthers(int rows, int inputs, int outputs) {
    Rows x = random(rows, inputs);
    Rows w = random(inputs, outputs);
    Rows b = random(1, outputs);
    Rows z = random(rows, outputs);
    Rows before = copy(z);
    Rows whole = copy(z);
    kernels.forward(x, w, b, whole, 0, rows);
    int from = outputs / 3;
    int to = outputs - outputs / 4;
    kernels.forwardOutputs(x, w, b, z, from, to);
    for (int r = 0; r < rows; r++) {
      for (int j = from; j < to; j++) {
        assertEquals(whole.get(r, j), z.get(r, j));
      }
    }
    assertUntouched(before, z, 0, rows, from, to);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void inputGradientAddsOutputsInOrderFromZero(int rows, int inputs, int outputs) {
    Rows dz = random(rows, outputs);
    Rows w = random(inputs, outputs);
    Rows dx = random(rows, inputs);
    Rows before = copy(dx);
    int from = inputs / 3;
    int to = inputs - inputs / 4;
    kernels.inputGradient(dz, w, dx, from, to);
    for (int r = 0; r < rows; r++) {
      for (int i = from; i < to; i++) {
        int row = r;
        int input = i;
        assertSum(dx.get(r, i), 0, outputs, j -> dz.get(row, j), j -> w.get(input, j));
      }
    }
    assertUntouched(before, dx, 0, rows, from, to);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void weightGradientAddsRowsInOrderToWhatIsThere(int rows, int inputs, int outputs) {
    Rows x = random(rows, inputs);
    Rows dz = random(rows, outputs);
    Rows dw = random(inputs, outputs);
    Rows before = copy(dw);
    int from = inputs / 3;
    int to = inputs - inputs / 4;
    kernels.weightGradient(x, dz, dw, from, to);
    for (int i = from; i < to; i++) {
      for (int j = 0; j < outputs; j++) {
        int input = i;
        int output = j;
        float start = before.get(i, j);
        assertSum(dw.get(i, j), start, rows, r -> x.get(r, input), r -> dz.get(r, output));
      }
    }
    assertUntouched(before, dw, from, to, 0, outputs);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,7", "0,3", "3,0", "33,18", "70,1100"})
  void biasGradientAddsRowsInOrderToWhatIsThere(int rows, int outputs) {
    Rows dz = random(rows, outputs);
    Rows db = random(1, outputs);
    Rows before = copy(db);
    int from = outputs / 3;
    int to = outputs - outputs / 4;
    kernels.biasGradient(dz, db, from, to);
    for (int j = from; j < to; j++) {
      int output = j;
      assertSum(db.get(0, j), before.get(0, j), rows, r -> 1, r -> dz.get(r, output));
    }
    assertUntouched(before, db, 0, 1, from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "3,5,7,false,false",
    "3,5,7,true,false",
    "3,5,7,false,true",
    "3,5,7,true,true",
    "70,9,66,true,true",
    "70,9,66,false,false",
    "1,1,1,true,true",
    "2,0,3,false,false",
    "2,0,3,false,true",
    "0,4,2,true,false"
  })
  void multiplyAddsInOrderFromZero(int rows, int inner, int columns, boolean ta, boolean tb) {
    Rows a = ta ? random(inner, rows) : random(rows, inner);
    Rows b = tb ? random(columns, inner) : random(inner, columns);
    Rows c = random(rows, columns);
    Rows before = copy(c);
    kernels.multiply(a, ta, b, tb, c);
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < columns; j++) {
        int row = r;
        int column = j;
        Term left = k -> ta ? a.get(k, row) : a.get(row, k);
        Term right = k -> tb ? b.get(column, k) : b.get(k, column);
        assertSum(c.get(r, j), 0, inner, left, right);
      }
    }
    assertUntouched(before, c, 0, rows, 0, columns);
  }

  /** Everything outside rows [r0, r1) and columns [c0, c1), guards included, is as before. */
  private static void assertUntouched(Rows before, Rows after, int r0, int r1, int c0, int c1) {
    Rows expected = copy(before);
    for (int r = r0; r < r1; r++) {
      System.arraycopy(after.data(), after.at(r) + c0, expected.data(), after.at(r) + c0, c1 - c0);
    }
    assertArrayEquals(expected.data(), after.data());
  }

  @Test
  void aSumIsNeverRoundedBetweenProductAndAddition() {
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24: minus the rounded product, only fma keeps 2^-24.
    float a = 1 + 0x1p-12f;
    Rows z = Rows.zeros(1, 1);
    kernels.forward(of(1, a), of(1, a), of(1, -(a * a)), z, 0, 1);
    assertEquals(0x1p-24f, z.get(0, 0));
  }

  /** A term must not be skipped or made up: -0 + 0 would be 0, and 0 times infinity no number. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 8})
  void aSumOfWhateverTermsIsAsStated(int inputs) {
    float[] odd = {-0f, 0f, Float.NEGATIVE_INFINITY, Float.NaN, Float.MIN_VALUE, -Float.MAX_VALUE};
    for (float left : odd) {
      for (float right : odd) {
        Rows x = of(inputs, filled(inputs, left));
        Rows w = of(6, filled(6 * inputs, right));
        Rows z = Rows.zeros(1, 6);
        kernels.forward(x, w, of(6, filled(6, -0f)), z, 0, 1);
        float expected = inOrder(-0f, inputs, k -> left, k -> right);
        assertArrayEquals(filled(6, expected), z.data(), left + " x " + right);
      }
    }
  }

  private static float[] filled(int size, float number) {
    float[] numbers = new float[size];
    Arrays.fill(numbers, number);
    return numbers;
  }

  @Test
  void notANumberAndInfinityFollowTheStandard() {
    Rows z = Rows.zeros(1, 2);
    float inf = Float.POSITIVE_INFINITY;
    kernels.forward(of(2, inf, 0), of(2, 1, 0, 1, 1), of(2, 0, 0), z, 0, 1);
    assertArrayEquals(new float[] {inf, Float.NaN}, z.data());
  }

  @Test
  void elementwiseFunctionsWriteTheWindowAndNothingElse() {
    float[] x = {GUARD, -1, 0.25f, 3, GUARD};
    float[] y = new float[6];
    Arrays.fill(y, GUARD);
    kernels.exp(x, 1, y, 2, 3);
    float[] exp = {0.36787945f, 1.2840254f, 20.085537f};
    float[] expected = {GUARD, GUARD, exp[0], exp[1], exp[2], GUARD};
    assertArrayEquals(expected, y, 2e-6f);
  }

  @Test
  void elementwiseFunctionsWorkInPlace() {
    float[] x = {-1.5f, 0.25f, 3};
    assertInPlace(x, StrictMath::expm1, kernels::expm1);
    assertInPlace(x, StrictMath::exp, kernels::exp);
    assertInPlace(x, StrictMath::tanh, kernels::tanh);
    assertInPlace(x, v -> 1 / (1 + StrictMath.exp(-v)), kernels::sigmoid);
    assertInPlace(x, Erf::erf, kernels::erf);
    assertInPlace(new float[] {-0.5f, 0.25f, 3}, StrictMath::log1p, kernels::log1p);
  }

  private interface Bulk {
    void run(float[] x, int xAt, float[] y, int yAt, int size);
  }

  private static void assertInPlace(float[] x, DoubleUnaryOperator precise, Bulk bulk) {
    float[] y = x.clone();
    bulk.run(y, 0, y, 0, y.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(precise.applyAsDouble(x[i]), y[i], 2 * Math.ulp(y[i]));
    }
  }
}
