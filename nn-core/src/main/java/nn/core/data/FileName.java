package nn.core.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How messages speak of a file, and what they say when it cannot be read at all. */
final class FileName {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private FileName() {}

  static String of(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  static void requireFile(Path file) {
    if (file.toString().isEmpty()) {
      throw new DataException(
          "The name of a file is empty (\"\"); write the path of a file there.");
    }
    if (Files.isDirectory(file)) {
      throw new DataException("%s is a directory; name a file in it.", file);
    }
    if (!Files.exists(file)) {
      throw new DataException(
          "There is no file %s; check the path, which is taken from %s.",
          file, Path.of("").toAbsolutePath());
    }
    requireReadableSize(file);
  }

  /** A file is read into one array. */
  private static void requireReadableSize(Path file) {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw new DataException(
            "%s has %s bytes, more than the %s that can be read; leave rows out, or split it.",
            file, size, MOST_BYTES);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static DataException unreadable(Path file, IOException cause) {
    return cause instanceof AccessDeniedException
        ? new DataException(
            cause,
            "Cannot read %s: permission is denied; allow yourself to read it, or name another file.",
            file)
        : new DataException(
            cause, "Cannot read %s (%s); check that you may read it.", file, reason(cause));
  }

  /** The system's own words, without the path that the sentence has already. */
  private static String reason(IOException cause) {
    String words =
        cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
    return words == null ? cause.getClass().getSimpleName() : words;
  }
}
