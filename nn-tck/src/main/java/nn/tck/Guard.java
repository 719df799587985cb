package nn.tck;

import java.util.Arrays;
import nn.api.Rows;

/**
 * Arrays with marked numbers around a window, to catch whoever writes past its edge. What is read
 * and what is written have different marks, so that numbers copied past the edge are noticed too.
 */
final class Guard {
  /** A number that no computation gives by accident, around what is written. */
  static final float MARK = -98765.43f;

  /** Another one, around what is only read. */
  static final float INPUT_MARK = 76543.21f;

  /** A third one, around what is read and written: an optimizer's state. */
  static final float STATE_MARK = -54321.98f;

  /** Marked numbers on either side; odd, so that no window starts where vectors like it. */
  static final int EDGE = 5;

  private Guard() {}

  /** A window of marks inside an array of marks, to be written. */
  static Rows rows(int count, int width) {
    return marked(count, width, MARK);
  }

  /** A window to be filled, then only read. */
  static Rows inputs(int count, int width) {
    return marked(count, width, INPUT_MARK);
  }

  private static Rows marked(int count, int width, float mark) {
    float[] data = new float[count * width + 2 * EDGE];
    Arrays.fill(data, mark);
    return new Rows(data, EDGE, count, width);
  }

  /** A guarded copy of a window, to be read. */
  static Rows copy(Rows rows) {
    Rows copy = inputs(rows.count(), rows.width());
    System.arraycopy(rows.data(), rows.offset(), copy.data(), copy.offset(), rows.size());
    return copy;
  }

  /** Throws unless everything around a window that was written still has its mark. */
  static void check(Rows rows, String what) {
    check(rows.data(), rows.offset(), rows.offset() + rows.size(), MARK, what);
  }

  /** Throws unless everything around a window that was only read still has its mark. */
  static void checkInputs(Rows rows, String what) {
    check(rows.data(), rows.offset(), rows.offset() + rows.size(), INPUT_MARK, what);
  }

  /** Throws unless everything outside [from, to) still has its mark. */
  static void check(float[] data, int from, int to, float mark, String what) {
    for (int i = 0; i < data.length; i++) {
      if ((i < from || i >= to) && data[i] != mark) {
        throw Finding.of(
            "%s was written at index %s, outside its range from %s to %s.", what, i, from, to);
      }
    }
  }

  /** Throws unless two windows hold the same bits. */
  static void same(Rows expected, Rows actual, String what) {
    for (int i = 0; i < expected.size(); i++) {
      float e = expected.data()[expected.offset() + i];
      float a = actual.data()[actual.offset() + i];
      if (Float.floatToIntBits(e) != Float.floatToIntBits(a)) {
        throw Finding.of("%s: %s instead of %s at position %s.", what, a, e, i);
      }
    }
  }
}
