package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
  private static final Safetensors CONTENT =
      new Safetensors(ImmutableMap.of(), ImmutableMap.of("w", Tensor.of(new float[] {1, 2}, 2)));

  @TempDir Path folder;

  @Test
  void aSavedFileIsAloneInItsFolder() throws IOException {
    CONTENT.write(file());
    CONTENT.write(file());
    assertEquals(List.of(file()), files());
  }

  @Test
  void aFailureMidwayKeepsTheExistingFileAndLeavesNoOther() throws IOException {
    Files.writeString(file(), "old");
    IOException full =
        assertThrows(
            IOException.class,
            () ->
                AtomicFile.write(
                    file(),
                    out -> {
                      out.write(ByteBuffer.wrap(new byte[10]));
                      throw new IOException("No space left on device");
                    }));
    assertEquals("No space left on device", full.getMessage());
    assertEquals("old", Files.readString(file()));
    assertEquals(List.of(file()), files());
  }

  @Test
  void theNewContentIsSeenOnlyWhenItIsWhole() throws IOException {
    Files.writeString(file(), "old");
    AtomicFile.write(
        file(),
        out -> {
          out.write(ByteBuffer.wrap("new".getBytes(StandardCharsets.US_ASCII)));
          assertEquals("old", Files.readString(file()));
        });
    assertEquals("new", Files.readString(file()));
  }

  @Test
  void runsThatSaveIntoOneFolderAtOnceDoNotDisturbEachOther() throws IOException {
    List<Path> targets = List.of(folder.resolve("a.nn"), folder.resolve("b.nn"));
    List<CompletableFuture<Void>> runs =
        targets.stream()
            .map(
                target ->
                    CompletableFuture.runAsync(
                        () -> IntStream.range(0, 500).forEach(i -> CONTENT.write(target))))
            .toList();
    runs.forEach(CompletableFuture::join);
    assertEquals(Set.copyOf(targets), Set.copyOf(files()));
  }

  @Test
  void anInterruptedThreadSavesAndReadsAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    SavedFile.checkPlace(file());
    CONTENT.write(file());
    Safetensors read = Safetensors.read(file());
    assertTrue(Thread.interrupted());
    assertEquals(2, read.tensor("w").size());
    assertEquals(List.of(file()), files());
  }

  @Test
  void anInterruptMidwayIsOnlyLate() throws IOException {
    AtomicInteger tries = new AtomicInteger();
    SavedFile.write(
        file(),
        out -> {
          if (tries.getAndIncrement() == 0) {
            Thread.currentThread().interrupt();
          }
          DataType.writeAll(ByteBuffer.wrap(new byte[] {'n', 'e', 'w'}), out);
        });
    assertTrue(Thread.interrupted());
    assertEquals("new", Files.readString(file()));
    assertEquals(2, tries.get());
    assertEquals(List.of(file()), files());
  }

  @Test
  void aThreadThatNobodyInterruptedIsNotInterrupted() {
    CONTENT.write(file());
    assertFalse(Thread.interrupted());
  }

  @Test
  void aPlaceIsTriedBeforeTheWork() throws IOException {
    SavedFile.checkPlace(file());
    assertEquals(List.of(), files());
    Path tooLong = folder.resolve("n".repeat(300));
    Exception e = assertThrows(ModelFileException.class, () -> SavedFile.checkPlace(tooLong));
    assertEquals(
        "Cannot save %s: File name too long. Free some space, or save to a folder you may write to."
            .formatted(tooLong),
        e.getMessage());
  }

  @Test
  void aFileLeftByAKilledRunIsNotInTheWay() throws IOException {
    Path left = Files.writeString(folder.resolve(".nn-saving-0.tmp"), "left");
    CONTENT.write(file());
    assertEquals(2, Safetensors.read(file()).tensor("w").size());
    assertEquals("left", Files.readString(left));
  }

  @Test
  void whatAKilledRunLeftLongAgoIsRemovedAndNothingElse() throws IOException {
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
    for (String name : List.of(".nn-saving-0.tmp", ".nn-saving-1.tmp", "other.tmp")) {
      Files.setLastModifiedTime(Files.writeString(folder.resolve(name), "left"), longAgo);
    }
    Path inUse = Files.writeString(folder.resolve(".nn-saving-2.tmp"), "of another run");
    CONTENT.write(file());
    assertEquals(Set.of(file(), folder.resolve("other.tmp"), inUse), Set.copyOf(files()));
  }

  @Test
  void aSystemThatRefusesIsQuoted() throws IOException {
    Path tooLong = folder.resolve("n".repeat(300));
    Exception e = assertThrows(ModelFileException.class, () -> CONTENT.write(tooLong));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("Cannot save " + tooLong + ": "), message);
    assertTrue(
        message.endsWith(" Free some space, or save to a folder you may write to."), message);
    assertEquals(List.of(), files());
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("models").resolve("m.nn");
    Exception e = assertThrows(ModelFileException.class, () -> CONTENT.write(file));
    assertEquals(
        "Cannot save %s: the folder %s does not exist. Create it, or save to a folder that exists."
            .formatted(file, file.getParent()),
        e.getMessage());
  }

  @Test
  void aNameWithoutFolderMeansTheCurrentOne() {
    Exception e =
        assertThrows(ModelFileException.class, () -> Safetensors.read(Path.of("no-such.nn")));
    assertEquals(
        "Cannot read no-such.nn: there is no such file. Check the name; the full path is %s."
            .formatted(Path.of("no-such.nn").toAbsolutePath()),
        e.getMessage());
  }

  @Test
  void aFolderIsNeitherReadNorReplaced() {
    assertMessage(
        "Cannot save %s: it is a folder. Add a file name, such as model.nn.",
        () -> CONTENT.write(folder));
    assertMessage(
        "Cannot read %s: it is a folder. Name the model file itself.",
        () -> Safetensors.read(folder));
  }

  @Test
  void anEmptyNameIsCalledEmpty() {
    Path empty = Path.of("");
    assertMessage(
        "The name of the file to save is empty. Write a name, such as model.nn.",
        () -> CONTENT.write(empty));
    assertMessage(
        "The name of the model file is empty. Write its path.", () -> Safetensors.read(empty));
  }

  @Test
  void theRootIsAFolderToo() {
    Path root = folder.getRoot();
    Exception e = assertThrows(ModelFileException.class, () -> CONTENT.write(root));
    assertEquals(
        "Cannot save %s: it is a folder. Add a file name, such as model.nn.".formatted(root),
        e.getMessage());
  }

  @Test
  void throughALinkTheFileItPointsAtIsReplaced() throws IOException {
    Files.writeString(file(), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file());
    CONTENT.write(link);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(2, Safetensors.read(file()).tensor("w").size());
  }

  @Test
  void aFileThatShrinksWhileBeingReadIsAnError() {
    byte[] half = {1, 2};
    Exception e =
        assertThrows(
            EOFException.class,
            () ->
                DataType.readAll(
                    Channels.newChannel(new ByteArrayInputStream(half)), ByteBuffer.allocate(4)));
    assertEquals("it became shorter while being read", e.getMessage());
  }

  @Test
  void singlesAndDoublesAreToldApart() {
    assertEquals(DataType.F32, DataType.of(Tensor.of(new float[0], 0)));
    assertEquals(DataType.F64, DataType.of(Tensor.of(new double[0], 0)));
    assertArrayEquals(
        new int[] {4, 8}, Stream.of(DataType.values()).mapToInt(t -> t.bytes).toArray());
  }

  private void assertMessage(String template, Executable call) {
    Exception e = assertThrows(ModelFileException.class, call);
    assertEquals(template.formatted(folder), e.getMessage());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Path file() {
    return folder.resolve("model.nn");
  }
}
