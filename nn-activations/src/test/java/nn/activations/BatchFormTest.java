package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nn.api.BatchActivation;
import nn.api.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of a whole batch against definitions in double that are written once more here. */
class BatchFormTest {
  private static final Rows NONE = Rows.zeros(1, 0);
  private static final int WIDTH = 12;

  private final StrictKernels kernels = new StrictKernels();

  /** A batch activation and the definition of one of its rows in inference. */
  record Case(BatchActivation activation, UnaryOperator<double[]> definition) {
    @Override
    public String toString() {
      return activation.toString();
    }
  }

  static Stream<Case> all() {
    return Stream.of(
        new Case(new Glu(), x -> gated(x, v -> 1 / (1 + StrictMath.exp(-v)))),
        new Case(new Swiglu(), x -> gated(x, v -> v / (1 + StrictMath.exp(-v)))),
        new Case(new Geglu(), x -> gated(x, new Gelu()::value)),
        new Case(new Reglu(), x -> gated(x, v -> Math.max(0, v))),
        new Case(new Maxout(), x -> maxout(x, 2)),
        new Case(new Maxout(3), x -> maxout(x, 3)),
        new Case(new Rrelu(), x -> each(x, v -> v > 0 ? v : (1 / 8.0 + 1 / 3.0) / 2 * v)),
        new Case(new GumbelSoftmax(), x -> softmax(x, 1)),
        new Case(new GumbelSoftmax(0.5, false), x -> softmax(x, 0.5)));
  }

  static Stream<BatchActivation> random() {
    return Stream.of(new Rrelu(), new GumbelSoftmax(), new GumbelSoftmax(0.7, true));
  }

