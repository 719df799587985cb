package nn.core.model;

import com.google.common.base.MoreObjects;
import com.google.common.base.Strings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saving for people: the checks before, and the sentence when the system refuses. */
public final class SavedFile {
  private SavedFile() {}

  /**
   * Checks that a file can be saved at this place, before work is put into its content.
   *
   * @throws ModelFileException if the folder does not exist, the place is taken by a folder, or the
   *     system refuses
   */
  public static void checkPlace(Path file) {
    checkFolder(file);
    told(file, () -> AtomicFile.rehearse(file));
  }

  private static void checkFolder(Path file) {
    if (file.toString().isEmpty()) {
      throw new ModelFileException(
          "The name of the file to save is empty. Write a name, such as model.nn.");
    }
    Path folder = MoreObjects.firstNonNull(file.toAbsolutePath().getParent(), file);
    if (!Files.isDirectory(folder)) {
      throw new ModelFileException(
          "Cannot save %s: the folder %s does not exist. Create it, or save to a folder that exists."
              .formatted(file, folder));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ModelFileException(
          "Cannot save %s: it is %s. Add a file name, such as model.nn."
              .formatted(file, Files.isDirectory(file) ? "a folder" : "not a regular file"));
    }
  }

  /**
   * Saves a file; an existing one is replaced only when everything is on the disk.
   *
   * @throws ModelFileException if the folder is missing or the system refuses
   */
  public static void write(Path file, byte[] content) {
    write(file, out -> DataType.writeAll(ByteBuffer.wrap(content), out));
  }

  /**
   * Saves a text in UTF-8, likewise.
   *
   * @throws ModelFileException if the folder is missing or the system refuses
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file whole or not at all. */
  static void write(Path file, AtomicFile.Content content) {
    checkFolder(file);
    told(file, () -> AtomicFile.write(file, content));
  }

  /** Something with the file system. */
  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }

  /** Runs it, interrupted or not; what the system says when it refuses becomes a sentence. */
  private static void told(Path file, Action action) {
    try {
      Uninterrupted.run(
          () -> {
            action.run();
            return file;
          });
    } catch (IOException e) {
      throw new ModelFileException(
          "Cannot save %s: %s. Free some space, or save to a folder you may write to."
              .formatted(file, reason(e)),
          e);
    }
  }

  /** The system's own words, without the path that the sentence has already. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException refusal) {
      return MoreObjects.firstNonNull(refusal.getReason(), "the system refuses");
    }
    String message = Strings.nullToEmpty(e.getMessage());
    return message.isEmpty() ? e.getClass().getSimpleName() : message;
  }
}
