package nn.core.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: written beside its target, forced to the disk, then
 * moved over it. Whatever fails on the way, an existing target keeps its content.
 */
final class AtomicFile {
  /** Writes what the file shall hold. */
  @FunctionalInterface
  interface Content {
    void writeTo(FileChannel out) throws IOException;
  }

  private AtomicFile() {}

  static void write(Path target, Content content) throws IOException {
    // Through a link the file it points at is replaced, not the link.
    Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    Path fresh = newFileBeside(place);
    try {
      fill(fresh, content);
      move(fresh, place);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Has the permissions of any new file, unlike the JDK's temporary files, and the next free
   * number: a lower one belongs to a run that is saving too or was killed while it did.
   */
  private static Path newFileBeside(Path place) throws IOException {
    int number = 0;
    while (true) {
      try {
        return Files.createFile(place.resolveSibling(".nn-saving-" + number + ".tmp"));
      } catch (FileAlreadyExistsException e) {
        number++;
      }
    }
  }

  private static void fill(Path file, Content content) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      content.writeTo(out);
      out.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
