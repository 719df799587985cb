package nn.demo.picture;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.core.model.SavedFile;

/** Where the files go; each appears whole or not at all. */
final class PictureFolder {
  private final Path folder;

  private PictureFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder that is there from now on.
   *
   * @throws IllegalArgumentException if it cannot be made, or something else has its name
   */
  static PictureFolder at(Path folder) {
    checkArgument(
        !Files.exists(folder) || Files.isDirectory(folder),
        "Cannot write pictures to %s: it is a file. Name a folder.",
        folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot make the folder %s for the pictures. Name a folder below one that you may write to."
              .formatted(folder),
          e);
    }
    checkArgument(
        Files.isWritable(folder),
        "Cannot write pictures to %s: the folder is not writable. Name another.",
        folder);
    return new PictureFolder(folder);
  }

  /** Writes the page and all SVG files first: only the PNG files need fonts. */
  Path write(List<Picture> pictures) {
    Path page = folder.resolve("index.html");
    for (Picture picture : pictures) {
      save(picture.name() + ".svg", text(Svg.file(picture)));
    }
    save("index.html", text(Album.of(pictures)));
    for (Picture picture : pictures) {
      save(picture.name() + ".png", Png.of(picture.drawing(), Ground.LIGHT));
      save(picture.name() + "-dark.png", Png.of(picture.drawing(), Ground.DARK));
    }
    return page;
  }

  private void save(String name, byte[] content) {
    SavedFile.write(folder.resolve(name), content);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
