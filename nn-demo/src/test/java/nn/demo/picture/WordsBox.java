package nn.demo.picture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** The place that words take: six tenths of their size a letter, which is a wide font. */
final class WordsBox {
  private static final double LETTER = 0.6;

  private WordsBox() {}

  static Frame of(Mark.Words words) {
    double size = words.type().size();
    double width = LETTER * size * words.text().length();
    double left =
        switch (words.type().anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    return new Frame(words.place().x() - left, words.place().y() - 0.75 * size, width, size);
  }

  /** All words of a picture. */
  static List<Mark.Words> in(Picture picture) {
    return picture.drawing().marks().stream()
        .filter(Mark.Words.class::isInstance)
        .map(Mark.Words.class::cast)
        .toList();
  }

  /** No words lie on others. */
  static void requireApart(Picture picture) {
    List<Mark.Words> all = in(picture);
    for (int i = 0; i < all.size(); i++) {
      for (Mark.Words other : all.subList(0, i)) {
        assertFalse(
            meet(of(all.get(i)), of(other)),
            "%s: %s, %s".formatted(picture.name(), all.get(i).text(), other.text()));
      }
    }
  }

  private static boolean meet(Frame a, Frame b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }

  /** No words leave their picture. */
  static void requireInside(Picture picture) {
    Drawing drawing = picture.drawing();
    for (Mark.Words words : in(picture)) {
      Frame box = of(words);
      String where = picture.name() + ": " + words.text();
      assertTrue(box.x() >= 0 && box.right() <= drawing.width(), where);
      assertTrue(box.y() >= 0 && box.bottom() <= drawing.height(), where);
    }
  }
}
