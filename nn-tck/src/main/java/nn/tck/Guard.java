package nn.tck;

import java.util.Arrays;
import nn.api.Rows;

/** Arrays with marked numbers around a window, to catch whoever writes past its edge. */
final class Guard {
  /** A number that no computation gives by accident. */
  static final float MARK = -98765.43f;

  /** Marked numbers on either side; odd, so that no window starts where vectors like it. */
  static final int EDGE = 5;

  private Guard() {}

  /** A window of marks inside an array of marks. */
  static Rows rows(int count, int width) {
    float[] data = new float[count * width + 2 * EDGE];
    Arrays.fill(data, MARK);
    return new Rows(data, EDGE, count, width);
  }

  /** A guarded copy of a window. */
  static Rows copy(Rows rows) {
    Rows copy = rows(rows.count(), rows.width());
    System.arraycopy(rows.data(), rows.offset(), copy.data(), copy.offset(), rows.size());
    return copy;
  }

  /** Throws unless everything around the window still has its mark. */
  static void check(Rows rows, String what) {
    check(rows.data(), rows.offset(), rows.offset() + rows.size(), what);
  }

  /** Throws unless everything outside [from, to) still has its mark. */
  static void check(float[] data, int from, int to, String what) {
    for (int i = 0; i < data.length; i++) {
      if ((i < from || i >= to) && data[i] != MARK) {
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
