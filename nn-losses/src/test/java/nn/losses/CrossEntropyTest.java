package nn.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import nn.api.FusedLoss;
import nn.api.Link;
import nn.api.Loss;
import nn.api.Range;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossEntropyTest {
  private static final CrossEntropy INDEX = new CrossEntropy();
  private static final CrossEntropy ONE_HOT = new CrossEntropy(Targets.ONE_HOT, 0, -100);

  private static double row(Loss loss, float[] p, float[] target, float @Nullable [] gradient) {
    return loss.row(p, 0, p.length, target, 0, gradient);
  }

  private static double fused(
      FusedLoss loss, float[] z, float[] target, float @Nullable [] gradient) {
    return loss.fusedRow(z, 0, z.length, target, 0, gradient);
  }

  /** sum_j t_j (ln sum_k e^z_k - z_j) and its gradient, by automatic differentiation. */
  private static double[] expected(float[] z, float[] t) {
    DerivativeStructure sum = new DerivativeStructure(z.length, 1, 0.0);
    for (int j = 0; j < z.length; j++) {
      sum = sum.add(new DerivativeStructure(z.length, 1, j, z[j]).exp());
    }
    DerivativeStructure loss = new DerivativeStructure(z.length, 1, 0.0);
    for (int j = 0; j < z.length; j++) {
      DerivativeStructure score = new DerivativeStructure(z.length, 1, j, z[j]);
      loss = loss.add(sum.log().subtract(score).multiply(t[j]));
    }
    return loss.getAllDerivatives();
  }

  private static void assertFused(double[] expected, double loss, float[] gradient) {
    assertEquals(expected[0], loss, 1e-12);
    for (int j = 0; j < gradient.length; j++) {
      assertEquals(expected[j + 1], gradient[j], 6e-8, "class " + j);
    }
  }

  @Test
  void theLossIsTheSurpriseAtTheRightClass() {
    float[] p = {0.5f, 0.25f, 0.25f};
    float[] gradient = new float[3];
    assertEquals(StrictMath.log(4), row(INDEX, p, new float[] {1}, gradient), 1e-15);
    assertArrayEquals(new float[] {0, -4, 0}, gradient, 0f);
    assertEquals(StrictMath.log(4), row(ONE_HOT, p, new float[] {0, 1, 0}, null), 1e-15);
    double soft = 0.5 * StrictMath.log(2) + 0.5 * StrictMath.log(4);
    assertEquals(soft, row(ONE_HOT, p, new float[] {0.5f, 0.5f, 0}, gradient), 1e-15);
    assertArrayEquals(new float[] {-1, -2, 0}, gradient, 0f);
  }

  @Test
  void thePlainGradientIsTheSlopeOfTheLoss() {
    float[] p = {0.2f, 0.5f, 0.3f};
    float[] t = {0.1f, 0.7f, 0.2f};
    float[] gradient = new float[3];
    row(ONE_HOT, p, t, gradient);
    float h = 0x1p-10f;
    for (int j = 0; j < 3; j++) {
      float[] up = p.clone();
      float[] down = p.clone();
      up[j] += h;
      down[j] -= h;
      double slope =
          (row(ONE_HOT, up, t, null) - row(ONE_HOT, down, t, null)) / ((double) up[j] - down[j]);
      assertEquals(slope, gradient[j], 1e-4, "class " + j);
    }
  }

  @Test
  void aProbabilityOfNoughtCostsMuchButNotEverything() {
    float[] gradient = new float[2];
    double loss = row(INDEX, new float[] {0, 1}, new float[] {0}, gradient);
    assertEquals(87.3365, loss, 1e-4);
    assertTrue(gradient[0] < -8e37f && Float.isFinite(gradient[0]));
  }

  @Test
  void fusedWithSoftmaxItIsTheDerivativeOfLogSumExp() {
    float[] z = {0.3f, -1.2f, 2.5f, 0.9f};
    float[] gradient = new float[4];
    for (int c = 0; c < 4; c++) {
      float[] t = new float[4];
      t[c] = 1;
      double loss = fused(INDEX, z, new float[] {c}, gradient);
      assertFused(expected(z, t), loss, gradient);
      float[] same = new float[4];
      assertEquals(loss, fused(ONE_HOT, z, t, same), 0.0);
      assertArrayEquals(gradient, same);
    }
  }

  @Test
  void softTargetsNeedNotAddUpToOne() {
    float[] z = {0.3f, -1.2f, 2.5f};
    float[] gradient = new float[3];
    for (float[] t : new float[][] {{0.2f, 0.3f, 0.5f}, {1, 0, 1}, {0, 0, 0}}) {
      assertFused(expected(z, t), fused(ONE_HOT, z, t, gradient), gradient);
    }
  }

  @Test
  void theFusedFormIsThePlainOneAfterSoftmax() {
    float[] z = {1, -2, 0.5f};
    double sum = StrictMath.exp(1) + StrictMath.exp(-2) + StrictMath.exp(0.5);
    float[] p = new float[3];
    for (int j = 0; j < 3; j++) {
      p[j] = (float) (StrictMath.exp(z[j]) / sum);
    }
    float[] dp = new float[3];
    float[] dz = new float[3];
    assertEquals(row(INDEX, p, new float[] {1}, dp), fused(INDEX, z, new float[] {1}, dz), 1e-7);
    double mean = dp[1] * p[1];
    for (int j = 0; j < 3; j++) {
      assertEquals(p[j] * (dp[j] - mean), dz[j], 1e-7, "class " + j);
    }
  }

  /** ln(1 + e^-40) = 1 - sigmoid(40) = 4.248354255291589e-18 to 17 digits. */
  @ParameterizedTest
  @CsvSource({
    "40, 0, 0, 4.248354255291589e-18, -4.248354255291589e-18, 4.248354255291589e-18",
    "40, 0, 1, 40, 1, -1",
    "-40, 0, 1, 4.248354255291589e-18, 4.248354255291589e-18, -4.248354255291589e-18",
    "-40, 0, 0, 40, -1, 1",
    "1e30, 0, 0, 0, 0, 0",
    "-Infinity, 0, 1, 0, 0, 0"
  })
  void farOutTheFusedFormIsFiniteAndRight(
      float z0, float z1, float target, double loss, double first, double second) {
    float[] gradient = new float[2];
    double actual = fused(INDEX, new float[] {z0, z1}, new float[] {target}, gradient);
    assertEquals(loss, actual, 1e-15 * loss);
    assertEquals(first, gradient[0], 1e-7 * Math.abs(first));
    assertEquals(second, gradient[1], 1e-7 * Math.abs(second));
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "-1, -1", "1.5, 1.500", "NaN, NaN", "Infinity, Infinity"})
  void whatIsNotAClassNumberIsRefused(float target, String words) {
    String expected =
        "Target "
            + words
            + " is not a class number: a network with 3 outputs expects a whole number from 0 to"
            + " 2; number the classes from 0 and give the network one output per class, or use"
            + " targets=one-hot for rows of probabilities.";
    float[] t = {target};
    float[] p = {0.2f, 0.3f, 0.5f};
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> row(INDEX, p, t, null)).getMessage());
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> fused(INDEX, p, t, null)).getMessage());
  }

  @Test
  void widthsFollowTheTargets() {
    assertEquals(Targets.INDEX, INDEX.targets());
    assertEquals(1, INDEX.targetWidth(10));
    assertEquals(10, ONE_HOT.targetWidth(10));
    assertEquals(10, INDEX.predictionWidth(10));
    assertEquals(10, ONE_HOT.predictionWidth(10));
    assertEquals("softmax", INDEX.output());
    assertEquals(Range.SIMPLEX, INDEX.domain());
    assertEquals(Link.SOFTMAX, INDEX.link());
  }

  @Test
  void nanStaysNan() {
    float[] gradient = new float[3];
    for (int j = 0; j < 3; j++) {
      float[] z = {0.2f, 0.3f, 0.5f};
      z[j] = Float.NaN;
      assertEquals(Double.NaN, fused(INDEX, z, new float[] {0}, gradient));
      assertTrue(Float.isNaN(gradient[0]), Arrays.toString(gradient));
      assertEquals(Double.NaN, row(INDEX, z, new float[] {j}, gradient));
      assertTrue(Float.isNaN(gradient[j]), Arrays.toString(gradient));
    }
    float[] t = {Float.NaN, 0, 0};
    assertEquals(Double.NaN, fused(ONE_HOT, new float[3], t, null));
    assertEquals(Double.NaN, row(ONE_HOT, new float[3], t, null));
  }

  @Test
  void onlyTheRowIsReadAndWritten() {
    float[] z = {Float.NaN, 1, 2, Float.NaN};
    float[] gradient = {9, 9, 9, 9};
    float[] target = {Float.NaN, 1};
    double expected = fused(INDEX, new float[] {1, 2}, new float[] {1}, null);
    assertEquals(expected, INDEX.fusedRow(z, 1, 2, target, 1, gradient), 0.0);
    assertTrue(gradient[0] == 9 && gradient[3] == 9 && gradient[1] != 9 && gradient[2] != 9);
  }
}
