package nn.simd;

/** Turns blocks of numbers: rows become columns. */
final class Transpose {
  /** Rows and columns of the squares whose lines stay in the first-level cache. */
  private static final int SQUARE = 16;

  private Transpose() {}

  /**
   * to[toAt + j * toRow + i] = from[fromAt + i * fromRow + j] for {@code 0 <= i < rows, 0 <= j <
   * columns}.
   */
  static void turn(
      float[] from,
      int fromAt,
      int fromRow,
      float[] to,
      int toAt,
      int toRow,
      int rows,
      int columns) {
    for (int i = 0; i < rows; i += SQUARE) {
      for (int j = 0; j < columns; j += SQUARE) {
        square(
            from,
            fromAt + i * fromRow + j,
            fromRow,
            to,
            toAt + j * toRow + i,
            toRow,
            Math.min(SQUARE, rows - i),
            Math.min(SQUARE, columns - j));
      }
    }
  }

  private static void square(
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
