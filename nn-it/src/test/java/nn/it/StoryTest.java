package nn.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chapters and their pictures, as readers get them. */
class StoryTest {
  private static final int CHAPTERS = 12;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private final Program program = Program.packaged();
  @TempDir private Path folder;

  /** The same words on every JDK, side by side. */
  private List<Result> everywhere(String... words) throws Exception {
    return Together.run(
        Jdk.all().stream()
            .map(jdk -> program.command(Launch.JAR, jdk, List.of(), words).in(folder))
            .toList());
  }

  static IntStream chapters() {
    return IntStream.rangeClosed(1, CHAPTERS);
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void everyJdkTellsAChapterInTheSameWords(int chapter) throws Exception {
    List<Result> told = everywhere("house-price", String.valueOf(chapter));
    String words = told.get(0).out();
    assertTrue(words.contains("Chapter " + chapter + " "), words);
    told.forEach(result -> assertEquals(new Result(0, words, ""), result));
  }

  @Test
  void thePicturesGoToTheFolderThatWasNamedWhereverTheProgramLies() throws Exception {
    List<Command> commands =
        Jdk.all().stream()
            .map(
                jdk ->
                    program
                        .command(Launch.JAR, jdk, List.of(), pictures("my pictures/of " + jdk))
                        .in(folder))
            .toList();
    for (Result result : Together.run(commands)) {
      assertTrue(result.expect(0).err().startsWith("Pictures: open my pictures"), result.err());
    }
    Path first = folder.resolve("my pictures/of " + Jdk.all().get(0));
    for (Jdk jdk : Jdk.all()) {
      Path pictures = folder.resolve("my pictures/of " + jdk);
      assertEquals(
          List.of("04-neuron-dark.png", "04-neuron.png", "04-neuron.svg", "index.html"),
          names(pictures));
      for (String text : List.of("04-neuron.svg", "index.html")) {
        assertEquals(-1, Files.mismatch(first.resolve(text), pictures.resolve(text)), text);
      }
      byte[] picture = Files.readAllBytes(pictures.resolve("04-neuron.png"));
      assertArrayEquals(PNG, Arrays.copyOf(picture, PNG.length));
    }
  }

  private static String[] pictures(String place) {
    return new String[] {"house-price", "4", "--pictures", place};
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileInTheWayOfThePicturesIsToldAndKept() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "mine");
    Command command = program.command(pictures("taken")).in(folder);
    String sentence = "nn: Cannot write pictures to taken: it is a file. Name a folder.\n";
    assertEquals(new Result(1, "", sentence), command.run());
    assertEquals("mine", Files.readString(taken));
  }
}
