package nn.core.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.api.Initializer;
import nn.api.Rows;
import nn.core.init.VarianceScaling.Distribution;
import nn.core.init.VarianceScaling.Mode;
import nn.core.random.SplitMix64;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {
  private static final int INPUTS = 200;
  private static final int OUTPUTS = 100;

  static Stream<Initializer> all() {
    return Stream.of(
        new Zeros(),
        new Ones(),
        new Constant(-3),
        new Uniform(),
        new Uniform(-0.05, 0.05),
        new Normal(),
        new Normal(3, 0.1),
        new TruncatedNormal(),
        new TruncatedNormal(1, 2, 0, 9),
        new GlorotUniform(),
        new GlorotUniform(2),
        new GlorotNormal(),
        new HeNormal(),
        new HeUniform(),
        new LecunNormal(),
        new LecunUniform(),
        new VarianceScaling(2, Mode.FAN_OUT, Distribution.UNIFORM),
        new Orthogonal(),
        new Sparse(),
        new Identity());
  }

  private static double[] draw(Initializer initializer) {
    Rows w = Rows.zeros(INPUTS, OUTPUTS);
    initializer.fill(w, new SplitMix64(1));
    return IntStream.range(0, w.size()).mapToDouble(i -> w.data()[i]).toArray();
  }

  private static void assertLooksLike(RealDistribution expected, double[] drawn) {
    DescriptiveStatistics statistics = new DescriptiveStatistics(drawn);
    double variance = expected.getNumericalVariance();
    double n = drawn.length;
    assertEquals(expected.getNumericalMean(), statistics.getMean(), 4 * Math.sqrt(variance / n));
    // Of a variance: at most sqrt(2 / n) of itself for both distributions.
    assertEquals(variance, statistics.getVariance(), 4 * variance * Math.sqrt(2 / n));
    assertTrue(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected, drawn) > 0.001);
  }

  @Test
  void glorotIsUniformUpToItsLimit() {
    double limit = Math.sqrt(6.0 / (INPUTS + OUTPUTS));
    double[] drawn = draw(new GlorotUniform());
    assertLooksLike(new UniformRealDistribution(-limit, limit), drawn);
    DescriptiveStatistics statistics = new DescriptiveStatistics(drawn);
    assertTrue(statistics.getMin() >= (float) -limit && statistics.getMax() <= (float) limit);
    assertTrue(statistics.getMin() < -0.999 * limit && statistics.getMax() > 0.999 * limit);
  }

  @Test
  void gainWidensTheLimit() {
    double limit = 2 * Math.sqrt(6.0 / (INPUTS + OUTPUTS));
    assertLooksLike(new UniformRealDistribution(-limit, limit), draw(new GlorotUniform(2)));
  }

  @Test
  void heIsNormalWithTwoOverFanInAndNotTruncated() {
    double deviation = Math.sqrt(2.0 / INPUTS);
    double[] drawn = draw(new HeNormal());
    assertLooksLike(new NormalDistribution(0, deviation), drawn);
    long beyond = Arrays.stream(drawn).filter(v -> Math.abs(v) > 2 * deviation).count();
    assertEquals(0.0455, beyond / (double) drawn.length, 0.006);
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void numbersFollowTheirDistribution(Initializer initializer, RealDistribution expected) {
    assertLooksLike(expected, draw(initializer));
  }

  static Stream<Arguments> distributions() {
    double average = (INPUTS + OUTPUTS) / 2.0;
    return Stream.of(
        arguments(new Uniform(), new UniformRealDistribution(0, 1)),
        arguments(new Uniform(-3, -1), new UniformRealDistribution(-3, -1)),
        arguments(new Normal(), new NormalDistribution()),
        arguments(new Normal(-2, 0.3), new NormalDistribution(-2, 0.3)),
        arguments(new GlorotNormal(), normal(1 / average)),
        arguments(new GlorotNormal(3), normal(9 / average)),
        arguments(new HeUniform(), uniform(2.0 / INPUTS)),
        arguments(new LecunUniform(), uniform(1.0 / INPUTS)),
        arguments(scaling(3, Mode.FAN_IN, Distribution.UNIFORM), uniform(3.0 / INPUTS)),
        arguments(scaling(1, Mode.FAN_OUT, Distribution.UNIFORM), uniform(1.0 / OUTPUTS)),
        arguments(scaling(2, Mode.FAN_AVG, Distribution.UNIFORM), uniform(2 / average)),
        arguments(scaling(2, Mode.FAN_AVG, Distribution.UNTRUNCATED_NORMAL), normal(2 / average)));
  }

  private static Initializer scaling(double scale, Mode mode, Distribution distribution) {
    return new VarianceScaling(scale, mode, distribution);
  }

  private static RealDistribution normal(double variance) {
    return new NormalDistribution(0, Math.sqrt(variance));
  }

  private static RealDistribution uniform(double variance) {
    return new UniformRealDistribution(-Math.sqrt(3 * variance), Math.sqrt(3 * variance));
  }

  @Test
  void lecunKeepsItsVarianceThoughCutAtTwoDeviations() {
    double[] drawn = draw(new LecunNormal());
    DescriptiveStatistics statistics = new DescriptiveStatistics(drawn);
    assertEquals(0, statistics.getMean(), 4 * Math.sqrt(1.0 / INPUTS / drawn.length));
    assertEquals(1.0 / INPUTS, statistics.getVariance(), 0.03 / INPUTS);
    double cut = 2 * Math.sqrt(1.0 / INPUTS) / 0.8796256610342398;
    assertTrue(statistics.getMax() <= (float) cut && statistics.getMin() >= (float) -cut);
    assertTrue(statistics.getMax() > 0.97 * cut && statistics.getMin() < -0.97 * cut);
    assertArrayEquals(drawn, draw(new VarianceScaling()));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, -2, 2", "1, 2, 0, 9", "0, 1, 3, 4", "0, 1, -5, -4", "0, 1, 30, 31"})
  void aTruncatedNormalStaysInsideItsBounds(double mean, double deviation, double min, double max) {
    double[] drawn = draw(new TruncatedNormal(mean, deviation, min, max));
    DescriptiveStatistics statistics = new DescriptiveStatistics(drawn);
    assertTrue(statistics.getMin() >= min && statistics.getMax() <= max);
    if (max < 30) {
      // The mean of a normal cut at a and b: mean + deviation (phi(a) - phi(b)) / (Phi(b) -
      // Phi(a)).
      NormalDistribution standard = new NormalDistribution();
      double a = (min - mean) / deviation;
      double b = (max - mean) / deviation;
      double slope = standard.density(a) - standard.density(b);
      double expected = mean + deviation * slope / standard.probability(a, b);
      assertEquals(expected, statistics.getMean(), 4 * deviation / Math.sqrt(drawn.length));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 7, 2", "7, 1, 1", "40, 40, 1", "30, 12, 0.5", "12, 30, 1.5"})
  void theShorterSideOfAnOrthogonalMatrixIsOrthonormal(int inputs, int outputs, double gain) {
    Rows w = Rows.zeros(inputs, outputs);
    new Orthogonal(gain).fill(w, new SplitMix64(7));
    RealMatrix q = matrix(w);
    RealMatrix product = inputs >= outputs ? q.transpose().multiply(q) : q.multiply(q.transpose());
    RealMatrix expected =
        MatrixUtils.createRealIdentityMatrix(Math.min(inputs, outputs)).scalarMultiply(gain * gain);
    assertEquals(0, product.subtract(expected).getNorm(), 5e-6);
  }

  private static RealMatrix matrix(Rows w) {
    RealMatrix matrix = MatrixUtils.createRealMatrix(w.count(), w.width());
    for (int r = 0; r < w.count(); r++) {
      for (int c = 0; c < w.width(); c++) {
        matrix.setEntry(r, c, w.get(r, c));
      }
    }
    return matrix;
  }

  @Test
  void everyDirectionOfARotationIsEquallyLikely() {
    // Without the correction of signs the first number would be negative every time.
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < 4000; seed++) {
      Rows w = Rows.zeros(3, 3);
      new Orthogonal().fill(w, new SplitMix64(seed));
      sum += w.get(0, 0);
      squares += w.get(0, 0) * w.get(0, 0);
    }
    assertEquals(0, sum / 4000, 4 * Math.sqrt(1.0 / 3 / 4000));
    assertEquals(1.0 / 3, squares / 4000, 0.02);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 10", "0.25, 25", "0.101, 11", "0, 0", "1, 100"})
  void everyRowOfSparseHasItsShareOfZeros(double sparsity, int zeros) {
    Rows w = Rows.zeros(INPUTS, OUTPUTS);
    new Sparse(sparsity, 0.01).fill(w, new SplitMix64(1));
    int[] perColumn = new int[OUTPUTS];
    for (int r = 0; r < INPUTS; r++) {
      int found = 0;
      for (int c = 0; c < OUTPUTS; c++) {
        found += w.get(r, c) == 0 ? 1 : 0;
        perColumn[c] += w.get(r, c) == 0 ? 1 : 0;
      }
      assertEquals(zeros, found, "row " + r);
    }
    double share = zeros / (double) OUTPUTS;
    double spread = Math.sqrt(INPUTS * share * (1 - share));
    for (int c = 0; c < OUTPUTS; c++) {
      assertEquals(INPUTS * share, perColumn[c], 4.5 * spread, "column " + c);
    }
  }

  @Test
  void whatIsNotZeroInSparseIsNormal() {
    double[] drawn = Arrays.stream(draw(new Sparse(0.3, 0.01))).filter(v -> v != 0).toArray();
    assertLooksLike(new NormalDistribution(0, 0.01), drawn);
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void theFixedOnesOverwriteWhatWasThereWithoutChance(Initializer initializer, float[] expected) {
    Rows w = new Rows(new float[] {1, 2, 3, 4, 5, 6}, 0, 2, 3);
    RandomGenerator none =
        () -> {
          throw new AssertionError("asked for chance");
        };
    initializer.fill(w, none);
    assertArrayEquals(expected, w.data());
  }

  static Stream<Arguments> fixed() {
    return Stream.of(
        arguments(new Zeros(), new float[6]),
        arguments(new Constant(), new float[6]),
        arguments(new Ones(), new float[] {1, 1, 1, 1, 1, 1}),
        arguments(new Constant(-0.5), new float[] {-0.5f, -0.5f, -0.5f, -0.5f, -0.5f, -0.5f}),
        arguments(new Identity(2), new float[] {2, 0, 0, 0, 2, 0}));
  }

  @Test
  void anEmptyRangeIsRefused() {
    String words = "min must not exceed max, got min 2.0 and max 1.0; swap them.";
    assertEquals(
        words, assertThrows(IllegalArgumentException.class, () -> new Uniform(2, 1)).getMessage());
    assertEquals(
        words,
        assertThrows(IllegalArgumentException.class, () -> new TruncatedNormal(0, 1, 2, 1))
            .getMessage());
  }

  @Test
  void theDefaultsAreThoseOfPyTorchAndKeras() {
    assertEquals(new Uniform(0, 1), new Uniform());
    assertEquals(new Normal(0, 1), new Normal());
    assertEquals(new TruncatedNormal(0, 1, -2, 2), new TruncatedNormal());
    assertEquals(new Sparse(0.1, 0.01), new Sparse());
    assertEquals(scaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL), new VarianceScaling());
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingOutsideTheWindowIsTouched(Initializer initializer) {
    float[] data = new float[10];
    Arrays.fill(data, 99);
    initializer.fill(new Rows(data, 2, 2, 3), new SplitMix64(1));
    assertTrue(data[0] == 99 && data[1] == 99 && data[8] == 99 && data[9] == 99);
    for (int i = 2; i < 8; i++) {
      assertTrue(Math.abs(data[i]) < 50, "at " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void equalSeedsGiveEqualBits(Initializer initializer) {
    assertArrayEquals(draw(initializer), draw(initializer));
  }
}
