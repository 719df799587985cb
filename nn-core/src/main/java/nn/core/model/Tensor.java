package nn.core.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import com.google.common.primitives.ImmutableIntArray;

/**
 * Numbers with a shape, row-major: the product of the shape is the count of the numbers, and the
 * empty shape holds exactly one.
 */
public sealed interface Tensor {
  /** Length along each axis, the slowest first. */
  ImmutableIntArray shape();

  /** How many numbers. */
  int size();

  /** A tensor that looks at the given array. */
  static F32 of(float[] values, int... shape) {
    return new F32(ImmutableIntArray.copyOf(shape), values);
  }

  /** A tensor that looks at the given array. */
  static F64 of(double[] values, int... shape) {
    return new F64(ImmutableIntArray.copyOf(shape), values);
  }

  /**
   * Single-precision numbers: parameters and optimizer slots.
   *
   * @param shape length along each axis
   * @param values the numbers, not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // a view is compared by the array it looks at
  record F32(ImmutableIntArray shape, float[] values) implements Tensor {
    /**
     * Checks that the shape has as many places as there are numbers.
     *
     * @throws IllegalArgumentException if it has not
     */
    public F32 {
      checkShape(shape, values.length);
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  /**
   * Double-precision numbers: statistics that must come back exactly.
   *
   * @param shape length along each axis
   * @param values the numbers, not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // a view is compared by the array it looks at
  record F64(ImmutableIntArray shape, double[] values) implements Tensor {
    /**
     * Checks that the shape has as many places as there are numbers.
     *
     * @throws IllegalArgumentException if it has not
     */
    public F64 {
      checkShape(shape, values.length);
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  private static void checkShape(ImmutableIntArray shape, int count) {
    boolean natural = shape.stream().allMatch(length -> length >= 0);
    long places = shape.stream().asLongStream().reduce(1, LongMath::saturatedMultiply);
    checkArgument(
        natural && places == count, "shape %s does not hold exactly %s numbers", shape, count);
  }
}
