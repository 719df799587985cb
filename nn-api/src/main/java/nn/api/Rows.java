package nn.api;

import java.util.Objects;

/**
 * A window of row-major numbers: element (r, c) is {@code data[offset + r * width + c]}. It is a
 * view: the numbers belong to whoever owns the array.
 *
 * @param data the array that holds the numbers
 * @param offset index in {@code data} of element (0, 0)
 * @param count number of rows, 0 or more
 * @param width numbers per row, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // a view is compared by the array it looks at
public record Rows(float[] data, int offset, int count, int width) {
  /**
   * Checks that the window lies inside the array.
   *
   * @throws IndexOutOfBoundsException if it does not
   */
  public Rows {
    if (offset < 0 || count < 0 || width < 0 || offset + (long) count * width > data.length) {
      throw new IndexOutOfBoundsException(
          "%s rows x %s from %s do not fit into %s numbers"
              .formatted(count, width, offset, data.length));
    }
  }

  /**
   * Rows of zeros in an array of their own.
   *
   * @throws IllegalArgumentException if they are more numbers than an array can hold
   */
  public static Rows zeros(int count, int width) {
    long size = (long) count * width;
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s rows of %s numbers do not fit into one array, which holds %s; take fewer at a time"
              .formatted(count, width, Integer.MAX_VALUE));
    }
    return new Rows(new float[(int) size], 0, count, width);
  }

  /** Index in {@code data} of the first element of row {@code r}. */
  public int at(int r) {
    return offset + r * width;
  }

  /** The number in row {@code r}, column {@code c}; not checked against this window's edges. */
  public float get(int r, int c) {
    return data[offset + r * width + c];
  }

  /** How many numbers: count x width. */
  public int size() {
    return count * width;
  }

  /**
   * Rows {@code from} to {@code to} (exclusive) of this window, sharing the array.
   *
   * @throws IndexOutOfBoundsException if the window has not all of these rows
   */
  public Rows slice(int from, int to) {
    Objects.checkFromToIndex(from, to, count);
    return new Rows(data, at(from), to - from, width);
  }
}
