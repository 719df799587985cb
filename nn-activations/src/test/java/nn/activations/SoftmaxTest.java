package nn.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import nn.api.Rows;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  private final Softmax softmax = new Softmax();
  private final StrictKernels kernels = new StrictKernels();

  private static Rows random(long seed, int count, int width) {
    Random random = new Random(seed);
    Rows rows = Rows.zeros(count, width);
    for (int i = 0; i < rows.size(); i++) {
      rows.data()[i] = 4 * (float) random.nextGaussian();
    }
    return rows;
  }

  private float[] row(float... x) {
    float[] y = new float[x.length];
    softmax.forwardRow(x, y, 0, x.length);
    return y;
  }

  @Test
  void scoresBecomeProbabilities() {
    // e^0 : e^ln2 : e^ln5 = 1 : 2 : 5
    assertArrayEquals(
        new float[] {0.125f, 0.25f, 0.625f},
        row(0, (float) StrictMath.log(2), (float) StrictMath.log(5)),
        1e-7f);
  }

  @Test
  void largeScoresDoNotOverflow() {
    assertArrayEquals(new float[] {0.5f, 0.5f, 0}, row(1e30f, 1e30f, -1e30f), 0f);
    assertArrayEquals(new float[] {0, 1}, row(Float.NEGATIVE_INFINITY, -1000), 0f);
  }

  @Test
  void oneNanMakesItsRowNan() {
    assertArrayEquals(new float[] {Float.NaN, Float.NaN}, row(1, Float.NaN));
  }

  @Test
  void theProductWithTheJacobianIsTheOneOfAutomaticDifferentiation() {
    float[] x = {0.3f, -1.2f, 2.5f, 0.9f};
    float[] dy = {1, -2, 0.5f, 3};
    float[] dx = new float[4];
    softmax.backwardRow(new float[4], row(x), dy, dx, 0, 4);
    DerivativeStructure sum = new DerivativeStructure(4, 1, 0.0);
    DerivativeStructure weighted = sum;
    for (int j = 0; j < 4; j++) {
      DerivativeStructure e = new DerivativeStructure(4, 1, j, x[j]).exp();
      sum = sum.add(e);
      weighted = weighted.add(e.multiply(dy[j]));
    }
    double[] expected = weighted.divide(sum).getAllDerivatives();
    for (int j = 0; j < 4; j++) {
      assertEquals(expected[j + 1], dx[j], 3e-7, "score " + j);
    }
  }

  @Test
  void wholeRowsAgreeWithTheSingleRow() {
    Rows x = random(1, 20, 7);
    Rows y = Rows.zeros(20, 7);
    softmax.forward(x, y, 0, 20, kernels);
    float[] expected = new float[x.size()];
    for (int r = 0; r < 20; r++) {
      softmax.forwardRow(x.data(), expected, x.at(r), 7);
    }
    assertArrayEquals(expected, y.data(), 1e-6f);
    for (int r = 0; r < 20; r++) {
      double sum = 0;
      for (int j = 0; j < 7; j++) {
        sum += y.get(r, j);
      }
      assertEquals(1, sum, 3e-7, "row " + r);
    }
  }

  @Test
  void manyCallsGiveTheBitsOfOne() {
    Rows x = random(2, 30, 5);
    Rows dy = random(3, 30, 5);
    Rows whole = Rows.zeros(30, 5);
    Rows wholeDx = Rows.zeros(30, 5);
    softmax.forward(x, whole, 0, 30, kernels);
    softmax.backward(x, whole, dy, wholeDx, 0, 30, kernels);
    Rows y = Rows.zeros(30, 5);
    Rows dx = Rows.zeros(30, 5);
    int from = 0;
    for (int to : new int[] {1, 4, 17, 30}) {
      softmax.forward(x, y, from, to, kernels);
      softmax.backward(x, y, dy, dx, from, to, kernels);
      from = to;
    }
    assertArrayEquals(whole.data(), y.data());
    assertArrayEquals(wholeDx.data(), dx.data());
  }

  @Test
  void bothDirectionsMayRunInPlace() {
    Rows x = random(4, 3, 6);
    Rows y = Rows.zeros(3, 6);
    softmax.forward(x, y, 0, 3, kernels);
    softmax.forward(x, x, 0, 3, kernels);
    assertArrayEquals(y.data(), x.data());
    Rows dy = random(5, 3, 6);
    Rows dx = Rows.zeros(3, 6);
    softmax.backward(x, y, dy, dx, 0, 3, kernels);
    softmax.backward(x, y, dy, dy, 0, 3, kernels);
    assertArrayEquals(dx.data(), dy.data());
    assertTrue(dx.get(0, 0) != 0);
  }
}
