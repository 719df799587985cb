package nn.demo.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void noWordsLeaveTheirPictureOrLieOnOthers() {
    pictures.forEach(WordsBox::requireInside);
    pictures.forEach(WordsBox::requireApart);
  }

  @Test
  void everyFigureSaysWhatIsToBeSeenAndInWhichUnits() {
    for (Picture picture : pictures) {
      assertTrue(picture.alt().length() > 40, picture.name());
      boolean units = WordsBox.in(picture).stream().anyMatch(w -> w.text().matches(".+ \\(.+\\)"));
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
