package nn.core.random;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;

/**
 * A small generator with one {@code long} of state. The methods that are written here give the same
 * numbers on every Java runtime. What else a {@link RandomGenerator} has is the JDK's, which may
 * change it: {@code nextLong} and {@code nextFloat} with bounds, {@code nextDouble} with one,
 * {@code nextExponential}, {@code nextBytes} and the streams.
 *
 * <p>Source: Steele, Lea, Flood: Fast splittable pseudorandom number generators (OOPSLA 2014), with
 * the finaliser of Stafford's variant 13. Not for secrets.
 */
public final class SplitMix64 implements RandomGenerator {
  /** 2^64 divided by the golden ratio, odd: the step between two states. */
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  /** The largest double below 1. */
  private static final double BELOW_ONE = Math.nextDown(1.0);

  private long state;

  /** A generator that starts at the given state, as in the authors' reference program. */
  public SplitMix64(long state) {
    this.state = state;
  }

  /** The generator of one purpose: equal arguments give equal numbers, others unrelated ones. */
  public static SplitMix64 of(long seed, Purpose purpose, long number) {
    return new SplitMix64(key(key(seed, purpose.code), number));
  }

  /** The first number of the generator of one purpose, without making the generator. */
  public static long first(long seed, Purpose purpose, long number) {
    return mix(key(key(seed, purpose.code), number) + GAMMA);
  }

  /** Mixes two numbers into one that looks unrelated to both. */
  public static long key(long seed, long number) {
    return mix(mix(seed + GAMMA) + (number + 1) * GAMMA);
  }

  /**
   * Number {@code index} of the stream that starts at {@code key}, uniform in [0, 1), without
   * stepping through those before it; for chance that is split over threads.
   */
  public static double uniform(long key, long index) {
    return bits(key, index) * 0x1.0p-53;
  }

  /** The same number in whole steps of 2^-53. */
  public static long bits(long key, long index) {
    return mix(key + (index + 1) * GAMMA) >>> 11;
  }

  @Override
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  /** Uniform in [0, bound), without bias: draws that would favour small numbers are drawn again. */
  @Override
  public int nextInt(int bound) {
    checkArgument(bound > 0, "bound must be positive, got %s", bound);
    int bits = nextInt() >>> 1;
    int draw = bits % bound;
    while (bits - draw + (bound - 1) < 0) {
      bits = nextInt() >>> 1;
      draw = bits % bound;
    }
    return draw;
  }

  /** Uniform in [origin, bound), as above; where the width is no int, by drawing until one fits. */
  @Override
  public int nextInt(int origin, int bound) {
    checkArgument(origin < bound, "origin must be below bound, got %s and %s", origin, bound);
    int width = bound - origin;
    return width > 0 ? origin + nextInt(width) : firstWithin(origin, bound);
  }

  private int firstWithin(int origin, int bound) {
    int draw = nextInt();
    while (draw < origin || draw >= bound) {
      draw = nextInt();
    }
    return draw;
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** Uniform in [0, 1) in steps of 2^-24. */
  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  /** Uniform in [0, 1) in steps of 2^-53. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  @Override
  public double nextDouble(double origin, double bound) {
    return origin + (bound - origin) * nextDouble();
  }

  /**
   * Standard normal, by the inverse of its distribution function: one draw, one number. The largest
   * draw would be rounded up to 1, where the inverse is infinite: it counts as the double below.
   */
  @Override
  public double nextGaussian() {
    double p = Math.min(((nextLong() >>> 11) + 0.5) * 0x1.0p-53, BELOW_ONE);
    return -Math.sqrt(2) * Erf.erfcInv(2 * p);
  }

  @Override
  public double nextGaussian(double mean, double deviation) {
    return mean + deviation * nextGaussian();
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
