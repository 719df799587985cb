package nn.demo.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.demo.story.Cast;
import nn.demo.story.Classroom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GalleryTest {
  private static final List<String> NAMES =
      List.of(
          "01-rules",
          "02-houses",
          "03-loop",
          "04-neuron",
          "05-bend",
          "06-gates",
          "06-activations",
          "07-squares",
          "08-blame",
          "09-valley",
          "09-rates",
          "09-canyon",
          "10-line",
          "10-loss",
          "11-dead",
          "11-gradients",
          "12-regions",
          "12-views");

  /** They show arithmetic, not measurements along axes. */
  private static final List<String> WITHOUT_AXES =
      List.of("03-loop", "04-neuron", "06-gates", "08-blame", "11-dead");

  @TempDir static Path folder;

  private static List<Picture> pictures = List.of();

  @BeforeAll
  static void draw() {
    try (Plugins plugins = Plugins.discover()) {
      pictures = new Gallery(room(plugins)).pictures(null);
      PictureFolder.at(folder.resolve("all")).write(pictures);
    }
  }

  private static Classroom room(Plugins plugins) {
    return new Classroom(plugins, Arithmetic.plain(), 1, Cast.TALK);
  }

  @Test
  void everyPictureIsThereInEveryForm() throws IOException {
    TreeSet<String> expected = new TreeSet<>(List.of("index.html"));
    for (String name : NAMES) {
      expected.addAll(List.of(name + ".svg", name + ".png", name + "-dark.png"));
    }
    assertEquals(List.copyOf(expected), files());
  }

  @Test
  void everySvgIsWellFormedAndSaysWhatIsToBeSeen() throws Exception {
    for (Picture picture : pictures) {
      Element svg = xml(Svg.file(picture));
      assertEquals("svg", svg.getTagName());
      assertEquals("img", svg.getAttribute("role"));
      assertEquals(picture.alt(), svg.getAttribute("aria-label"));
      assertTrue(picture.alt().length() > 40, picture.name());
      assertTrue(svg.getElementsByTagName("text").getLength() > 5, picture.name());
    }
  }

  @Test
  void everyChartNamesTheUnitsOfItsAxes() throws Exception {
    for (Picture picture : pictures) {
      if (WITHOUT_AXES.contains(picture.name())) {
        continue;
      }
      List<String> units =
          words(xml(Svg.file(picture))).stream().filter(w -> w.matches(".+ \\(.+\\)")).toList();
      assertTrue(units.size() >= 2, () -> picture.name() + ": " + units);
    }
  }

  @Test
  void noWordsLeaveTheirPicture() {
    for (Picture picture : pictures) {
      Drawing drawing = picture.drawing();
      for (Mark mark : drawing.marks()) {
        if (mark instanceof Mark.Words words) {
          double width = 0.6 * words.type().size() * words.text().length();
          double left =
              words.place().x()
                  - switch (words.type().anchor()) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                  };
          String where = picture.name() + ": " + words.text();
          assertTrue(left >= 0 && left + width <= drawing.width(), where);
          assertTrue(words.place().y() > 10 && words.place().y() <= drawing.height() - 4, where);
        }
      }
    }
  }

  @Test
  void everyPngIsAsLargeAsItsDrawingTwice() throws IOException {
    for (Picture picture : pictures) {
      for (String end : List.of(".png", "-dark.png")) {
        byte[] bytes = Files.readAllBytes(folder.resolve("all").resolve(picture.name() + end));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertNotNull(image, picture.name());
        assertEquals(2 * picture.drawing().width(), image.getWidth());
        assertEquals(2 * picture.drawing().height(), image.getHeight());
        assertTrue(distinctColours(image) > 5, picture.name() + end);
      }
    }
  }

  private static long distinctColours(BufferedImage image) {
    int width = image.getWidth();
    return Arrays.stream(image.getRGB(0, 0, width, image.getHeight(), null, 0, width))
        .distinct()
        .count();
  }

  @Test
  void aSecondTimeGivesTheSameBytes() throws IOException {
    try (Plugins plugins = Plugins.discover()) {
      for (int chapter : new int[] {5, 8, 10, 11}) {
        for (Picture again : new Gallery(room(plugins)).pictures(chapter)) {
          assertEquals(read(again.name() + ".svg"), Svg.file(again), again.name());
        }
      }
    }
  }

  @Test
  void thePageHoldsEveryPictureAndNeedsNothingElse() throws IOException {
    String page = read("index.html");
    for (Picture picture : pictures) {
      assertTrue(page.contains("<figure id=\"%s\">".formatted(picture.name())), picture.name());
    }
    assertTrue(page.contains("prefers-color-scheme:dark"));
    // A rule for every svg would stretch the inner ones, which clip.
    assertFalse(page.contains("figure svg"), "inner pictures are stretched");
    assertFalse(page.contains("<script"), "script");
    assertFalse(page.contains("src="), "another file");
    assertFalse(page.replace("http://www.w3.org/2000/svg", "").contains("http"), "a network");
  }

  @Test
  void thePageIsWellFormed() throws Exception {
    String page = read("index.html").replace("<!DOCTYPE html>", "");
    assertEquals("html", xml(page).getTagName());
  }

  @Test
  void aChapterHasItsOwnPicturesOnly() {
    try (Plugins plugins = Plugins.discover()) {
      List<String> names =
          new Gallery(room(plugins)).pictures(10).stream().map(Picture::name).toList();
      assertEquals(List.of("10-line", "10-loss"), names);
    }
  }

  @Test
  void numbersInThePicturesAreTheTalks() throws Exception {
    assertSays("03-loop", "error -$50,000", "slope -200,000,000", "$195 per square foot");
    assertSays("04-neuron", "times 0.8", "times -0.3", "1.4");
    assertSays("07-squares", "squared: 2,500,000,000 dollars squared");
    assertSays(
        "08-blame", "66.3 % (blame -35,000)", "33.1 % (blame -17,500)", "0.4 % (blame -200)");
    assertSays("09-valley", "guess: $175.00, error -$50,000", "step 3: $199.80, error -$400");
    assertSays("10-line", "$200.00 per square foot");
  }

  private static void assertSays(String name, String... texts) throws Exception {
    Picture picture =
        pictures.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    List<String> words = words(xml(Svg.file(picture)));
    for (String text : texts) {
      assertTrue(words.contains(text), () -> name + ": " + text + " is not in " + words);
    }
  }

  private static List<String> words(Element svg) {
    NodeList texts = svg.getElementsByTagName("text");
    return Stream.iterate(0, i -> i < texts.getLength(), i -> i + 1)
        .map(i -> texts.item(i).getTextContent())
        .toList();
  }

  private static Element xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("all"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String read(String name) throws IOException {
    return Files.readString(folder.resolve("all").resolve(name));
  }
}
