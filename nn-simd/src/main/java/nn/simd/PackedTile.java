package nn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of {@link Tile} for factors that lie as they are read: the terms of a row of a side by
 * side, the rows of b directly one below the other. With these two steps known, the compiler checks
 * all places before the loop, and what is left in it is little more than the sums: a quarter to a
 * third fewer instructions. What that gains is in docs/decisions, number 6.
 */
final class PackedTile {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int N = Lanes.COUNT;

  private PackedTile() {}

  /**
   * As {@link Tile#add} with 2 or 4 registers, where {@code t.aStep} is 1 and {@code t.bStep} the
   * width of as many registers.
   */
  static void add(Tile t, int registers, int aAt, int bAt, int cAt, int steps, int rows) {
    if (registers == 4) {
      four(t, aAt, bAt, cAt, steps, rows);
    } else {
      two(t, aAt, bAt, cAt, steps, rows);
    }
  }

  private static void four(Tile t, int aAt, int bAt, int cAt, int steps, int rows) {
    float[] a = t.a;
    float[] b = t.b;
    float[] c = t.c;
    int aRow = t.aRow;
    int cRow = t.cRow;
    int a0 = aAt + Tile.row(0, rows) * aRow;
    int a1 = aAt + Tile.row(1, rows) * aRow;
    int a2 = aAt + Tile.row(2, rows) * aRow;
    int a3 = aAt + Tile.row(3, rows) * aRow;
    int a4 = aAt + Tile.row(4, rows) * aRow;
    int c0 = cAt + Tile.row(0, rows) * cRow;
    int c1 = cAt + Tile.row(1, rows) * cRow;
    int c2 = cAt + Tile.row(2, rows) * cRow;
    int c3 = cAt + Tile.row(3, rows) * cRow;
    int c4 = cAt + Tile.row(4, rows) * cRow;
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
      int bk = bAt + k * (4 * N);
      FloatVector b0 = FloatVector.fromArray(S, b, bk);
      FloatVector b1 = FloatVector.fromArray(S, b, bk + N);
      FloatVector b2 = FloatVector.fromArray(S, b, bk + 2 * N);
      FloatVector b3 = FloatVector.fromArray(S, b, bk + 3 * N);
      FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      x = FloatVector.broadcast(S, a[a1 + k]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      x = FloatVector.broadcast(S, a[a2 + k]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      x = FloatVector.broadcast(S, a[a3 + k]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      s33 = x.fma(b3, s33);
      x = FloatVector.broadcast(S, a[a4 + k]);
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

  private static void two(Tile t, int aAt, int bAt, int cAt, int steps, int rows) {
    float[] a = t.a;
    float[] b = t.b;
    float[] c = t.c;
    int aRow = t.aRow;
    int cRow = t.cRow;
    int a0 = aAt + Tile.row(0, rows) * aRow;
    int a1 = aAt + Tile.row(1, rows) * aRow;
    int a2 = aAt + Tile.row(2, rows) * aRow;
    int a3 = aAt + Tile.row(3, rows) * aRow;
    int a4 = aAt + Tile.row(4, rows) * aRow;
    int c0 = cAt + Tile.row(0, rows) * cRow;
    int c1 = cAt + Tile.row(1, rows) * cRow;
    int c2 = cAt + Tile.row(2, rows) * cRow;
    int c3 = cAt + Tile.row(3, rows) * cRow;
    int c4 = cAt + Tile.row(4, rows) * cRow;
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
      int bk = bAt + k * (2 * N);
      FloatVector b0 = FloatVector.fromArray(S, b, bk);
      FloatVector b1 = FloatVector.fromArray(S, b, bk + N);
      FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(S, a[a1 + k]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = FloatVector.broadcast(S, a[a2 + k]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = FloatVector.broadcast(S, a[a3 + k]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      x = FloatVector.broadcast(S, a[a4 + k]);
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
}
