package nn.core.kernel;

import nn.api.Rows;

/** Checks of the shapes that {@link PlainKernels} is given; no check allocates unless it fails. */
final class Shapes {
  private Shapes() {}

  /** Rows of {@code a} = rows of {@code b}: one row each for the same example. */
  static void sameRows(String nameA, Rows a, String nameB, Rows b) {
    if (a.count() != b.count()) {
      throw mismatch(nameA, a, nameB, b, "as many rows as");
    }
  }

  /** Columns of {@code a} = columns of {@code b}. */
  static void sameColumns(String nameA, Rows a, String nameB, Rows b) {
    if (a.width() != b.width()) {
      throw mismatch(nameA, a, nameB, b, "as many columns as");
    }
  }

  /** Columns of {@code a} = rows of {@code b}: the inner size of a product. */
  static void columnsAreRows(String nameA, Rows a, String nameB, Rows b) {
    if (a.width() != b.count()) {
      throw mismatch(nameA, a, nameB, b, "as many columns as there are rows in");
    }
  }

  /** {@code b} is a single row. */
  static void oneRow(String name, Rows b) {
    if (b.count() != 1) {
      throw new IllegalArgumentException(
          "%s is %s; it must have one row: pass a slice of one row".formatted(name, shape(b)));
    }
  }

  /** {@code 0 <= from <= to <= size}. */
  static void range(int from, int to, int size, String what, String name, Rows rows) {
    if (from < 0 || from > to || to > size) {
      throw new IndexOutOfBoundsException(
          "%s [%s, %s) do not lie in %s, which is %s; expected 0 <= from <= to <= %s"
              .formatted(what, from, to, name, shape(rows), size));
    }
  }

  /** {@code c} is {@code rows} x {@code columns}, the shape of the product of {@code a}, b. */
  static void product(Rows a, boolean transposeA, Rows b, boolean transposeB, Rows c) {
    int inner = transposeA ? a.count() : a.width();
    int innerOfB = transposeB ? b.width() : b.count();
    if (inner != innerOfB) {
      throw new IllegalArgumentException(
          "op(a) is %s and op(b) is %s; the columns of the first must be the rows of the second"
              .formatted(shape(a, transposeA), shape(b, transposeB)));
    }
    int rows = transposeA ? a.width() : a.count();
    int columns = transposeB ? b.count() : b.width();
    if (c.count() != rows || c.width() != columns) {
      throw new IllegalArgumentException(
          "c is %s; op(a) is %s and op(b) is %s: make c %s x %s"
              .formatted(shape(c), shape(a, transposeA), shape(b, transposeB), rows, columns));
    }
  }

  /** Elements [at, at + size) lie in the array. */
  static void elements(String name, float[] array, int at, int size) {
    if (at < 0 || size < 0 || at > array.length - size) {
      throw new IndexOutOfBoundsException(
          "%s numbers from %s do not fit into %s, which has %s"
              .formatted(size, at, name, array.length));
    }
  }

  private static IllegalArgumentException mismatch(
      String nameA, Rows a, String nameB, Rows b, String expected) {
    return new IllegalArgumentException(
        "%s is %s and %s is %s; %s must have %s %s"
            .formatted(nameA, shape(a), nameB, shape(b), nameA, expected, nameB));
  }

  private static String shape(Rows rows) {
    return shape(rows, false);
  }

  private static String shape(Rows rows, boolean transposed) {
    int count = transposed ? rows.width() : rows.count();
    int width = transposed ? rows.count() : rows.width();
    return count + " x " + width;
  }
}
