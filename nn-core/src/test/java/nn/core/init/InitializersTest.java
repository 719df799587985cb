package nn.core.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.api.Initializer;
import nn.api.Rows;
import nn.core.random.SplitMix64;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {
  private static final int INPUTS = 200;
  private static final int OUTPUTS = 100;

  static Stream<Initializer> all() {
    return Stream.of(new Zeros(), new GlorotUniform(), new GlorotUniform(2), new HeNormal());
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
    assertEquals(0, statistics.getMean(), 4 * Math.sqrt(variance / n));
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

  @Test
  void zerosOverwriteWhatWasThereWithoutChance() {
    Rows w = new Rows(new float[] {1, 2, 3, 4}, 0, 2, 2);
    RandomGenerator none =
        () -> {
          throw new AssertionError("asked for chance");
        };
    new Zeros().fill(w, none);
    assertArrayEquals(new float[4], w.data());
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
