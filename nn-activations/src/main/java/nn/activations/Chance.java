package nn.activations;

/**
 * Chance without state: each number follows from the seed and its place alone, so that any split
 * into batches draws the same.
 *
 * <p>Method: Steele, Lea, Flood: Fast splittable pseudorandom number generators (OOPSLA 2014), with
 * the finaliser of Stafford's variant 13, at a counter instead of a running state.
 */
final class Chance {
  /** 2^64 divided by the golden ratio, odd. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Chance() {}

  /** The stream of one row, by its global number. */
  static long stream(long seed, long row) {
    return mix(mix(seed + STEP) + (row + 1) * STEP);
  }

  /** Number {@code index} of a stream, uniform in (0, 1), both ends excluded. */
  static double uniform(long stream, int index) {
    return ((mix(stream + (index + 1) * STEP) >>> 12) + 0.5) * 0x1.0p-52;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
