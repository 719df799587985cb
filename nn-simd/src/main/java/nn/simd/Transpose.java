package nn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Turns blocks of numbers: rows become columns. A square of as many rows as a register has lanes is
 * shuffled as cards are: the upper half of its rows is interleaved with the lower half, number by
 * number. After one shuffle a row holds numbers of two rows, then of four; when it holds one number
 * of every row, it is a column.
 */
final class Transpose {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int N = Lanes.COUNT;

  /** The first half of a register, each number twice: lanes 0 0 1 1 2 2 ... */
  private static final VectorShuffle<Float> FIRST_HALF = VectorShuffle.fromOp(S, i -> i / 2);

  /** The second half likewise. */
  private static final VectorShuffle<Float> SECOND_HALF = VectorShuffle.fromOp(S, i -> (i + N) / 2);

  /** Every second lane, from 1 on. */
  private static final VectorMask<Float> ODD = VectorMask.fromLong(S, 0xAAAAAAAAAAAAAAAAL);

  private final float[] square = new float[N * N];
  private final float[] shuffled = new float[N * N];

  /**
   * to[toAt + j * toRow + i] = from[fromAt + i * fromRow + j] for {@code 0 <= i < rows, 0 <= j <
   * columns}.
   */
  void turn(
      float[] from,
      int fromAt,
      int fromRow,
      float[] to,
      int toAt,
      int toRow,
      int rows,
      int columns) {
    int wholeRows = rows - rows % N;
    int wholeColumns = columns - columns % N;
    for (int i = 0; i < wholeRows; i += N) {
      for (int j = 0; j < wholeColumns; j += N) {
        square(from, fromAt + i * fromRow + j, fromRow, to, toAt + j * toRow + i, toRow);
      }
      int fromHere = fromAt + i * fromRow + wholeColumns;
      int toHere = toAt + wholeColumns * toRow + i;
      oneByOne(from, fromHere, fromRow, to, toHere, toRow, N, columns - wholeColumns);
    }
    int fromHere = fromAt + wholeRows * fromRow;
    oneByOne(from, fromHere, fromRow, to, toAt + wholeRows, toRow, rows - wholeRows, columns);
  }

  private void square(float[] from, int fromAt, int fromRow, float[] to, int toAt, int toRow) {
    shuffle(from, fromAt, fromRow, square, 0, N);
    float[] last = square;
    float[] next = shuffled;
    for (int mixed = 4; mixed < N; mixed *= 2) {
      shuffle(last, 0, N, next, 0, N);
      float[] free = last;
      last = next;
      next = free;
    }
    shuffle(last, 0, N, to, toAt, toRow);
  }

  private static void shuffle(
      float[] from, int fromAt, int fromRow, float[] to, int toAt, int toRow) {
    for (int i = 0; i < N / 2; i++) {
      FloatVector a = FloatVector.fromArray(S, from, fromAt + i * fromRow);
      FloatVector b = FloatVector.fromArray(S, from, fromAt + (i + N / 2) * fromRow);
      FloatVector first = a.rearrange(FIRST_HALF).blend(b.rearrange(FIRST_HALF), ODD);
      FloatVector second = a.rearrange(SECOND_HALF).blend(b.rearrange(SECOND_HALF), ODD);
      first.intoArray(to, toAt + 2 * i * toRow);
      second.intoArray(to, toAt + (2 * i + 1) * toRow);
    }
  }

  private static void oneByOne(
      float[] from,
      int fromAt,
      int fromRow,
      float[] to,
      int toAt,
      int toRow,
      int rows,
      int columns) {
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        to[toAt + j * toRow + i] = from[fromAt + i * fromRow + j];
      }
    }
  }
}
