package nn.core.kernel;

import nn.api.Rows;

/**
 * Checks of what the methods of {@link nn.api.Kernels} are given, the same for every back end; no
 * check allocates unless it fails.
 */
final class Shapes {
  /** How many scratch arrays every back end has. */
  static final int SCRATCH_ARRAYS = 4;

  private Shapes() {}

  /** Arguments of {@link nn.api.Kernels#forward}. */
  static void forward(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    forward(x, w, b, z);
    range(from, to, x.count(), "rows", "x", x);
  }

  /** Arguments of {@link nn.api.Kernels#forwardOutputs}. */
  static void forwardOutputs(Rows x, Rows w, Rows b, Rows z, int from, int to) {
    forward(x, w, b, z);
    range(from, to, z.width(), "outputs", "z", z);
  }

  private static void forward(Rows x, Rows w, Rows b, Rows z) {
    columnsAreRows("x", x, "w", w);
    sameColumns("w", w, "z", z);
    sameColumns("b", b, "z", z);
    oneRow("b", b);
    sameRows("x", x, "z", z);
  }

  /** Arguments of {@link nn.api.Kernels#inputGradient}. */
  static void inputGradient(Rows dz, Rows w, Rows dx, int from, int to) {
    sameColumns("dz", dz, "w", w);
    sameRows("dz", dz, "dx", dx);
    columnsAreRows("dx", dx, "w", w);
    range(from, to, dx.width(), "inputs", "dx", dx);
  }

  /** Arguments of {@link nn.api.Kernels#weightGradient}. */
  static void weightGradient(Rows x, Rows dz, Rows dw, int from, int to) {
    sameRows("x", x, "dz", dz);
    columnsAreRows("x", x, "dw", dw);
    sameColumns("dz", dz, "dw", dw);
    range(from, to, x.width(), "inputs", "x", x);
  }

  /** Arguments of {@link nn.api.Kernels#biasGradient}. */
  static void biasGradient(Rows dz, Rows db, int from, int to) {
    sameColumns("dz", dz, "db", db);
    oneRow("db", db);
    range(from, to, dz.width(), "outputs", "dz", dz);
  }

  /** Arguments of {@link nn.api.Kernels#exp} and its like. */
  static void elements(float[] x, int xAt, float[] y, int yAt, int size) {
    elements("x", x, xAt, size);
    elements("y", y, yAt, size);
  }

  /** Number of a scratch array. */
  static void scratch(int number) {
    if (number < 0 || number >= SCRATCH_ARRAYS) {
      throw new IndexOutOfBoundsException(
          "There is no scratch array %s; use 0 to %s".formatted(number, SCRATCH_ARRAYS - 1));
    }
  }

  /** Rows of {@code a} = rows of {@code b}: one row each for the same example. */
  private static void sameRows(String nameA, Rows a, String nameB, Rows b) {
    if (a.count() != b.count()) {
      throw mismatch(nameA, a, nameB, b, "as many rows as");
    }
  }

  /** Columns of {@code a} = columns of {@code b}. */
  private static void sameColumns(String nameA, Rows a, String nameB, Rows b) {
    if (a.width() != b.width()) {
      throw mismatch(nameA, a, nameB, b, "as many columns as");
    }
  }

  /** Columns of {@code a} = rows of {@code b}: the inner size of a product. */
  private static void columnsAreRows(String nameA, Rows a, String nameB, Rows b) {
    if (a.width() != b.count()) {
      throw mismatch(nameA, a, nameB, b, "as many columns as there are rows in");
    }
  }

  /** {@code b} is a single row. */
  private static void oneRow(String name, Rows b) {
    if (b.count() != 1) {
      throw new IllegalArgumentException(
          "%s is %s; it must have one row: pass a slice of one row".formatted(name, shape(b)));
    }
  }

  /** {@code 0 <= from <= to <= size}. */
  private static void range(int from, int to, int size, String what, String name, Rows rows) {
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
  private static void elements(String name, float[] array, int at, int size) {
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
