package nn.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What an author gets from the interfaces without writing it: the default methods, by hand. */
class FormsTest {
  private final Kernels kernels = Mockito.mock(Kernels.class);

  private record Square() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return x * x;
    }

    @Override
    public double derivative(double x) {
      return 2 * x;
    }
  }

  private record Slope(boolean shared) implements ParametricActivation {
    @Override
    public double value(double x, double a) {
      return a * x;
    }

    @Override
    public double derivative(double x, double a) {
      return a;
    }

    @Override
    public double parameterDerivative(double x, double a) {
      return x;
    }

    @Override
    public double initialParameter() {
      return 1;
    }
  }

  private record Double2() implements RowActivation {
    @Override
    public void forwardRow(float[] x, float[] y, int at, int width) {
      for (int i = at; i < at + width; i++) {
        y[i] = 2 * x[i];
      }
    }

    @Override
    public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
      for (int i = at; i < at + width; i++) {
        dx[i] = 2 * dy[i];
      }
    }
  }

  private record SquaredError(Over over) implements ElementwiseLoss, FusedLoss {
    @Override
    public double value(double prediction, double target) {
      return (prediction - target) * (prediction - target);
    }

    @Override
    public double derivative(double prediction, double target) {
      return 2 * (prediction - target);
    }

    @Override
    public Link link() {
      return Link.IDENTITY;
    }

    @Override
    public double fusedRow(
        float[] z, int at, int width, float[] target, int targetAt, float[] gradient) {
      return row(z, at, width, target, targetAt, gradient);
    }
  }

  private record Weights() implements BlockOptimizer {
    @Override
    public double learningRate() {
      return 1;
    }

    @Override
    public int stateSize(Block block) {
      return 0;
    }

    @Override
    public void update(
        long step,
        double rate,
        Block block,
        float[] weights,
        float[] gradients,
        float[] state,
        int stateAt,
        float[] scratch,
        Kernels kernels) {}
  }

  @Test
  void anElementwiseActivationGetsItsBulkFormFromTheScalarPair() {
    Square square = new Square();
    float[] y = {9, 9, 9, 9};
    square.forward(new float[] {1, 2, 3, 4}, y, 1, 3, kernels);
    assertArrayEquals(new float[] {9, 4, 9, 9}, y);
    float[] dx = {7, 7, 7, 7};
    square.backward(new float[] {1, 2, 3, 4}, y, new float[] {1, 10, 100, 1}, dx, 1, 3, kernels);
    assertArrayEquals(new float[] {7, 40, 600, 7}, dx);
    assertEquals(Optional.empty(), square.link());
    assertEquals(Range.REAL, square.range());
    assertEquals(Reads.INPUT, square.reads());
    assertEquals("glorot-uniform", square.initializer());
    assertEquals(0, square.kinks().length);
  }

  @Test
  void aParametricActivationAddsItsGradientUnitByUnit() {
    Rows x = new Rows(new float[] {1, 2, 3, 4}, 0, 2, 2);
    Rows y = Rows.zeros(2, 2);
    Rows a = new Rows(new float[] {10, 100}, 0, 1, 2);
    Slope slope = new Slope(false);
    slope.forward(x, y, a, 0, 2, kernels);
    assertArrayEquals(new float[] {10, 200, 30, 400}, y.data());
    Rows da = new Rows(new float[] {0.5f, 0.5f}, 0, 1, 2);
    Rows dx = Rows.zeros(2, 2);
    slope.backward(x, new Rows(new float[] {1, 1, 2, 2}, 0, 2, 2), dx, a, da, 1, 2, kernels);
    assertArrayEquals(new float[] {0, 100, 0, 200}, dx.data());
    assertArrayEquals(new float[] {0.5f, 10.5f}, da.data());
    assertEquals(false, slope.decays());
  }

  @Test
  void aSharedParameterCollectsFromEveryUnit() {
    Rows x = new Rows(new float[] {1, 2, 3, 4}, 0, 2, 2);
    Rows a = new Rows(new float[] {10}, 0, 1, 1);
    Rows da = Rows.zeros(1, 1);
    Rows dy = new Rows(new float[] {1, 1, 1, 1}, 0, 2, 2);
    new Slope(true).backward(x, dy, Rows.zeros(2, 2), a, da, 0, 2, kernels);
    assertArrayEquals(new float[] {10}, da.data());
  }

  @Test
  void aRowActivationIsCalledRowByRow() {
    Rows x = new Rows(new float[] {0, 1, 2, 3, 4}, 1, 2, 2);
    Rows y = new Rows(new float[5], 1, 2, 2);
    new Double2().forward(x, y, 1, 2, kernels);
    assertArrayEquals(new float[] {0, 0, 0, 6, 8}, y.data());
    Rows dx = new Rows(new float[5], 1, 2, 2);
    new Double2().backward(x, y, x, dx, 0, 1, kernels);
    assertArrayEquals(new float[] {0, 2, 4, 0, 0}, dx.data());
  }

  @Test
  void anElementwiseLossIsTheMeanOrTheSumOverTheRow() {
    float[] p = {0, 3, 5};
    float[] t = {1, 1};
    float[] g = new float[3];
    assertEquals((4 + 16) / 2.0, new SquaredError(ElementwiseLoss.Over.MEAN).row(p, 1, 2, t, 0, g));
    assertArrayEquals(new float[] {0, 2, 4}, g);
    assertEquals(20, new SquaredError(ElementwiseLoss.Over.SUM).row(p, 1, 2, t, 0, g));
    assertArrayEquals(new float[] {0, 4, 8}, g);
  }

  @Test
  void aLossMeasuresRowsWithAndWithoutGradient() {
    SquaredError loss = new SquaredError(ElementwiseLoss.Over.MEAN);
    Rows p = new Rows(new float[] {1, 2, 3}, 0, 3, 1);
    Rows t = new Rows(new float[] {0, 0, 0}, 0, 3, 1);
    Rows g = Rows.zeros(3, 1);
    double[] losses = {-1, -1, -1};
    loss.rows(p, t, g, losses, 1, 3, kernels);
    assertArrayEquals(new double[] {-1, 4, 9}, losses);
    assertArrayEquals(new float[] {0, 4, 6}, g.data());
    loss.fusedRows(p, t, null, losses, 0, 1, kernels);
    assertArrayEquals(new double[] {1, 4, 9}, losses);
    assertEquals("identity", loss.output());
    assertEquals(Range.REAL, loss.domain());
    assertEquals(1, loss.rowWeight(t.data(), 0, 1));
    assertEquals(3, loss.targetWidth(3));
    assertEquals(3, loss.predictionWidth(3));
    assertEquals(ElementwiseLoss.Over.MEAN, loss.over());
    assertEquals(0, loss.kinks(1).length);
  }

  @Test
  void aBlockOptimizerHandlesEveryBlockUnlessItSaysOtherwise() {
    Weights optimizer = new Weights();
    Block block = new Block("0.weights", Block.Role.WEIGHTS, 3, 2, 4, true);
    assertEquals(true, optimizer.handles(block));
    assertEquals(0, optimizer.scratchSize(block));
    Exception e = assertThrows(UnsupportedOperationException.class, optimizer::others);
    assertEquals(
        "nn.api.FormsTest$Weights handles only some blocks but names no others()", e.getMessage());
    assertEquals(10, block.end());
  }

  private record Doubling() implements BatchActivation {
    @Override
    public void forward(
        Rows x, Rows y, Rows a, boolean training, long seed, long firstRow, Kernels kernels) {}

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
        Kernels kernels) {}
  }

  private record Still() implements ElementwiseOptimizer {
    @Override
    public double learningRate() {
      return 0;
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public void update(
        long step,
        double rate,
        Block block,
        float[] weights,
        float[] gradients,
        float[][] slots,
        int from,
        int to) {}
  }

  @Test
  void aBatchActivationKeepsTheWidthAndLearnsNothingUnlessItSaysOtherwise() {
    Doubling batch = new Doubling();
    Rows untouched = new Rows(new float[] {7}, 0, 1, 1);
    batch.initialParameters(3, untouched, new java.util.Random(1));
    assertEquals(3, batch.outputWidth(3));
    assertEquals(0, batch.parameterCount(3));
    assertEquals(false, batch.decays());
    assertArrayEquals(new float[] {7}, untouched.data());
  }

  @Test
  void optimizersStartTheirStateAtZero() {
    assertEquals(0f, new Still().initial(0));
    float[] state = {0, 0};
    new Weights().initialState(new Block("b", Block.Role.BIAS, 1, 2, 0, false), state, 0);
    assertArrayEquals(new float[2], state);
    assertEquals(0f, new Slope(true).kinks().length);
  }

  @Test
  void aBackEndThatWritesForwardAloneGetsItsOutputsOneByOne() {
    Kernels stranger = Mockito.mock(Kernels.class, Mockito.CALLS_REAL_METHODS);
    Rows x = new Rows(new float[] {1, 2, 3, 0, -1, 2}, 0, 2, 3);
    Rows w = new Rows(new float[] {1, 4, 2, 5, 3, 6}, 0, 3, 2);
    Rows b = new Rows(new float[] {0.5f, -1}, 0, 1, 2);
    Rows z = Rows.zeros(2, 2);
    stranger.forwardOutputs(x, w, b, z, 1, 2);
    assertArrayEquals(new float[] {0, 31, 0, 6}, z.data());
    stranger.forwardOutputs(x, w, b, z, 0, 1);
    assertArrayEquals(new float[] {14.5f, 31, 4.5f, 6}, z.data());
  }
}
