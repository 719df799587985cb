package nn.core.kernel;

import static java.lang.Math.fma;

/**
 * A matrix product c += a b in loops that the runtime's compiler turns into vector instructions by
 * itself. It does so where all arrays of a loop are read at the same index. So the sums, a block at
 * a time, and rows of b, four at a time, are copied into arrays in which each begins at 0; that
 * costs little where many sums meet a row. Four terms at a time, since a sum on its way costs a
 * load and a store; more are too many for the compiler of Java 17.
 *
 * <p>One instance serves one thread. Factors are set before each product: an object a product would
 * be garbage.
 */
final class AutoVectorProduct {
  /** Rows of sums in a block. */
  private static final int ROWS = 64;

  /** Columns of a block: its sums and four rows of b are to stay in the caches. */
  private static final int COLUMNS = 1024;

  private final float[][] sums = new float[ROWS][0];
  private float[] b0 = {};
  private float[] b1 = {};
  private float[] b2 = {};
  private float[] b3 = {};

  private float[] a = {};
  private int aAt;
  private int aRow;
  private int aStep;
  private float[] b = {};
  private int bAt;
  private int bStep;
  private int bColumn;
  private float[] c = {};
  private int cAt;
  private int cRow;

  /** The left factor: element (i, k) is {@code a[at + i * row + k * step]}. */
  AutoVectorProduct left(float[] a, int at, int row, int step) {
    this.a = a;
    aAt = at;
    aRow = row;
    aStep = step;
    return this;
  }

  /** The right factor: element (k, j) is {@code b[at + k * step + j * column]}. */
  AutoVectorProduct right(float[] b, int at, int step, int column) {
    this.b = b;
    bAt = at;
    bStep = step;
    bColumn = column;
    return this;
  }

  /** The sums: element (i, j) is {@code c[at + i * row + j]}. */
  AutoVectorProduct sums(float[] c, int at, int row) {
    this.c = c;
    cAt = at;
    cRow = row;
    return this;
  }

  /** Adds the product of rows x inner and inner x columns numbers, block after block. */
  void add(int rows, int inner, int columns) {
    reserve(Math.min(rows, ROWS), Math.min(columns, COLUMNS));
    for (int j = 0; j < columns; j += COLUMNS) {
      for (int i = 0; i < rows; i += ROWS) {
        addBlock(i, j, Math.min(ROWS, rows - i), inner, Math.min(COLUMNS, columns - j));
      }
    }
  }

  private void reserve(int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      if (sums[i].length < columns) {
        sums[i] = new float[columns];
      }
    }
    if (b3.length < columns) {
      b0 = new float[columns];
      b1 = new float[columns];
      b2 = new float[columns];
      b3 = new float[columns];
    }
  }

  private void addBlock(int i, int j, int rows, int inner, int columns) {
    int at = cAt + i * cRow + j;
    for (int r = 0; r < rows; r++) {
      System.arraycopy(c, at + r * cRow, sums[r], 0, columns);
    }
    addTerms(aAt + i * aRow, bAt + j * bColumn, rows, inner, columns);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(sums[r], 0, c, at + r * cRow, columns);
    }
  }

  private void addTerms(int aFrom, int bFrom, int rows, int inner, int columns) {
    int k = 0;
    for (; k + 4 <= inner; k += 4) {
      copyFour(bFrom + k * bStep, columns);
      for (int r = 0; r < rows; r++) {
        addFour(aFrom + r * aRow + k * aStep, sums[r], columns);
      }
    }
    for (; k < inner; k++) {
      copyOne(bFrom + k * bStep, b0, columns);
      for (int r = 0; r < rows; r++) {
        addOne(a[aFrom + r * aRow + k * aStep], b0, sums[r], columns);
      }
    }
  }

  private void copyFour(int from, int columns) {
    if (bStep == 1) {
      turnFour(from, columns);
      return;
    }
    copyOne(from, b0, columns);
    copyOne(from + bStep, b1, columns);
    copyOne(from + 2 * bStep, b2, columns);
    copyOne(from + 3 * bStep, b3, columns);
  }

  /** Four terms that lie side by side: all of them, a column at a time. */
  private void turnFour(int from, int columns) {
    for (int j = 0; j < columns; j++) {
      int at = from + j * bColumn;
      b0[j] = b[at];
      b1[j] = b[at + 1];
      b2[j] = b[at + 2];
      b3[j] = b[at + 3];
    }
  }

  private void copyOne(int from, float[] row, int columns) {
    if (bColumn == 1) {
      System.arraycopy(b, from, row, 0, columns);
      return;
    }
    for (int j = 0; j < columns; j++) {
      row[j] = b[from + j * bColumn];
    }
  }

  private void addFour(int at, float[] sums, int columns) {
    float a0 = a[at];
    float a1 = a[at + aStep];
    float a2 = a[at + 2 * aStep];
    float a3 = a[at + 3 * aStep];
    float[] b0 = this.b0;
    float[] b1 = this.b1;
    float[] b2 = this.b2;
    float[] b3 = this.b3;
    for (int j = 0; j < columns; j++) {
      sums[j] = fma(a3, b3[j], fma(a2, b2[j], fma(a1, b1[j], fma(a0, b0[j], sums[j]))));
    }
  }

  private static void addOne(float a, float[] b, float[] sums, int columns) {
    for (int j = 0; j < columns; j++) {
      sums[j] = fma(a, b[j], sums[j]);
    }
  }
}
