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
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.demo.story.Cast;
import nn.demo.story.Chapter;
import nn.demo.story.Chapters;
import nn.demo.story.Classroom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GalleryTest {
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
    for (Picture picture : pictures) {
      String name = picture.name();
      assertTrue(expected.add(name + ".svg"), "twice: " + name);
      expected.addAll(List.of(name + ".png", name + "-dark.png"));
    }
    assertEquals(List.copyOf(expected), files());
  }

  @Test
  void everyChapterHasAPictureAndTheyHangInItsOrder() {
    List<Integer> chapters = pictures.stream().map(Picture::chapter).toList();
    assertEquals(chapters.stream().sorted().toList(), chapters);
    assertEquals(
        Chapters.all().stream().map(Chapter::number).toList(),
        chapters.stream().distinct().toList());
  }

  @Test
  void everySvgIsWellFormedAndSaysWhatIsToBeSeen() throws Exception {
    for (Picture picture : pictures) {
      Element svg = xml(Svg.file(picture));
      assertEquals("svg", svg.getTagName());
      assertEquals("img", svg.getAttribute("role"));
      assertEquals(picture.alt(), svg.getAttribute("aria-label"));
      assertEquals(picture.alt(), svg.getElementsByTagName("title").item(0).getTextContent());
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
  void noWordsLeaveTheirPictureOrLieOnOthers() {
    pictures.forEach(WordsBox::requireInside);
    pictures.forEach(WordsBox::requireApart);
  }

  @Test
  void everyColourOfWordsCanBeReadOnBothGrounds() {
    for (Ground ground : Ground.values()) {
      for (Ink ink : EnumSet.complementOf(EnumSet.of(Ink.PAPER, Ink.GRID))) {
        double light = luminance(ink.on(ground)) + 0.05;
        double paper = luminance(Ink.PAPER.on(ground)) + 0.05;
        double contrast = Math.max(light, paper) / Math.min(light, paper);
        assertTrue(contrast >= 4.5, ink + " on " + ground + ": " + contrast);
      }
    }
  }

  /** Relative luminance as the Web Content Accessibility Guidelines define it. */
  private static double luminance(String colour) {
    double[] weights = {0.0722, 0.7152, 0.2126};
    int rgb = Integer.parseInt(colour.substring(1), 16);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = ((rgb >> (8 * i)) & 255) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void everyPictureHasItsNumbersAsATable() throws Exception {
    Element page = xml(read("index.html").replace("<!DOCTYPE html>", ""));
    NodeList tables = page.getElementsByTagName("table");
    assertEquals(pictures.size(), tables.getLength());
    for (int i = 0; i < pictures.size(); i++) {
      Sheet sheet = pictures.get(i).sheet();
      Element table = (Element) tables.item(i);
      assertTrue(sheet.rows().size() >= 4, pictures.get(i).name());
      assertEquals(sheet.rows().size() + 1, table.getElementsByTagName("tr").getLength());
      assertEquals(sheet.head().size(), table.getElementsByTagName("th").getLength());
    }
  }

  @Test
  void everyPictureHasAHeadingAndWhatCanBeMovedHasAName() throws Exception {
    Element page = xml(read("index.html").replace("<!DOCTYPE html>", ""));
    NodeList headings = page.getElementsByTagName("h2");
    assertEquals(pictures.size(), headings.getLength());
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      String title = "Chapter " + picture.chapter() + ": " + picture.drawing().title();
      assertEquals(title, headings.item(i).getTextContent());
    }
    NodeList divs = page.getElementsByTagName("div");
    for (int i = 0; i < divs.getLength(); i++) {
      Element div = (Element) divs.item(i);
      assertEquals("0", div.getAttribute("tabindex"));
      assertEquals("region", div.getAttribute("role"));
      assertFalse(div.getAttribute("aria-label").isEmpty());
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
    assertSays("09-two-valleys", "ridge at 0.0754, loss 1.0113", "start 0.05", "start 0.10");
    assertSays("09-two-valleys", "rests at -1.0356", "loss -0.3054", "rests at 0.9601");
    assertSays("10-line", "$0.00 per square foot", "$40.00 per square foot");
    assertSays("10-line", "$200.00 per square foot");
  }

  @Test
  void theTablesSayWhatTheirChaptersSay() {
    assertEquals("$160,000", sheet("01-rules").rows().get(0).get(3));
    assertEquals(List.of("1", "$40.00"), sheet("10-loss").rows().get(1).subList(0, 2));
  }

  private static Sheet sheet(String name) {
    return pictures.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow().sheet();
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
