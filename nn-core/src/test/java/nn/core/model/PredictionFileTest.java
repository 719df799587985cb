package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.core.data.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionFileTest {
  @TempDir Path folder;

  @Test
  void oneLineAnAnswerAfterTheHeader() {
    assertEquals("price\n1.5\n-2\n", PredictionFile.text("price", List.of("1.5", "-2")));
    assertEquals("price\n", PredictionFile.text("price", List.of()));
  }

  @Test
  void whatNeedsQuotesIsQuoted() {
    assertEquals(
        "\"a, b\"\n\"say \"\"no\"\"\"\n\"two\nlines\"\nplain\n",
        PredictionFile.text("a, b", List.of("say \"no\"", "two\nlines", "plain")));
  }

  @Test
  void theFileIsUtf8AndReplaced() throws IOException {
    Path file = folder.resolve("predictions.csv");
    PredictionFile.write(file, "gr\u00f6\u00dfe", List.of("1", "2", "3"));
    PredictionFile.write(file, "gr\u00f6\u00dfe", List.of("\u00e4"));
    assertEquals("gr\u00f6\u00dfe\n\u00e4\n", Files.readString(file));
  }

  @Test
  void aFolderInItsPlaceIsNamed() {
    Exception e =
        assertThrows(ModelFileException.class, () -> PredictionFile.write(folder, "y", List.of()));
    assertEquals(
        "Cannot save %s: it is a folder. Add a file name, such as model.nn.".formatted(folder),
        e.getMessage());
  }

  @Test
  void aPlaceCanBeCheckedBeforeTheWork() throws IOException {
    SavedFile.checkPlace(folder.resolve("new.nn"));
    SavedFile.checkPlace(Files.writeString(folder.resolve("old.nn"), "old"));
    Path missing = folder.resolve("no").resolve("m.nn");
    assertThrows(ModelFileException.class, () -> SavedFile.checkPlace(missing));
  }

  @ParameterizedTest
  @ValueSource(strings = {"price; usd", "price\tusd", "sep=."})
  void aNameThatHoldsAnotherSeparatorIsReadBack(String name) throws IOException {
    Path file = folder.resolve("predictions.csv");
    PredictionFile.write(file, name, List.of("1", "2"));
    assertEquals(List.of("1", "2"), Table.read(file).column(name));
  }
}
