package nn.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
  @Test
  void theFirstNumberOfAPurposeNeedsNoGenerator() {
    assertEquals(
        SplitMix64.of(7, Purpose.STEP, 3).nextLong(), SplitMix64.first(7, Purpose.STEP, 3));
  }

  @Test
  void givesTheNumbersOfTheAuthorsReferenceProgram() {
    // splitmix64.c of Vigna, state 1234567: the values published with it.
    SplitMix64 random = new SplitMix64(1234567);
    long[] expected = {
      6457827717110365317L,
      3203168211198807973L,
      Long.parseUnsignedLong("9817491932198370423"),
      4593380528125082431L,
      Long.parseUnsignedLong("16408922859458223821")
    };
    assertArrayEquals(expected, LongStream.generate(random::nextLong).limit(5).toArray());
  }

  @Test
  void uniformByIndexIsTheSameStream() {
    long key = SplitMix64.key(3, 8);
    SplitMix64 random = new SplitMix64(key);
    for (int i = 0; i < 100; i++) {
      assertEquals(random.nextDouble(), SplitMix64.uniform(key, i), 0.0);
    }
  }

  @Test
  void eachPurposeAndNumberHasItsOwnStream() {
    long first = SplitMix64.of(1, Purpose.SHUFFLE, 0).nextLong();
    assertEquals(first, SplitMix64.of(1, Purpose.SHUFFLE, 0).nextLong());
    assertNotEquals(first, SplitMix64.of(1, Purpose.SHUFFLE, 1).nextLong());
    assertNotEquals(first, SplitMix64.of(1, Purpose.STEP, 0).nextLong());
    assertNotEquals(first, SplitMix64.of(2, Purpose.SHUFFLE, 0).nextLong());
  }

  @Test
  void boundedIntegersAreUniform() {
    SplitMix64 random = new SplitMix64(7);
    long[] counts = new long[10];
    for (int i = 0; i < 100_000; i++) {
      counts[random.nextInt(10)]++;
    }
    double[] expected = new double[10];
    Arrays.fill(expected, 10_000);
    assertTrue(TestUtils.chiSquareTest(expected, counts) > 0.001, Arrays.toString(counts));
  }

  @Test
  void gaussiansAreNormal() {
    SplitMix64 random = new SplitMix64(11);
    double[] draws = new double[5_000];
    Arrays.setAll(draws, i -> random.nextGaussian());
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(), draws);
    assertTrue(p > 0.001, "p = " + p);
  }

  @Test
  void scaledDrawsStayInTheirRange() {
    SplitMix64 random = new SplitMix64(5);
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      double d = random.nextDouble(-3, 2);
      int n = random.nextInt(4, 9);
      float f = random.nextFloat();
      assertTrue(d >= -3 && d < 2 && n >= 4 && n < 9 && f >= 0 && f < 1);
      sum += random.nextGaussian(10, 0.1) + (random.nextBoolean() ? 1 : -1);
    }
    assertEquals(10, sum / 1_000, 0.15);
  }

  @Test
  void aBoundOfZeroIsRefused() {
    SplitMix64 random = new SplitMix64(5);
    Exception e = assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
    assertEquals("bound must be positive, got 0", e.getMessage());
  }

  @Test
  void theLargestGaussianIsFinite() {
    long seed = 3558559446808474027L; // of its first number all 53 upper bits are set
    assertEquals(-1, new SplitMix64(seed).nextLong() >> 11);
    // The normal distribution is 1 - 2^-53 at 8.2095.
    assertEquals(8.2095, new SplitMix64(seed).nextGaussian(), 1e-4);
  }

  @Test
  void anyTwoBoundsWillDo() {
    int lowest = Integer.MAX_VALUE;
    int highest = Integer.MIN_VALUE;
    SplitMix64 random = new SplitMix64(5);
    for (int i = 0; i < 1_000; i++) {
      int n = random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
      lowest = Math.min(lowest, n);
      highest = Math.max(highest, n);
      int wide = random.nextInt(-2_000_000_000, 2_000_000_000);
      assertTrue(wide >= -2_000_000_000 && wide < 2_000_000_000, "got " + wide);
    }
    assertTrue(lowest < -2_000_000_000 && highest > 2_000_000_000, lowest + " to " + highest);
  }

  @Test
  void boundsInTheWrongOrderAreRefused() {
    SplitMix64 random = new SplitMix64(5);
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(3, 3));
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(5, -5));
    assertThrows(
        IllegalArgumentException.class, () -> random.nextInt(Integer.MAX_VALUE, Integer.MIN_VALUE));
  }
}
