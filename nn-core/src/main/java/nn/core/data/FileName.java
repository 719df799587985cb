package nn.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How messages speak of a file, and what they say when it cannot be read at all. */
final class FileName {
  private FileName() {}

  static String of(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new DataException("%s is a directory; name a file in it.", file);
    }
    if (!Files.exists(file)) {
      throw new DataException(
          "There is no file %s; check the path, which is taken from %s.",
          file, Path.of("").toAbsolutePath());
    }
  }

  static DataException unreadable(Path file, IOException cause) {
    return new DataException(
        cause, "Cannot read %s (%s); check that you may read it.", file, cause.getMessage());
  }
}
