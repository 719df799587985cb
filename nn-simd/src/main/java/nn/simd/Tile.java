package nn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product: c += a b on a tile of c whose sums stay in registers. A
 * tile is 5 rows high and 4, 2 or 1 registers wide; each lane is one sum, so each sum grows in the
 * stated order, k ascending, and never meets another.
 *
 * <p>The three forms have one skeleton and differ in width alone. They are written out because the
 * compiler keeps a sum in a register only if it has a name of its own.
 *
 * <p>A tile that sticks out over the last row computes that row several times: equal sums from
 * equal numbers, written to one place, after all reading is done.
 */
final class Tile {
  /** Rows of a tile. */
  static final int ROWS = 5;

  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int N = Lanes.COUNT;

  /** Left factor: element (i, k) is {@code a[at + i * aRow + k * aStep]}. */
  float[] a = {};

  int aRow;
  int aStep;

  /** Right factor: element (k, j) is {@code b[at + k * bStep + j]}. */
  float[] b = {};

  int bStep;

  /** Sums: element (i, j) is {@code c[at + i * cRow + j]}. */
  float[] c = {};

  int cRow;

  /**
   * The tile of 5 rows and 1, 2 or 4 registers whose corner is given.
   *
   * @param steps how many terms each sum gets
   * @param rows how many of its rows are there, 1 to 5
   */
  void add(int registers, int aAt, int bAt, int cAt, int steps, int rows) {
    if (registers > 1 && aStep == 1 && bStep == registers * N) {
      PackedTile.add(this, registers, aAt, bAt, cAt, steps, rows);
      return;
    }
    switch (registers) {
      case 4 -> four(aAt, bAt, cAt, steps, rows);
      case 2 -> two(aAt, bAt, cAt, steps, rows);
      default -> one(aAt, bAt, cAt, steps, rows);
    }
  }

  /** 5 x 4 registers: 20 sums, 4 columns and a factor, for machines with 32 registers. */
  private void four(int aAt, int bAt, int cAt, int steps, int rows) {
    float[] a = this.a;
    float[] b = this.b;
    float[] c = this.c;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int a0 = aAt + row(0, rows) * aRow;
    int a1 = aAt + row(1, rows) * aRow;
    int a2 = aAt + row(2, rows) * aRow;
    int a3 = aAt + row(3, rows) * aRow;
    int a4 = aAt + row(4, rows) * aRow;
    int c0 = cAt + row(0, rows) * cRow;
    int c1 = cAt + row(1, rows) * cRow;
    int c2 = cAt + row(2, rows) * cRow;
    int c3 = cAt + row(3, rows) * cRow;
    int c4 = cAt + row(4, rows) * cRow;
    FloatVector s00 = FloatVector.fromArray(S, c, c0);
    FloatVector s01 = FloatVector.fromArray(S, c, c0 + N);
    FloatVector s02 = FloatVector.fromArray(S, c, c0 + 2 * N);
    FloatVector s03 = FloatVector.fromArray(S, c, c0 + 3 * N);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    FloatVector s11 = FloatVector.fromArray(S, c, c1 + N);
    FloatVector s12 = FloatVector.fromArray(S, c, c1 + 2 * N);
    FloatVector s13 = FloatVector.fromArray(S, c, c1 + 3 * N);
    FloatVector s20 = FloatVector.fromArray(S, c, c2);
    FloatVector s21 = FloatVector.fromArray(S, c, c2 + N);
    FloatVector s22 = FloatVector.fromArray(S, c, c2 + 2 * N);
    FloatVector s23 = FloatVector.fromArray(S, c, c2 + 3 * N);
    FloatVector s30 = FloatVector.fromArray(S, c, c3);
    FloatVector s31 = FloatVector.fromArray(S, c, c3 + N);
    FloatVector s32 = FloatVector.fromArray(S, c, c3 + 2 * N);
    FloatVector s33 = FloatVector.fromArray(S, c, c3 + 3 * N);
    FloatVector s40 = FloatVector.fromArray(S, c, c4);
    FloatVector s41 = FloatVector.fromArray(S, c, c4 + N);
    FloatVector s42 = FloatVector.fromArray(S, c, c4 + 2 * N);
    FloatVector s43 = FloatVector.fromArray(S, c, c4 + 3 * N);
    for (int k = 0; k < steps; k++) {
      int bk = bAt + k * bStep;
      int ak = k * aStep;
      FloatVector b0 = FloatVector.fromArray(S, b, bk);
      FloatVector b1 = FloatVector.fromArray(S, b, bk + N);
      FloatVector b2 = FloatVector.fromArray(S, b, bk + 2 * N);
      FloatVector b3 = FloatVector.fromArray(S, b, bk + 3 * N);
      FloatVector x = FloatVector.broadcast(S, a[a0 + ak]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      x = FloatVector.broadcast(S, a[a1 + ak]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      x = FloatVector.broadcast(S, a[a2 + ak]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      x = FloatVector.broadcast(S, a[a3 + ak]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      s33 = x.fma(b3, s33);
      x = FloatVector.broadcast(S, a[a4 + ak]);
      s40 = x.fma(b0, s40);
      s41 = x.fma(b1, s41);
      s42 = x.fma(b2, s42);
      s43 = x.fma(b3, s43);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + N);
    s02.intoArray(c, c0 + 2 * N);
    s03.intoArray(c, c0 + 3 * N);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + N);
    s12.intoArray(c, c1 + 2 * N);
    s13.intoArray(c, c1 + 3 * N);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + N);
    s22.intoArray(c, c2 + 2 * N);
    s23.intoArray(c, c2 + 3 * N);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + N);
    s32.intoArray(c, c3 + 2 * N);
    s33.intoArray(c, c3 + 3 * N);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + N);
    s42.intoArray(c, c4 + 2 * N);
    s43.intoArray(c, c4 + 3 * N);
  }

