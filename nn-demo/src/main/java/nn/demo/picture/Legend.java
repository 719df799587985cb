package nn.demo.picture;

/** Which line is which: a piece of each with its words, one below the other. */
final class Legend {
  private static final double ROW = 22;
  private static final double PIECE = 34;

  private final Drawing drawing;
  private final double x;
  private double y;

  /** A legend whose first row stands here. */
  Legend(Drawing drawing, double x, double y) {
    this.drawing = drawing;
    this.x = x;
    this.y = y;
  }

  /** A piece of a line. */
  void line(Look look, String words) {
    drawing.line(x, y - 4, x + PIECE, y - 4, look);
    words(words);
  }

  /** A point. */
  void point(Symbol symbol, Ink ink, String words) {
    symbol.draw(drawing, new Point(x + PIECE / 2, y - 4), ink);
    words(words);
  }

  /** A piece of a line with points on it. */
  void line(Look look, Symbol symbol, Ink ink, String words) {
    drawing.line(x, y - 4, x + PIECE, y - 4, look);
    point(symbol, ink, words);
  }

  /** More words below the last ones. */
  void more(String words) {
    y -= 5;
    drawing.text(x + PIECE + 8, y, words, Type.TICK);
    y += ROW;
  }

  private void words(String words) {
    drawing.text(x + PIECE + 8, y, words, Type.LABEL);
    y += ROW;
  }
}
