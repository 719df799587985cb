package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nn.api.Reads;
import nn.api.RowActivation;
import nn.api.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of a row against definitions in double that are written once more here. */
class RowFormTest {
  private final StrictKernels kernels = new StrictKernels();

  /** A row activation and its definition. */
  record Case(RowActivation activation, UnaryOperator<double[]> definition) {
    @Override
    public String toString() {
      return activation.toString();
    }
  }

  static Stream<Case> all() {
    return Stream.of(
        new Case(new Softmax(), RowFormTest::softmax),
        new Case(new Softmin(), x -> softmax(each(x, v -> -v))),
        new Case(new LogSoftmax(), x -> each(softmax(x), StrictMath::log)),
        new Case(new Sparsemax(), RowFormTest::sparsemax));
  }

  private static double[] each(double[] x, java.util.function.DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  private static double[] softmax(double[] x) {
    double sum = Arrays.stream(x).map(StrictMath::exp).sum();
    return each(x, v -> StrictMath.exp(v) / sum);
  }

  /** Algorithm 1 of the paper: sort, then find the last k with 1 + k z_k above the sum so far. */
  private static double[] sparsemax(double[] x) {
    double[] sorted = Arrays.stream(x).map(v -> -v).sorted().map(v -> -v).toArray();
    double sum = 0;
    double threshold = 0;
    for (int k = 1; k <= x.length; k++) {
      sum += sorted[k - 1];
      if (1 + k * sorted[k - 1] > sum) {
        threshold = (sum - 1) / k;
      }
    }
    double t = threshold;
    return each(x, v -> Math.max(0, v - t));
  }

  private static Rows random(long seed, int count, int width) {
    Random random = new Random(seed);
    Rows rows = new Rows(new float[5 + count * width], 5, count, width);
    for (int i = 5; i < rows.data().length; i++) {
      rows.data()[i] = (float) random.nextGaussian();
    }
    return rows;
  }

  private static double[] row(Rows rows, int r) {
    double[] row = new double[rows.width()];
    Arrays.setAll(row, j -> rows.get(r, j));
    return row;
  }

  private static float[] forward(RowActivation activation, float... x) {
    float[] y = new float[x.length];
    activation.forwardRow(x, y, 0, x.length);
    return y;
  }

  /** Writes NaN into the array that is not read. */
  private static Rows unread(Rows rows, boolean read) {
    float[] data = rows.data().clone();
    if (!read) {
      Arrays.fill(data, Float.NaN);
    }
    return new Rows(data, rows.offset(), rows.count(), rows.width());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theValuesAreThoseOfTheDefinition(Case c) {
    Rows x = random(1, 50, 6);
    Rows y = random(0, 50, 6);
    c.activation().forward(x, y, 0, 50, kernels);
    for (int r = 0; r < 50; r++) {
      assertArrayEquals(c.definition().apply(row(x, r)), row(y, r), 5e-7, c + " row " + r);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theGradientIsTheSlopeOfTheDefinition(Case c) {
    Rows x = random(2, 20, 6);
    Rows dy = random(3, 20, 6);
    Rows y = random(0, 20, 6);
    Rows dx = random(0, 20, 6);
    c.activation().forward(x, y, 0, 20, kernels);
    boolean output = c.activation().reads() == Reads.OUTPUT;
    c.activation().backward(unread(x, !output), unread(y, output), dy, dx, 0, 20, kernels);
    for (int r = 0; r < 20; r++) {
      double[] expected = slopes(c.definition(), row(x, r), row(dy, r));
      assertArrayEquals(expected, row(dx, r), 1e-6, c + " row " + r);
    }
  }

  private static double[] slopes(UnaryOperator<double[]> definition, double[] x, double[] dy) {
    double h = 1e-6;
    double[] slopes = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      double[] moved = x.clone();
      moved[j] = x[j] + h;
      double[] above = definition.apply(moved);
      moved[j] = x[j] - h;
      double[] below = definition.apply(moved);
      for (int k = 0; k < dy.length; k++) {
        slopes[j] += dy[k] * (above[k] - below[k]) / (2 * h);
      }
    }
    return slopes;
  }

  @ParameterizedTest
  @MethodSource("all")
  void wholeRowsAgreeWithTheSingleRowInPartsAndInPlace(Case c) {
    Rows x = random(4, 30, 5);
    Rows dy = random(5, 30, 5);
    Rows y = random(0, 30, 5);
    Rows dx = random(0, 30, 5);
    c.activation().forward(x, y, 0, 11, kernels);
    c.activation().forward(x, y, 11, 30, kernels);
    c.activation().backward(x, y, dy, dx, 0, 4, kernels);
    c.activation().backward(x, y, dy, dx, 4, 30, kernels);
    Rows single = unread(x, true);
    Rows gradient = unread(dy, true);
    for (int r = 0; r < 30; r++) {
      int at = x.at(r);
      c.activation().forwardRow(single.data(), single.data(), at, 5);
      c.activation().backwardRow(x.data(), y.data(), gradient.data(), gradient.data(), at, 5);
      assertArrayEquals(row(single, r), row(y, r), 1e-6);
      assertArrayEquals(row(gradient, r), row(dx, r), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void largeScoresDoNotOverflowAndOneNanSpoilsItsRow(Case c) {
    for (float y : forward(c.activation(), 1e30f, 1e30f, -1e30f)) {
      assertEquals(0, y * 0, 0f, c + " gave " + y);
    }
    float nan = Float.NaN;
    assertArrayEquals(new float[] {nan, nan, nan}, forward(c.activation(), 1, nan, 2));
  }

  @Test
  void theSmallestCostGetsTheMost() {
    // e^-0 : e^-ln2 : e^-ln4 = 4 : 2 : 1
    float[] y = forward(new Softmin(), 0, (float) StrictMath.log(2), (float) StrictMath.log(4));
    assertArrayEquals(new float[] {4 / 7f, 2 / 7f, 1 / 7f}, y, 1e-7f);
  }

  @Test
  void logarithmsDoNotUnderflow() {
    assertArrayEquals(new float[] {0, -1000}, forward(new LogSoftmax(), 500, -500), 0f);
    assertEquals(-1.9287498e-22f, forward(new LogSoftmax(), 50, 0)[0], 1e-15f);
    float never = Float.NEGATIVE_INFINITY;
    assertArrayEquals(new float[] {never, 0}, forward(new LogSoftmax(), never, 3), 0f);
  }

  @Test
  void sparseProbabilitiesAreExactlyZero() {
    // Worked by hand: t = (1.5 + 1.2 - 1) / 2 = 0.85 leaves out 0.1; then t = 0.5 keeps all three.
    assertArrayEquals(
        new float[] {0.65f, 0.35f, 0}, forward(new Sparsemax(), 1.5f, 1.2f, 0.1f), 1e-7f);
    assertArrayEquals(
        new float[] {0.5f, 0.3f, 0.2f}, forward(new Sparsemax(), 1, 0.8f, 0.7f), 1e-7f);
    assertArrayEquals(new float[] {0, 1, 0}, forward(new Sparsemax(), 1, 3, 2), 0f);
    assertArrayEquals(new float[] {1, 0}, forward(new Sparsemax(), 3, Float.NEGATIVE_INFINITY), 0f);
    assertArrayEquals(new float[] {1}, forward(new Sparsemax(), -7), 0f);
  }

  @Test
  void sparsemaxOfTwoScoresIsTheSparseSigmoid() {
    for (float x = -2; x <= 2; x += 0.25f) {
      assertEquals(new SparseSigmoid().value(x), forward(new Sparsemax(), x, 0)[0], 1e-7);
    }
  }
}
