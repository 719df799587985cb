package nn.simd;

import static java.lang.Math.fma;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One row of a matrix product: c += a b. Each number of b is used once, so what counts is how b is
 * read. A small one, near the core, is read in strips whose sums stay in registers. Of a large one
 * a few rows are read side by side, each from end to end: the processor then fetches ahead,
 * wherever in memory they lie. In strips a row through 784-512-512-10 took 34 to 65 us by where the
 * weights happened to lie.
 */
final class SingleRow {
  /** Numbers from which b is large: 256 KiB. */
  private static final int LARGE = 1 << 16;

  /** Rows of a large b that are read side by side. */
  private static final int EIGHT = 8;

  /** Rows of a small b that are read at a time: enough to keep sums in registers. */
  private static final int DEPTH = 64;

  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int N = Lanes.COUNT;

  /** Columns whose sums are kept in registers. */
  private static final int FOUR = 4 * N;

  private final float[] corner = new float[FOUR];

  /** Left factor: element k is {@code a[at + k * aStep]}. */
  float[] a = {};

  int aStep;

  /** Right factor: element (k, j) is {@code b[at + k * bStep + j]}. */
  float[] b = {};

  int bStep;

  /** Sums: element j is {@code c[at + j]}. */
  float[] c = {};

  /** Adds {@code inner} terms to each of the sums. */
  void add(int aAt, int bAt, int cAt, int inner, int columns) {
    if ((long) inner * columns < LARGE) {
      addStrips(aAt, bAt, cAt, inner, columns);
    } else {
      addLarge(aAt, bAt, cAt, inner, columns);
    }
  }

  private void addLarge(int aAt, int bAt, int cAt, int inner, int columns) {
    int whole = columns - columns % N;
    int k = 0;
    for (; k + EIGHT <= inner; k += EIGHT) {
      addEight(aAt + k * aStep, bAt + k * bStep, cAt, whole);
    }
    addStrips(aAt + k * aStep, bAt + k * bStep, cAt, inner - k, whole);
    addStrips(aAt, bAt + whole, cAt + whole, inner, columns - whole);
  }

  /** Eight terms of whole registers. */
  private void addEight(int from, int b0, int to, int columns) {
    float[] a = this.a;
    float[] b = this.b;
    float[] c = this.c;
    int b1 = b0 + bStep;
    int b2 = b1 + bStep;
    int b3 = b2 + bStep;
    int b4 = b3 + bStep;
    int b5 = b4 + bStep;
    int b6 = b5 + bStep;
    int b7 = b6 + bStep;
    FloatVector x0 = FloatVector.broadcast(S, a[from]);
    FloatVector x1 = FloatVector.broadcast(S, a[from + aStep]);
    FloatVector x2 = FloatVector.broadcast(S, a[from + 2 * aStep]);
    FloatVector x3 = FloatVector.broadcast(S, a[from + 3 * aStep]);
    FloatVector x4 = FloatVector.broadcast(S, a[from + 4 * aStep]);
    FloatVector x5 = FloatVector.broadcast(S, a[from + 5 * aStep]);
    FloatVector x6 = FloatVector.broadcast(S, a[from + 6 * aStep]);
    FloatVector x7 = FloatVector.broadcast(S, a[from + 7 * aStep]);
    for (int j = 0; j < columns; j += N) {
      FloatVector sum = FloatVector.fromArray(S, c, to + j);
      sum = x0.fma(FloatVector.fromArray(S, b, b0 + j), sum);
      sum = x1.fma(FloatVector.fromArray(S, b, b1 + j), sum);
      sum = x2.fma(FloatVector.fromArray(S, b, b2 + j), sum);
      sum = x3.fma(FloatVector.fromArray(S, b, b3 + j), sum);
      sum = x4.fma(FloatVector.fromArray(S, b, b4 + j), sum);
      sum = x5.fma(FloatVector.fromArray(S, b, b5 + j), sum);
      sum = x6.fma(FloatVector.fromArray(S, b, b6 + j), sum);
      sum = x7.fma(FloatVector.fromArray(S, b, b7 + j), sum);
      sum.intoArray(c, to + j);
    }
  }