  private static double[] each(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  private static double[] gated(double[] x, DoubleUnaryOperator gate) {
    int half = x.length / 2;
    double[] y = new double[half];
    Arrays.setAll(y, j -> x[j] * gate.applyAsDouble(x[half + j]));
    return y;
  }

  private static double[] maxout(double[] x, int pieces) {
    double[] y = new double[x.length / pieces];
    Arrays.setAll(y, j -> Arrays.stream(x, j * pieces, (j + 1) * pieces).max().orElseThrow());
    return y;
  }

  private static double[] softmax(double[] x, double tau) {
    double sum = Arrays.stream(x).map(v -> StrictMath.exp(v / tau)).sum();
    return each(x, v -> StrictMath.exp(v / tau) / sum);
  }

  /** Gaussian rows that begin at an odd place of their array. */
  private static Rows gaussians(long seed, int count, int width) {
    Random random = new Random(seed);
    Rows rows = new Rows(new float[3 + (int) seed + count * width], 3 + (int) seed, count, width);
    for (int i = 0; i < rows.data().length; i++) {
      rows.data()[i] = (float) random.nextGaussian();
    }
    return rows;
  }

  private static double[] row(Rows rows, int r) {
    double[] row = new double[rows.width()];
    Arrays.setAll(row, j -> rows.get(r, j));
    return row;
  }

  private Rows forward(BatchActivation f, Rows x, boolean training, long seed, long firstRow) {
    Rows y = gaussians(4, x.count(), f.outputWidth(x.width()));
    f.forward(x, y, NONE, training, seed, firstRow, kernels);
    return y;
  }

  /** The gradient; y holds garbage, as these forms read the input alone. */
  private Rows backward(
      BatchActivation f, Rows x, Rows dy, boolean training, long seed, long firstRow) {
    Rows y = Rows.zeros(dy.count(), dy.width());
    Arrays.fill(y.data(), Float.NaN);
    Rows dx = gaussians(5, x.count(), x.width());
    f.backward(x, y, dy, dx, NONE, NONE, training, seed, firstRow, kernels);
    return dx;
  }

  @ParameterizedTest
  @MethodSource("all")
  void theValuesAreThoseOfTheDefinition(Case c) {
    Rows x = gaussians(1, 20, WIDTH);
    Rows y = forward(c.activation(), x, false, 1, 0);
    for (int r = 0; r < 20; r++) {
      assertArrayEquals(c.definition().apply(row(x, r)), row(y, r), 5e-7, c + " row " + r);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theGradientIsTheSlopeOfTheDefinition(Case c) {
    Rows x = gaussians(1, 20, WIDTH);
    Rows dy = gaussians(2, 20, c.activation().outputWidth(WIDTH));
    Rows dx = backward(c.activation(), x, dy, false, 1, 0);
    for (int r = 0; r < 20; r++) {
      double[] expected = slopes(c.definition(), row(x, r), row(dy, r));
      assertArrayEquals(expected, row(dx, r), 2e-6, c + " row " + r);
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
  void nanStaysNanAndNothingOutsideIsTouched(Case c) {
    Rows x = gaussians(1, 2, WIDTH);
    Arrays.fill(x.data(), x.at(1), x.at(2), Float.NaN);
    Rows y = forward(c.activation(), x, false, 1, 0);
    assertTrue(Arrays.stream(row(y, 0)).noneMatch(Double::isNaN));
    assertTrue(Arrays.stream(row(y, 1)).allMatch(Double::isNaN));
    float[] before = gaussians(4, 2, y.width()).data();
    assertArrayEquals(Arrays.copyOf(before, 7), Arrays.copyOf(y.data(), 7));
  }

  @ParameterizedTest
  @MethodSource("random")
  void anySplitIntoBatchesDrawsTheSame(BatchActivation f) {
    Rows x = gaussians(1, 30, WIDTH);
    Rows dy = gaussians(2, 30, WIDTH);
    Rows whole = forward(f, x, true, 99, 1000);
    Rows wholeDx = backward(f, x, dy, true, 99, 1000);
    int from = 0;
    for (int to : new int[] {1, 8, 9, 30}) {
      Rows part = forward(f, x.slice(from, to), true, 99, 1000 + from);
      Rows partDx = backward(f, x.slice(from, to), dy.slice(from, to), true, 99, 1000 + from);
      for (int r = from; r < to; r++) {
        assertArrayEquals(row(whole, r), row(part, r - from));
        assertArrayEquals(row(wholeDx, r), row(partDx, r - from));
      }
      from = to;
    }
  }

  @ParameterizedTest
  @MethodSource("random")
  void anotherSeedOrRowDrawsOtherNumbersInTrainingOnly(BatchActivation f) {
    Rows x = gaussians(1, 30, WIDTH);
    float[] y = forward(f, x, true, 1, 0).data();
    assertFalse(Arrays.equals(y, forward(f, x, true, 2, 0).data()));
    assertFalse(Arrays.equals(y, forward(f, x, true, 1, 30).data()));
    assertArrayEquals(forward(f, x, false, 1, 0).data(), forward(f, x, false, 2, 30).data());
  }

  @Test
  void slopesAreDrawnUniformlyBetweenTheBounds() {
    Rows x = Rows.zeros(1000, 10);
    Arrays.fill(x.data(), -1f);
    Rows y = forward(new Rrelu(0.1, 0.5), x, true, 7, 0);
    double sum = 0;
    int low = 0;
    for (int r = 0; r < 1000; r++) {
      for (double v : row(y, r)) {
        assertTrue(-v >= 0.1f && -v <= 0.5f, "slope " + -v);
        sum -= v;
        low += -v < 0.2 ? 1 : 0;
      }
    }
    // Five standard deviations of a mean, and of a count, of 10,000 draws.
    assertEquals(0.3, sum / 1e4, 5 * 0.4 / Math.sqrt(12) / 100);
    assertEquals(2500, low, 5 * Math.sqrt(10000 * 0.25 * 0.75));
    Rows dx = backward(new Rrelu(0.1, 0.5), x, x, true, 7, 0);
    assertArrayEquals(row(y, 3), row(dx, 3));
  }

  @Test
  void classesAreDrawnWithTheirProbabilities() {
    Rows x = Rows.zeros(10000, 3);
    for (int i = 0; i < x.size(); i++) {
      x.data()[i] = (float) StrictMath.log(1 + i % 3); // probabilities 1/6, 2/6, 3/6
    }
    Rows y = forward(new GumbelSoftmax(1, true), x, true, 3, 0);
    double[] count = new double[3];
    for (int r = 0; r < 10000; r++) {
      double[] row = row(y, r);
      assertEquals(1, Arrays.stream(row).sum(), 0.0);
      Arrays.setAll(count, j -> count[j] + row[j]);
    }
    for (int j = 0; j < 3; j++) {
      double p = (j + 1) / 6.0;
      assertEquals(10000 * p, count[j], 5 * Math.sqrt(10000 * p * (1 - p)), "class " + j);
    }
  }

  @Test
  void aHardDrawHasTheGradientOfTheSoftOne() {
    Rows x = gaussians(1, 5, 4);
    Rows dy = gaussians(2, 5, 4);
    Rows soft = forward(new GumbelSoftmax(0.8, false), x, true, 3, 0);
    Rows hard = forward(new GumbelSoftmax(0.8, true), x, true, 3, 0);
    for (int r = 0; r < 5; r++) {
      double most = Arrays.stream(row(soft, r)).max().orElseThrow();
      assertArrayEquals(each(row(soft, r), v -> v == most ? 1 : 0), row(hard, r));
    }
    assertArrayEquals(
        backward(new GumbelSoftmax(0.8, false), x, dy, true, 3, 0).data(),
        backward(new GumbelSoftmax(0.8, true), x, dy, true, 3, 0).data());
  }

  @Test
  void aHardDrawFromNothingIsNan() {
    Rows x = new Rows(new float[] {1, Float.NaN}, 0, 1, 2);
    assertTrue(Float.isNaN(forward(new GumbelSoftmax(1, true), x, true, 3, 0).get(0, 0)));
  }

  @Test
  void theFirstOfEqualPiecesGetsTheGradient() {
    Rows x = new Rows(new float[] {2, 2, 1, 5, Float.NaN, 1}, 0, 1, 6);
    Rows dy = new Rows(new float[] {10, 20, 30}, 0, 1, 3);
    double[] expected = {10, 0, 0, 20, 30, 0};
    assertArrayEquals(expected, row(backward(new Maxout(), x, dy, false, 1, 0), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "glu, 'glu needs an even number of units, got 9. Use 10.'",
    "swiglu, 'swiglu needs an even number of units, got 9. Use 10.'",
    "geglu, 'geglu needs an even number of units, got 9. Use 10.'",
    "reglu, 'reglu needs an even number of units, got 9. Use 10.'",
    "maxout, 'maxout(pieces=2) needs a multiple of 2 units, got 9. Use 10.'"
  })
  void widthsThatDoNotFitAreRefused(String name, String message) {
    BatchActivation f =
        all()
            .map(Case::activation)
            .filter(a -> a.getClass().getSimpleName().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow();
    assertEquals(4, f.outputWidth(8));
    Exception e = assertThrows(IllegalArgumentException.class, () -> f.outputWidth(9));
    assertEquals(message, e.getMessage());
  }

  @Test
  void parametersThatMakeNoSenseAreRefused() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Rrelu(0.5, 0.1));
    assertEquals(
        "lower must be at most upper, got lower 0.5 and upper 0.1. Swap them.", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> new GumbelSoftmax(0, false));
    assertEquals("tau must be above 0, got 0.0. Use 1.", e.getMessage());
  }

  @Test
  void noneOfThemLearnsOrDecays() {
    all()
        .forEach(
            c -> {
              assertEquals(0, c.activation().parameterCount(WIDTH));
              assertFalse(c.activation().decays());
            });
  }
}
