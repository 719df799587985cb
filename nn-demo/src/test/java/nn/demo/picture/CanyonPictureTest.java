package nn.demo.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.demo.story.Cast;
import nn.demo.story.Classroom;
import org.junit.jupiter.api.Test;

class CanyonPictureTest {
  @Test
  void noWordsBesideThePathTouchAContour() {
    try (Plugins plugins = Plugins.discover()) {
      Classroom room = new Classroom(plugins, Arithmetic.plain(), 1, Cast.TALK);
      Picture picture = CanyonPicture.of(room);
      List<Mark.Words> words =
          WordsBox.in(picture).stream()
              .filter(w -> w.text().matches("[123]|after .*|guess"))
              .toList();
      assertEquals(10, words.size(), "in each panel the guess, three steps and the end");
      for (Mark.Strokes contour : contours(picture)) {
        words.forEach(w -> assertFalse(touches(contour, box(w)), w.text() + " " + w.place()));
      }
    }
  }

  private static List<Mark.Strokes> contours(Picture picture) {
    return picture.drawing().marks().stream()
        .filter(Mark.Strokes.class::isInstance)
        .map(Mark.Strokes.class::cast)
        .toList();
  }

  private static Rectangle2D box(Mark.Words words) {
    Frame box = WordsBox.of(words);
    return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
  }

  private static boolean touches(Mark.Strokes lines, Rectangle2D box) {
    for (int i = 0; i < lines.ends().size(); i += 2) {
      Point from = lines.ends().get(i);
      Point to = lines.ends().get(i + 1);
      if (new Line2D.Double(from.x(), from.y(), to.x(), to.y()).intersects(box)) {
        return true;
      }
    }
    return false;
  }
}
