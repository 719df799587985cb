package nn.simd;

import static java.lang.Math.fma;

/**
 * One column of a matrix product: c += a b, where the terms of a row of a lie side by side, and so
 * do those of b. In a register of neighbouring sums all lanes but one would be idle, so there are
 * none here: the sums of eight rows grow at a time, since each waits for its last term.
 */
final class SingleColumn {
  private static final int ROWS = 8;

  private SingleColumn() {}

  /**
   * Adds {@code inner} terms to each of the sums.
   *
   * @param a element (i, k) is {@code a[aAt + i * aRow + k]}
   * @param b element k is {@code b[bAt + k]}
   * @param c sum i is {@code c[cAt + i * cRow]}
   */
  static void add(
      float[] a,
      int aAt,
      int aRow,
      float[] b,
      int bAt,
      float[] c,
      int cAt,
      int cRow,
      int rows,
      int inner) {
    int i = 0;
    for (; i + ROWS <= rows; i += ROWS) {
      addEight(a, aAt + i * aRow, aRow, b, bAt, c, cAt + i * cRow, cRow, inner);
    }
    for (; i < rows; i++) {
      addOne(a, aAt + i * aRow, b, bAt, c, cAt + i * cRow, inner);
    }
  }

  private static void addEight(
      float[] a, int a0, int aRow, float[] b, int bAt, float[] c, int cAt, int cRow, int inner) {
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int a4 = a3 + aRow;
    int a5 = a4 + aRow;
    int a6 = a5 + aRow;
    int a7 = a6 + aRow;
    float s0 = c[cAt];
    float s1 = c[cAt + cRow];
    float s2 = c[cAt + 2 * cRow];
    float s3 = c[cAt + 3 * cRow];
    float s4 = c[cAt + 4 * cRow];
    float s5 = c[cAt + 5 * cRow];
    float s6 = c[cAt + 6 * cRow];
    float s7 = c[cAt + 7 * cRow];
    for (int k = 0; k < inner; k++) {
      float y = b[bAt + k];
      s0 = fma(a[a0 + k], y, s0);
      s1 = fma(a[a1 + k], y, s1);
      s2 = fma(a[a2 + k], y, s2);
      s3 = fma(a[a3 + k], y, s3);
      s4 = fma(a[a4 + k], y, s4);
      s5 = fma(a[a5 + k], y, s5);
      s6 = fma(a[a6 + k], y, s6);
      s7 = fma(a[a7 + k], y, s7);
    }
    c[cAt] = s0;
    c[cAt + cRow] = s1;
    c[cAt + 2 * cRow] = s2;
    c[cAt + 3 * cRow] = s3;
    c[cAt + 4 * cRow] = s4;
    c[cAt + 5 * cRow] = s5;
    c[cAt + 6 * cRow] = s6;
    c[cAt + 7 * cRow] = s7;
  }

  private static void addOne(float[] a, int a0, float[] b, int bAt, float[] c, int cAt, int inner) {
    float sum = c[cAt];
    for (int k = 0; k < inner; k++) {
      sum = fma(a[a0 + k], b[bAt + k], sum);
    }
    c[cAt] = sum;
  }
}
