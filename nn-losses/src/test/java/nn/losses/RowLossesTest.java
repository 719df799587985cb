package nn.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.api.Loss;
import nn.api.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowLossesTest {
  private static final float[][] SCORES = {
    {0.3f, -1.2f, 2.5f}, {0.9f, 0.7f, 0.4f}, {-3, 4, 0.5f}, {0.3f, 0.9f, -2}
  };
  private static final float[][] PROBABILITIES = {{0.2f, 0.5f, 0.3f}, {0.01f, 0.98f, 0.01f}};

  static Stream<RowFormula> all() {
    return Stream.of(
            RowFormula.ofScores(), RowFormula.ofProbabilities(), RowFormula.ofLogProbabilities())
        .flatMap(s -> s);
  }

  /** Rows of predictions that the loss accepts, as wide as it wants them. */
  private static Stream<float[]> predictions(RowFormula each) {
    if (each.loss() instanceof GaussianNll) {
      return each.target().size() == 1
          ? Stream.of(new float[] {0.5f, 2}, new float[] {-3, 0.25f})
          : Stream.of(new float[] {0.5f, -1, 2, 0.25f});
    }
    boolean shares = each.loss().domain() == Range.SIMPLEX;
    return Stream.of(shares ? PROBABILITIES : SCORES);
  }

  @ParameterizedTest
  @MethodSource("all")
  void valueAndGradientAreThoseOfTheFormula(RowFormula each) {
    predictions(each)
        .forEach(
            p -> {
              float[] gradient = new float[p.length];
              double value = each.loss().row(p, 0, p.length, each.targetRow(), 0, gradient);
              double expected = each.formula().applyAsDouble(RowFormula.widened(p));
              assertEquals(expected, value, 2e-7 * (1 + Math.abs(expected)), each.toString());
              double[] slopes = RowFormula.slopes(each.formula(), p);
              for (int j = 0; j < p.length; j++) {
                double tolerance = 1e-6 * (1 + Math.abs(slopes[j]));
                assertEquals(slopes[j], gradient[j], tolerance, each + ", output " + j);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void onlyTheRowIsReadAndOnlyItsGradientWritten(RowFormula each) {
    float[] p = predictions(each).findFirst().orElseThrow();
    float[] target = each.targetRow();
    float[] gradient = new float[p.length];
    double expected = each.loss().row(p, 0, p.length, target, 0, gradient);
    float[] wide = padded(p, Float.NaN);
    float[] wideTarget = padded(target, Float.NaN);
    float[] wideGradient = padded(p, 9);
    assertEquals(expected, each.loss().row(wide, 1, p.length, wideTarget, 1, wideGradient), 0.0);
    assertArrayEquals(padded(gradient, 9), wideGradient);
    assertArrayEquals(padded(p, Float.NaN), wide);
    assertArrayEquals(padded(target, Float.NaN), wideTarget);
    assertEquals(expected, each.loss().row(p, 0, p.length, target, 0, null), 0.0);
  }

  private static float[] padded(float[] row, float edge) {
    float[] padded = new float[row.length + 2];
    System.arraycopy(row, 0, padded, 1, row.length);
    padded[0] = edge;
    padded[row.length + 1] = edge;
    return padded;
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRightPredictionThatIsNanStaysNan(RowFormula each) {
    float[] p = predictions(each).findFirst().orElseThrow().clone();
    p[each.loss() instanceof GaussianNll ? 0 : 1] = Float.NaN;
    float[] gradient = new float[p.length];
    assertEquals(Double.NaN, each.loss().row(p, 0, p.length, each.targetRow(), 0, gradient));
    boolean constantSlope = each.loss() instanceof OnLogProbabilities;
    boolean nan = IntStream.range(0, p.length).anyMatch(j -> Float.isNaN(gradient[j]));
    assertTrue(nan || constantSlope, each.toString());
  }

  @ParameterizedTest
  @MethodSource("all")
  void farPredictionsAreFinite(RowFormula each) {
    for (float far : new float[] {0, 1, 40, -40, 1e4f, -1e4f, 1e9f}) {
      for (int j = 0; j < 2; j++) {
        float[] p = predictions(each).findFirst().orElseThrow().clone();
        p[j] = each.loss().domain() == Range.SIMPLEX ? Math.max(0, Math.min(1, far)) : far;
        float[] gradient = new float[p.length];
        double loss = each.loss().row(p, 0, p.length, each.targetRow(), 0, gradient);
        assertTrue(Double.isFinite(loss), each + " at " + far);
        for (float g : gradient) {
          assertTrue(Float.isFinite(g), each + " at " + far);
        }
      }
    }
  }

  @Test
  void widthsFollowTheTargets() {
    assertEquals(1, new MultiMargin().targetWidth(5));
    assertEquals(5, new MultiLabelMargin().targetWidth(5));
    assertEquals(5, new CategoricalHinge().targetWidth(5));
    assertEquals(1, new Focal().targetWidth(5));
    assertEquals(5, new KlDivergence().targetWidth(5));
    assertEquals(1, new NegativeLogLikelihood().targetWidth(5));
    assertEquals(6, new GaussianNll().predictionWidth(3));
    assertEquals(3, new GaussianNll().targetWidth(6));
  }

  @Test
  void eachNamesTheOutputItWants() {
    assertEquals("softmax", new Focal().output());
    assertEquals("log-softmax", new KlDivergence().output());
    assertEquals(Range.LOG_SIMPLEX, new NegativeLogLikelihood().domain());
    assertEquals("mean-and-variance", new GaussianNll().output());
    assertEquals("exponential", new Tweedie().output());
    assertEquals("exponential", new Poisson(false).output());
    assertEquals("identity", new Poisson().output());
    assertEquals("softplus", new MeanSquaredLogarithmicError().output());
    assertEquals("sigmoid", new BinaryFocal().output());
  }

  static Stream<Loss> ignoring() {
    return Stream.of(
        new CrossEntropy(),
        new CrossEntropy(Targets.INDEX, 0.1, 2),
        new NegativeLogLikelihood(),
        new NegativeLogLikelihood(Targets.INDEX, 2));
  }

  @ParameterizedTest
  @MethodSource("ignoring")
  void anIgnoredRowWeighsNothingAndPullsAtNothing(Loss loss) {
    boolean second = loss.toString().contains("ignored=2");
    float[] target = {second ? 2 : -100};
    float[] p = {Float.NaN, 1, 2};
    float[] gradient = {9, 9, 9};
    assertEquals(0, loss.rowWeight(target, 0, 1));
    assertEquals(0, loss.row(p, 0, 3, target, 0, gradient));
    assertArrayEquals(new float[3], gradient);
    gradient[1] = 9;
    assertEquals(0, ((ClassLoss) loss).fusedRow(p, 0, 3, target, 0, gradient));
    assertArrayEquals(new float[3], gradient);
    assertEquals(0, loss.row(p, 0, 3, target, 0, null));
    assertEquals(1, loss.rowWeight(new float[] {1}, 0, 1));
  }

  @Test
  void rowsOfProbabilitiesAreNeverIgnored() {
    float[] target = {-100, 0, 0};
    assertEquals(1, new CrossEntropy(Targets.ONE_HOT, 0, -100).rowWeight(target, 0, 3));
    assertEquals(1, new NegativeLogLikelihood(Targets.ONE_HOT, -100).rowWeight(target, 0, 3));
  }

  @Test
  void aVarianceBelowTheSmallestCountsAsTheSmallestAndIsPushedUp() {
    for (float variance : new float[] {1e-9f, 0, -5}) {
      float[] gradient = new float[2];
      double loss =
          new GaussianNll(0.01).row(new float[] {3, variance}, 0, 2, new float[] {1}, 0, gradient);
      assertEquals((StrictMath.log(0.01) + 400) / 2, loss, 1e-12);
      assertArrayEquals(new float[] {200, -19950}, gradient, 1e-2f);
    }
  }

  @Test
  void anOddRowHasNoVarianceForItsLastMean() {
    Loss loss = new GaussianNll();
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> loss.row(new float[3], 0, 3, new float[1], 0, null));
    assertEquals(
        "gaussian-nll needs two outputs per target, its mean and its variance, but a row has 3;"
            + " give the network an even number of outputs.",
        e.getMessage());
  }

  @Test
  void whatIsNotAClassNumberIsRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new MultiMargin().row(new float[3], 0, 3, new float[] {3}, 0, null));
    assertEquals(
        "Target 3 is not a class number: a network with 3 outputs expects a whole number from 0 to"
            + " 2; number the classes from 0 and give the network one output per class.",
        e.getMessage());
  }

  @Test
  void aRowOfZerosHasNoDirection() {
    float[] gradient = new float[2];
    float[] t = {3, 4};
    assertEquals(0, new Cosine().row(new float[2], 0, 2, t, 0, gradient), 0.0);
    assertArrayEquals(new float[] {-6e6f, -8e6f}, gradient, 1);
    assertEquals(0, new Cosine().row(t, 0, 2, new float[2], 0, gradient), 0.0);
    assertArrayEquals(new float[2], gradient, 0f);
  }

  @Test
  void anImpossibleClassCostsNothingUnlessItIsRight() {
    float[] p = {0, Float.NEGATIVE_INFINITY};
    for (Loss loss :
        List.of(new NegativeLogLikelihood(Targets.ONE_HOT, -100), new KlDivergence())) {
      assertEquals(0, loss.row(p, 0, 2, new float[] {1, 0}, 0, null), 0.0);
      assertEquals(Float.MAX_VALUE, loss.row(p, 0, 2, new float[] {0, 1}, 0, null), 0.0);
    }
  }
}
