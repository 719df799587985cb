package nn.demo.terminal;

/** The screen that a person watches. */
interface Screen {
  /** Columns a line has now; people resize windows. */
  int columns();

  /** Lines there are now. */
  int rows();

  /** Whether the cursor can be moved, so that lines can be drawn again. */
  boolean moves();

  /** A screen that never changes. */
  record Still(int columns, int rows, boolean moves) implements Screen {}
}
