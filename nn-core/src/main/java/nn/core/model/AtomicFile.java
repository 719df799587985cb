package nn.core.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
    Path place = place(target);
    removeLeftovers(place);
    Path fresh = newFileBeside(place);
    try {
      fill(fresh, content);
      move(fresh, place);
    } catch (Throwable e) {
      // Not after a move: then another run may have a file of this name.
      delete(fresh, e);
      throw e;
    }
    forceFolder(place);
  }

  /** Through a link the file it points at is replaced, not the link. */
  private static Path place(Path target) throws IOException {
    return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
  }

  private static void delete(Path fresh, Throwable failure) {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Finds out whether a file can be written: its name is looked up, and an empty file made beside
   * it and removed.
   */
  static void rehearse(Path target) throws IOException {
    Path place = place(target);
    try {
      Files.readAttributes(place, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      // as it should be
    }
    Files.delete(newFileBeside(place));
  }

  /**
   * A run that was killed while it saved leaves its file behind. A run that is saving writes all
   * the time, so what nobody has touched for an hour is in nobody's use.
   */
  private static void removeLeftovers(Path place) {
    Instant old = Instant.now().minus(1, ChronoUnit.HOURS);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(place.resolveSibling(""), ".nn-saving-*.tmp")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (DirectoryIteratorException | IOException e) {
      // A leftover that cannot be removed is no reason not to save.
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

  /** That the name leads to the new file is kept in the folder. */
  private static void forceFolder(Path place) {
    try (FileChannel folder = FileChannel.open(place.resolveSibling(""))) {
      folder.force(true);
    } catch (IOException e) {
      // Not every system lets a folder be opened; the file itself is on the disk.
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
