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

  /** Columns from which it pays to turn a left factor whose terms do not lie side by side. */
  private static final int TURNED_COLUMNS = 512;

  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int N = Lanes.COUNT;
  private static final int WIDEST = Lanes.MANY ? 4 : 2;

  /** Columns of a whole strip. */
  private static final int WIDTH = WIDEST * N;

  /** Numbers of a whole strip. */
  private static final int STRIP = DEPTH * WIDTH;

  /** Strips that are copied together: memory gives longer rows faster than short ones. */
  private static final int GROUP = 16 / WIDEST;

  private final Tile tile = new Tile();
  private final SingleRow row = new SingleRow();
  private final SingleColumn column = new SingleColumn();
  private final float[] group = new float[GROUP * STRIP];
  private final Transpose transpose = new Transpose();
  private final Scratch turned = new Scratch();
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

  /** Where the block's first row of a begins, in the array that the tile reads. */
  private int leftAt;

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
    } else if (columns == 1 && aRow == 1 && cRow == 1) {
      addColumnAsRow(inner);
    } else if (columns == 1 && aStep == 1 && bStep == 1) {
      addColumn(inner);
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

  private void addRow(int i, int inner, int columns) {
    row.a = a;
    row.aStep = aStep;
    row.b = b;
    row.bStep = bStep;
    row.c = c;
    row.add(aAt + i * aRow, bAt, cAt + i * cRow, inner, columns);
  }

  private void addColumn(int inner) {
    column.a = a;
    column.aRow = aRow;
    column.b = b;
    column.c = c;
    column.cRow = cRow;
    column.add(aAt, bAt, cAt, rows, inner);
  }

  /** A column of sums that lie side by side is a row of the turned product, bT aT. */
  private void addColumnAsRow(int inner) {
    row.a = b;
    row.aStep = bStep;
    row.b = a;
    row.bStep = aStep;
    row.c = c;
    row.add(bAt, aAt, cAt, inner, rows);
  }

  /** Terms [k, k + steps) of all sums, strip after strip. */
  private void addBlock(int k, int steps, int columns) {
    if (aStep != 1 && rows >= PACKED_ROWS && columns >= TURNED_COLUMNS) {
      turnLeft(k, steps);
    } else {
      tile.a = a;
      tile.aRow = aRow;
      tile.aStep = aStep;
      leftAt = aAt + k * aStep;
    }
    for (int j = 0; j < columns; ) {
      int registers = registers(columns - j);
      int width = Math.min(registers * N, columns - j);
      addStrip(k, steps, j, registers, width, columns);
      j += width;
    }
  }

  /** Lays the terms of a row of a side by side: in place, each of them is far from the next. */
  private void turnLeft(int k, int steps) {
    tile.a = turned.of(rows * DEPTH);
    tile.aRow = DEPTH;
    tile.aStep = 1;
    leftAt = 0;
    transpose.turn(a, aAt + k * aStep, aStep, tile.a, 0, DEPTH, steps, rows);
  }

  /** How many registers the next strip is wide; the last one may be wider than what is left. */
  private static int registers(int columns) {
    int wanted = Lanes.roundUp(columns) / N;
    return wanted >= WIDEST ? WIDEST : wanted >= 2 ? 2 : 1;
  }

  private void addStrip(int k, int steps, int j, int registers, int width, int columns) {
    boolean whole = width == registers * N;
    int from = bAt + k * bStep + j;
    tile.b = b;
    tile.bStep = bStep;
    if (!whole || (rows >= PACKED_ROWS && bStep > registers * N)) {
      int slot = j / WIDTH % GROUP;
      if (width < WIDTH) {
        pack(from, steps, slot, width);
      } else if (slot == 0) {
        packGroup(from, steps, Math.min(GROUP, (columns - j) / WIDTH));
      }
      tile.b = group;
      tile.bStep = registers * N;
      from = slot * STRIP;
    }
    tile.c = whole ? c : corner;
    tile.cRow = whole ? cRow : registers * N;
    for (int i = 0; i < rows; i += Tile.ROWS) {
      int aFrom = leftAt + i * tile.aRow;
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

  /** Copies some whole strips together, one row of all of them at a time. */
  private void packGroup(int from, int steps, int strips) {
    for (int k = 0; k < steps; k++) {
      for (int slot = 0; slot < strips; slot++) {
        copyWide(from + k * bStep + slot * WIDTH, slot * STRIP + k * WIDTH);
      }
    }
  }

  private void copyWide(int from, int to) {
    FloatVector.fromArray(S, b, from).intoArray(group, to);
    FloatVector.fromArray(S, b, from + N).intoArray(group, to + N);
    if (WIDEST == 4) {
      FloatVector.fromArray(S, b, from + 2 * N).intoArray(group, to + 2 * N);
      FloatVector.fromArray(S, b, from + 3 * N).intoArray(group, to + 3 * N);
    }
  }

  /** Copies a narrow strip together; columns beyond its width hold anything, as do their sums. */
  private void pack(int from, int steps, int slot, int width) {
    int stripWidth = registers(width) * N;
    for (int k = 0; k < steps; k++) {
      copy(from + k * bStep, slot * STRIP + k * stripWidth, width);
    }
  }

  /** Registers rather than {@code System.arraycopy}: products of few rows gain 3 to 5 %. */
  private void copy(int from, int to, int width) {
    int j = 0;
    for (; j + N <= width; j += N) {
      FloatVector.fromArray(S, b, from + j).intoArray(group, to + j);
    }
    for (; j < width; j++) {
      group[to + j] = b[from + j];
    }
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
