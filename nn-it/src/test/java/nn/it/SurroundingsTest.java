package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the program lies, where it is called from and what the country is do not matter. */
class SurroundingsTest {
  private static final List<String> ABROAD =
      List.of("-Duser.language=de", "-Duser.country=DE", "-Dfile.encoding=ISO-8859-1");

  private final Program packaged = Program.packaged();
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aModelTrainedElsewhereAndAbroadIsTheSame(Jdk jdk) throws Exception {
    Path here = Houses.write(folder.resolve("houses.csv"));
    Path strange = Files.createDirectory(folder.resolve("Jörgs große Häuser"));
    Path there = Files.copy(here, strange.resolve("Häuser 1.csv"));
    Program moved = packaged.copyTo(strange.resolve("nn"));

    Result expected = packaged.command(train(here.toString())).run();
    Result result =
        moved
            .command(Launch.JAR, jdk, ABROAD, train(strange.relativize(there).toString()))
            .in(strange)
            .run();
    assertEquals(expected.timeless(), result.timeless());
    assertEquals(expected.err(), result.err());
  }

  private static String[] train(String file) {
    return new String[] {
      "train", file, "--target=price", "--layers=6 relu", "--epochs=4", "--json"
    };
  }

  @Test
  void theStoryIsToldInTheSameWordsAbroad() throws Exception {
    Result expected = packaged.command("house-price").run().expect(0);
    Result result =
        packaged.command(Launch.JAR, Jdk.running(), ABROAD, "house-price").in(folder).run();
    assertEquals(expected.out(), result.expect(0).out());
  }
}