  /** 5 x 2 registers: 10 sums, 2 columns and a factor fit into 16 registers. */
  private void two(int aAt, int bAt, int cAt, int steps, int rows) {
    float[] a = this.a;
    float[] b = this.b;
    float[] c = this.c;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int a0 = aAt + row(0, rows) * aRow;
    int a1 = aAt + row(1, rows) * aRow;
    int a2 = aAt + row(2, rows) * aRow;
    int a3 = aAt + row(3, rows) * aRow;
    int a4 = aAt + row(4, rows) * aRow;
    int c0 = cAt + row(0, rows) * cRow;
    int c1 = cAt + row(1, rows) * cRow;
    int c2 = cAt + row(2, rows) * cRow;
    int c3 = cAt + row(3, rows) * cRow;
    int c4 = cAt + row(4, rows) * cRow;
    FloatVector s00 = FloatVector.fromArray(S, c, c0);
    FloatVector s01 = FloatVector.fromArray(S, c, c0 + N);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    FloatVector s11 = FloatVector.fromArray(S, c, c1 + N);
    FloatVector s20 = FloatVector.fromArray(S, c, c2);
    FloatVector s21 = FloatVector.fromArray(S, c, c2 + N);
    FloatVector s30 = FloatVector.fromArray(S, c, c3);
    FloatVector s31 = FloatVector.fromArray(S, c, c3 + N);
    FloatVector s40 = FloatVector.fromArray(S, c, c4);
    FloatVector s41 = FloatVector.fromArray(S, c, c4 + N);
    for (int k = 0; k < steps; k++) {
      int bk = bAt + k * bStep;
      int ak = k * aStep;
      FloatVector b0 = FloatVector.fromArray(S, b, bk);
      FloatVector b1 = FloatVector.fromArray(S, b, bk + N);
      FloatVector x = FloatVector.broadcast(S, a[a0 + ak]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(S, a[a1 + ak]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = FloatVector.broadcast(S, a[a2 + ak]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = FloatVector.broadcast(S, a[a3 + ak]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      x = FloatVector.broadcast(S, a[a4 + ak]);
      s40 = x.fma(b0, s40);
      s41 = x.fma(b1, s41);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + N);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + N);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + N);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + N);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + N);
  }

  /** 5 x 1 registers. */
  private void one(int aAt, int bAt, int cAt, int steps, int rows) {
    float[] a = this.a;
    float[] b = this.b;
    float[] c = this.c;
    int aStep = this.aStep;
    int bStep = this.bStep;
    int a0 = aAt + row(0, rows) * aRow;
    int a1 = aAt + row(1, rows) * aRow;
    int a2 = aAt + row(2, rows) * aRow;
    int a3 = aAt + row(3, rows) * aRow;
    int a4 = aAt + row(4, rows) * aRow;
    int c0 = cAt + row(0, rows) * cRow;
    int c1 = cAt + row(1, rows) * cRow;
    int c2 = cAt + row(2, rows) * cRow;
    int c3 = cAt + row(3, rows) * cRow;
    int c4 = cAt + row(4, rows) * cRow;
    FloatVector s00 = FloatVector.fromArray(S, c, c0);
    FloatVector s10 = FloatVector.fromArray(S, c, c1);
    FloatVector s20 = FloatVector.fromArray(S, c, c2);
    FloatVector s30 = FloatVector.fromArray(S, c, c3);
    FloatVector s40 = FloatVector.fromArray(S, c, c4);
    for (int k = 0; k < steps; k++) {
      int bk = bAt + k * bStep;
      int ak = k * aStep;
      FloatVector b0 = FloatVector.fromArray(S, b, bk);
      FloatVector x = FloatVector.broadcast(S, a[a0 + ak]);
      s00 = x.fma(b0, s00);
      x = FloatVector.broadcast(S, a[a1 + ak]);
      s10 = x.fma(b0, s10);
      x = FloatVector.broadcast(S, a[a2 + ak]);
      s20 = x.fma(b0, s20);
      x = FloatVector.broadcast(S, a[a3 + ak]);
      s30 = x.fma(b0, s30);
      x = FloatVector.broadcast(S, a[a4 + ak]);
      s40 = x.fma(b0, s40);
    }
    s00.intoArray(c, c0);
    s10.intoArray(c, c1);
    s20.intoArray(c, c2);
    s30.intoArray(c, c3);
    s40.intoArray(c, c4);
  }

  static int row(int wanted, int rows) {
    return Math.min(wanted, rows - 1);
  }
}