  private void addStrips(int from, int b0, int to, int inner, int columns) {
    for (int k = 0; k < inner; k += DEPTH) {
      addBlock(from + k * aStep, b0 + k * bStep, to, Math.min(DEPTH, inner - k), columns);
    }
  }

  private void addBlock(int from, int b0, int to, int steps, int columns) {
    int j = 0;
    for (; j + FOUR <= columns; j += FOUR) {
      addFour(from, b0 + j, c, to + j, steps);
    }
    if (j < columns) {
      addRest(from, b0 + j, to + j, steps, columns - j);
    }
  }

  /**
   * Two terms at a time, for the method's size: HotSpot inlines none of more than 325 bytes. As
   * part of a piece that begins far up in the engine, Java 17 would run out of levels in here, and
   * every register would be an object: ten times slower, in one launch of some forty.
   */
  private void addFour(int from, int b0, float[] c, int to, int steps) {
    float[] a = this.a;
    float[] b = this.b;
    int aStep = this.aStep;
    int bStep = this.bStep;
    FloatVector s0 = FloatVector.fromArray(S, c, to);
    FloatVector s1 = FloatVector.fromArray(S, c, to + N);
    FloatVector s2 = FloatVector.fromArray(S, c, to + 2 * N);
    FloatVector s3 = FloatVector.fromArray(S, c, to + 3 * N);
    int k = 0;
    for (; k + 2 <= steps; k += 2) {
      int bk = b0 + k * bStep;
      FloatVector x = FloatVector.broadcast(S, a[from + k * aStep]);
      s0 = x.fma(FloatVector.fromArray(S, b, bk), s0);
      s1 = x.fma(FloatVector.fromArray(S, b, bk + N), s1);
      s2 = x.fma(FloatVector.fromArray(S, b, bk + 2 * N), s2);
      s3 = x.fma(FloatVector.fromArray(S, b, bk + 3 * N), s3);
      int next = bk + bStep;
      x = FloatVector.broadcast(S, a[from + (k + 1) * aStep]);
      s0 = x.fma(FloatVector.fromArray(S, b, next), s0);
      s1 = x.fma(FloatVector.fromArray(S, b, next + N), s1);
      s2 = x.fma(FloatVector.fromArray(S, b, next + 2 * N), s2);
      s3 = x.fma(FloatVector.fromArray(S, b, next + 3 * N), s3);
    }
    if (k < steps) {
      int bk = b0 + k * bStep;
      FloatVector x = FloatVector.broadcast(S, a[from + k * aStep]);
      s0 = x.fma(FloatVector.fromArray(S, b, bk), s0);
      s1 = x.fma(FloatVector.fromArray(S, b, bk + N), s1);
      s2 = x.fma(FloatVector.fromArray(S, b, bk + 2 * N), s2);
      s3 = x.fma(FloatVector.fromArray(S, b, bk + 3 * N), s3);
    }
    s0.intoArray(c, to);
    s1.intoArray(c, to + N);
    s2.intoArray(c, to + 2 * N);
    s3.intoArray(c, to + 3 * N);
  }

  /**
   * Fewer columns than four registers have lanes. The other lanes take what follows in b and give
   * what nobody reads; the terms after which too little follows are added one by one.
   */
  private void addRest(int from, int b0, int to, int steps, int columns) {
    int last = b.length - FOUR;
    int whole = last < b0 ? 0 : Math.min(steps, (last - b0) / bStep + 1);
    System.arraycopy(c, to, corner, 0, columns);
    addFour(from, b0, corner, 0, whole);
    System.arraycopy(corner, 0, c, to, columns);
    for (int k = whole; k < steps; k++) {
      addTerm(a[from + k * aStep], b0 + k * bStep, to, columns);
    }
  }

  private void addTerm(float x, int from, int to, int columns) {
    for (int j = 0; j < columns; j++) {
      c[to + j] = fma(x, b[from + j], c[to + j]);
    }
  }
}
