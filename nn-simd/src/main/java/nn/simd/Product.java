package nn.simd;

import static java.lang.Math.fma;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A matrix product c += a b in blocks that stay in the caches: strips of b a few registers wide and
 * {@value #DEPTH} terms deep, against which all rows of a are run in tiles. Sums that go on in the
 * next block wait in c, which loses nothing: a float stays the same in a register and in memory.
 *
 * <p>One instance serves one thread. Factors are set before each product: an object a product would
 * be garbage.
 */
final class Product {
  /** Terms of a block: with 4 registers of 16 floats a strip of b has 32 KiB. */
  private static final int DEPTH = 128;

  /** Multiply-adds below which registers do not pay. */
  private static final int SMALL = 64;

  /** Rows from which it pays to copy a strip of b together before it is read. */
  private static final int PACKED_ROWS = 48;

  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int N = Lanes.COUNT;
  private static final int WIDEST = Lanes.MANY ? 4 : 2;

  private final Tile tile = new Tile();
  private final float[] strip = new float[DEPTH * WIDEST * N];
  private final float[] corner = new float[Tile.ROWS * WIDEST * N];

  private float[] a = {};
  private int aAt;
  private int aRow;
  private int aStep;
  private float[] b = {};
  private int bAt;
  private int bStep;
  private float[] c = {};
  private int cAt;
  private int cRow;
  private int rows;

  /** The left factor: element (i, k) is {@code a[at + i * row + k * step]}. */
  Product left(float[] a, int at, int row, int step) {
    this.a = a;
    aAt = at;
    aRow = row;
    aStep = step;
    return this;
  }

  /** The right factor: element (k, j) is {@code b[at + k * step + j]}. */
  Product right(float[] b, int at, int step) {
    this.b = b;
    bAt = at;
    bStep = step;
    return this;
  }

  /** The sums: element (i, j) is {@code c[at + i * row + j]}. */
  Product sums(float[] c, int at, int row) {
    this.c = c;
    cAt = at;
    cRow = row;
    return this;
  }

  /** Adds the product of rows x inner and inner x columns numbers. */
  void add(int rows, int inner, int columns) {
    this.rows = rows;
    if ((long) rows * inner * columns <= SMALL) {
      addOneByOne(inner, columns);
    } else if (rows <= 2) {
      for (int i = 0; i < rows; i++) {
        addRow(i, inner, columns);
      }
    } else {
      for (int k = 0; k < inner; k += DEPTH) {
        addBlock(k, Math.min(DEPTH, inner - k), columns);
      }
    }
  }

  private void addOneByOne(int inner, int columns) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        float sum = c[cAt + i * cRow + j];
        for (int k = 0; k < inner; k++) {
          sum = fma(a[aAt + i * aRow + k * aStep], b[bAt + k * bStep + j], sum);
        }
        c[cAt + i * cRow + j] = sum;
      }
    }
  }

  /** One row: each number of b is used once, so b streams through, eight of its rows at a time. */
  private void addRow(int i, int inner, int columns) {
    int k = 0;
    for (; k + 8 <= inner; k += 8) {
      addEightTerms(aAt + i * aRow + k * aStep, bAt + k * bStep, cAt + i * cRow, columns);
    }
    for (; k < inner; k++) {
      addTerm(a[aAt + i * aRow + k * aStep], bAt + k * bStep, cAt + i * cRow, columns);
    }
  }

  private void addEightTerms(int from, int b0, int to, int columns) {
    float x0 = a[from];
    FloatVector v0 = FloatVector.broadcast(S, x0);
    float x1 = a[from + aStep];
    FloatVector v1 = FloatVector.broadcast(S, x1);
    float x2 = a[from + 2 * aStep];
    FloatVector v2 = FloatVector.broadcast(S, x2);
    float x3 = a[from + 3 * aStep];
    FloatVector v3 = FloatVector.broadcast(S, x3);
    float x4 = a[from + 4 * aStep];
    FloatVector v4 = FloatVector.broadcast(S, x4);
    float x5 = a[from + 5 * aStep];
    FloatVector v5 = FloatVector.broadcast(S, x5);
    float x6 = a[from + 6 * aStep];
    FloatVector v6 = FloatVector.broadcast(S, x6);
    float x7 = a[from + 7 * aStep];
    FloatVector v7 = FloatVector.broadcast(S, x7);
    int b1 = b0 + bStep;
    int b2 = b1 + bStep;
    int b3 = b2 + bStep;
    int b4 = b3 + bStep;
    int b5 = b4 + bStep;
    int b6 = b5 + bStep;
    int b7 = b6 + bStep;
    int j = 0;
    for (; j + N <= columns; j += N) {
      FloatVector sum = FloatVector.fromArray(S, c, to + j);
      sum = FloatVector.fromArray(S, b, b0 + j).fma(v0, sum);
      sum = FloatVector.fromArray(S, b, b1 + j).fma(v1, sum);
      sum = FloatVector.fromArray(S, b, b2 + j).fma(v2, sum);
      sum = FloatVector.fromArray(S, b, b3 + j).fma(v3, sum);
      sum = FloatVector.fromArray(S, b, b4 + j).fma(v4, sum);
      sum = FloatVector.fromArray(S, b, b5 + j).fma(v5, sum);
      sum = FloatVector.fromArray(S, b, b6 + j).fma(v6, sum);
      sum = FloatVector.fromArray(S, b, b7 + j).fma(v7, sum);
      sum.intoArray(c, to + j);
    }
    for (; j < columns; j++) {
      float sum = c[to + j];
      sum = fma(x0, b[b0 + j], sum);
      sum = fma(x1, b[b1 + j], sum);
      sum = fma(x2, b[b2 + j], sum);
      sum = fma(x3, b[b3 + j], sum);
      sum = fma(x4, b[b4 + j], sum);
      sum = fma(x5, b[b5 + j], sum);
      sum = fma(x6, b[b6 + j], sum);
      sum = fma(x7, b[b7 + j], sum);
      c[to + j] = sum;
    }
  }

  private void addTerm(float x, int from, int to, int columns) {
    FloatVector v = FloatVector.broadcast(S, x);
    int j = 0;
    for (; j + N <= columns; j += N) {
      FloatVector sum = FloatVector.fromArray(S, c, to + j);
      FloatVector.fromArray(S, b, from + j).fma(v, sum).intoArray(c, to + j);
    }
    for (; j < columns; j++) {
      c[to + j] = fma(x, b[from + j], c[to + j]);
    }
  }

  /** Terms [k, k + steps) of all sums, strip after strip. */
  private void addBlock(int k, int steps, int columns) {
    tile.a = a;
    tile.aRow = aRow;
    tile.aStep = aStep;
    for (int j = 0; j < columns; ) {
      int registers = registers(columns - j);
      int width = Math.min(registers * N, columns - j);
      addStrip(k, steps, j, registers, width);
      j += width;
    }
  }

  /** How many registers the next strip is wide; the last one may be wider than what is left. */
  private static int registers(int columns) {
    int wanted = Lanes.roundUp(columns) / N;
    return wanted >= WIDEST ? WIDEST : wanted >= 2 ? 2 : 1;
  }

  private void addStrip(int k, int steps, int j, int registers, int width) {
    boolean whole = width == registers * N;
    int from = bAt + k * bStep + j;
    tile.b = b;
    tile.bStep = bStep;
    if (!whole || (rows >= PACKED_ROWS && bStep > registers * N)) {
      pack(from, steps, width, registers * N);
      from = 0;
    }
    tile.c = whole ? c : corner;
    tile.cRow = whole ? cRow : registers * N;
    for (int i = 0; i < rows; i += Tile.ROWS) {
      int aFrom = aAt + i * aRow + k * aStep;
      int cFrom = cAt + i * cRow + j;
      int here = Math.min(Tile.ROWS, rows - i);
      if (whole) {
        tile.add(registers, aFrom, from, cFrom, steps, here);
      } else {
        fetch(cFrom, here, width);
        tile.add(registers, aFrom, from, 0, steps, here);
        deliver(cFrom, here, width);
      }
    }
  }

  /** Copies a block of b together; columns beyond its width hold anything, as do their sums. */
  private void pack(int from, int steps, int width, int stripWidth) {
    for (int k = 0; k < steps; k++) {
      System.arraycopy(b, from + k * bStep, strip, k * stripWidth, width);
    }
    tile.b = strip;
    tile.bStep = stripWidth;
  }

  private void fetch(int from, int count, int width) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(c, from + i * cRow, corner, i * tile.cRow, width);
    }
  }

  private void deliver(int to, int count, int width) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(corner, i * tile.cRow, c, to + i * cRow, width);
    }
  }
}
