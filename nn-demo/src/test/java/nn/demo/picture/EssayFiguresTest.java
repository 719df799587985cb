package nn.demo.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.demo.story.Cast;
import nn.demo.story.Classroom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EssayFiguresTest {
  private static List<Picture> pictures = List.of();

  @BeforeAll
  static void draw() {
    try (Plugins plugins = Plugins.discover()) {
      Classroom room = new Classroom(plugins, Arithmetic.plain(), 1, Cast.TALK);
      pictures = EssayFigures.pictures(room).values().stream().flatMap(List::stream).toList();
    }
  }

  /** About as much room as words take in most fonts. */
  private static Frame frame(Mark.Words words) {
    double width = 0.56 * words.type().size() * words.text().length();
    double left =
        switch (words.type().anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    double size = words.type().size();
    return new Frame(words.place().x() - left, words.place().y() - 0.75 * size, width, size);
  }

  private static List<Mark.Words> words(Picture picture) {
    List<Mark.Words> words = new ArrayList<>();
    for (Mark mark : picture.drawing().marks()) {
      if (mark instanceof Mark.Words w) {
        words.add(w);
      }
    }
    return words;
  }

  @Test
  void noWordsLieOnOthers() {
    for (Picture picture : pictures) {
      List<Mark.Words> words = words(picture);
      for (int i = 0; i < words.size(); i++) {
        for (int j = 0; j < i; j++) {
          String both = words.get(i).text() + " / " + words.get(j).text();
          assertTrue(
              !overlap(frame(words.get(i)), frame(words.get(j))),
              () -> picture.name() + ": " + both);
        }
      }
    }
  }

  private static boolean overlap(Frame a, Frame b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }

  @Test
  void noWordsLeaveTheirPicture() {
    for (Picture picture : pictures) {
      for (Mark.Words words : words(picture)) {
        Frame f = frame(words);
        assertTrue(
            f.x() >= 0
                && f.right() <= picture.drawing().width()
                && f.y() >= 0
                && f.bottom() <= picture.drawing().height(),
            () -> picture.name() + ": " + words.text());
      }
    }
  }

  @Test
  void everyFigureSaysWhatIsToBeSeenAndInWhichUnits() {
    for (Picture picture : pictures) {
      assertTrue(picture.alt().length() > 40, picture.name());
      boolean units = words(picture).stream().anyMatch(w -> w.text().matches(".+ \\(.+\\)"));
      assertTrue(units, picture.name());
    }
  }

  @Test
  void powersOfTenAreWrittenAsPeopleReadThem() {
    assertEquals(List.of("1e-2", "0.1", "1", "10", "1e2"), words(Powers.from(-2, 2)));
  }

  private static List<String> words(Double[] powers) {
    return Arrays.stream(powers).map(Powers::words).toList();
  }
}
