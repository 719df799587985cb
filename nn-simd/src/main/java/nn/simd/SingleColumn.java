package nn.simd;

import static java.lang.Math.fma;

/**
 * One column of a matrix product: c += a b, where the terms of a row of a lie side by side, and so
 * do those of b. In a register of neighbouring sums all lanes but one would be idle, so there are
 * none here: the sums of eight rows grow at a time, since each waits for its last term.
 */
final class SingleColumn {
  private static final int EIGHT = 8;

  /** Left factor: element (i, k) is {@code a[at + i * aRow + k]}. */
  float[] a = {};

  int aRow;

  /** Right factor: element k is {@code b[at + k]}. */
  float[] b = {};

  /** Sums: element i is {@code c[at + i * cRow]}. */
  float[] c = {};

  int cRow;

  /** Adds {@code inner} terms to each of the sums. */
  void add(int aAt, int bAt, int cAt, int rows, int inner) {
    int i = 0;
    for (; i + EIGHT <= rows; i += EIGHT) {
      addEight(aAt + i * aRow, bAt, cAt + i * cRow, inner);
    }
    for (; i < rows; i++) {
      addOne(aAt + i * aRow, bAt, cAt + i * cRow, inner);
    }
  }

  private void addEight(int a0, int bAt, int c0, int inner) {
    float[] a = this.a;
    float[] b = this.b;
    float[] c = this.c;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int a4 = a3 + aRow;
    int a5 = a4 + aRow;
    int a6 = a5 + aRow;
    int a7 = a6 + aRow;
    float s0 = c[c0];
    float s1 = c[c0 + cRow];
    float s2 = c[c0 + 2 * cRow];
    float s3 = c[c0 + 3 * cRow];
    float s4 = c[c0 + 4 * cRow];
    float s5 = c[c0 + 5 * cRow];
    float s6 = c[c0 + 6 * cRow];
    float s7 = c[c0 + 7 * cRow];
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
    c[c0] = s0;
    c[c0 + cRow] = s1;
    c[c0 + 2 * cRow] = s2;
    c[c0 + 3 * cRow] = s3;
    c[c0 + 4 * cRow] = s4;
    c[c0 + 5 * cRow] = s5;
    c[c0 + 6 * cRow] = s6;
    c[c0 + 7 * cRow] = s7;
  }

  private void addOne(int a0, int bAt, int c0, int inner) {
    float sum = c[c0];
    for (int k = 0; k < inner; k++) {
      sum = fma(a[a0 + k], b[bAt + k], sum);
    }
    c[c0] = sum;
  }
}
