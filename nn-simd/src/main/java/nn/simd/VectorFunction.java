package nn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A function of {@link nn.api.Kernels} in registers. Every lane takes the steps of the plain
 * arithmetic, {@code nn.core.kernel.FloatFunctions}, in the same order and with the same constants,
 * so the bits are the same; only the payload of a NaN may differ. The mathematics, the largest
 * errors and the source of the coefficients stand there. Where the plain form chooses, this one
 * computes both sides and selects.
 *
 * <p>No loop calls a method of ours, and longer functions go over the block several times with
 * intermediate results in arrays: in a long loop the compiler stops inlining what is not part of
 * the vector module, and a register handed to a method that is not inlined becomes an object, at
 * ten times the price of the function. Java 17 also stops 15 calls deep, the calls inside the
 * vector module among them, of which a constant that is not a register needs the most: so every
 * constant is one, and there is as little as possible between the engine and these loops.
 */
abstract class VectorFunction {
  /** Most numbers in a block: its intermediate results stay in the nearest cache. */
  static final int BLOCK = 512;

  static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
  static final int N = Lanes.COUNT;

  static final FloatVector ZERO = all(0);
  static final FloatVector ONE = all(1);
  static final FloatVector LOG2_E = all(0x1.715476p0f);
  static final FloatVector MINUS_LN2_HIGH = all(-0x1.62e4p-1f);
  static final FloatVector MINUS_LN2_LOW = all(-0x1.7f7d1cp-20f);
  static final FloatVector ROUND = all(0x1.8p23f);
  static final IntVector ROUND_BITS = bits(0x4b400000);
  static final IntVector SIGN = bits(0x80000000);
  static final IntVector MAGNITUDE = bits(0x7fffffff);
  static final IntVector BIAS = bits(127);
  static final FloatVector HALF = all(0.5f);
  static final FloatVector EXP_MOST = all(89);
  static final FloatVector EXP_7 = all(0x1.9e7c8cp-13f);
  static final FloatVector EXP_6 = all(0x1.6d3a66p-10f);
  static final FloatVector EXP_5 = all(0x1.1112d4p-7f);
  static final FloatVector EXP_4 = all(0x1.5554f8p-5f);
  static final FloatVector EXP_3 = all(0x1.555554p-3f);

  private final float[] rest = new float[N];

  /**
   * y = f(x) for {@code size} numbers, a multiple of {@link Lanes#COUNT} up to {@link #BLOCK}; y
   * may be x.
   */
  abstract void apply(float[] x, int xAt, float[] y, int yAt, int size);

  /**
   * y[yAt + i] = f(x[xAt + i]) for {@code 0 <= i < size}, without allocating. What does not fill a
   * register is computed in one of its own, whose other lanes hold anything.
   */
  final void run(float[] x, int xAt, float[] y, int yAt, int size) {
    int whole = size - size % N;
    for (int i = 0; i < whole; i += BLOCK) {
      apply(x, xAt + i, y, yAt + i, Math.min(BLOCK, whole - i));
    }
    if (whole < size) {
      System.arraycopy(x, xAt + whole, rest, 0, size - whole);
      apply(rest, 0, rest, 0, N);
      System.arraycopy(rest, 0, y, yAt + whole, size - whole);
    }
  }

  static FloatVector all(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }

  static IntVector bits(int bits) {
    return IntVector.broadcast(SPECIES.withLanes(int.class), bits);
  }
}
