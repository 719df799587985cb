package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nn.demo.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesOptionTest {
  @TempDir Path folder;

  @Test
  void thePicturesOfAChapterGoToAFolderThatIsMade() {
    Path place = folder.resolve("a/b");
    Ran ran = Ran.nn("house-price", "4", "--pictures", place).done();
    assertEquals("Pictures: open " + place.resolve("index.html"), ran.err().strip());
    assertTrue(Files.exists(place.resolve("04-neuron.svg")));
    assertTrue(Files.exists(place.resolve("04-neuron.png")));
    assertTrue(Files.exists(place.resolve("04-neuron-dark.png")));
    assertTrue(Files.exists(place.resolve("index.html")));
  }

  @Test
  void theStoryIsToldAsWithoutPictures() {
    assertEquals(
        Ran.nn("house-price", "2").done().out(),
        Ran.nn("house-price", "2", "--pictures", folder).done().out());
  }

  @Test
  void jsonStaysAlone() {
    Ran.nn("house-price", "7", "--json", "--pictures", folder).done().json();
  }

  @Test
  void aFileInPlaceOfTheFolderIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    Ran ran = Ran.nn("house-price", "4", "--pictures", file);
    ran.failed("Cannot write pictures to %s: it is a file. Name a folder.".formatted(file));
    assertEquals("", ran.out(), "told before the story is");
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aFileAboveTheFolderIsTold() throws IOException {
    Path below = Files.writeString(folder.resolve("taken"), "mine").resolve("pictures");
    Ran.nn("house-price", "4", "--pictures", below)
        .failed(
            "Cannot make the folder %s for the pictures. Name a folder below one that you may write to."
                .formatted(below));
  }

  @Test
  void aFolderInPlaceOfAPictureIsTold() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("04-neuron.svg"));
    Ran.nn("house-price", "4", "--pictures", folder)
        .failed(
            "Cannot save %s: it is a folder. Add a file name, such as model.nn.".formatted(taken));
  }
}
