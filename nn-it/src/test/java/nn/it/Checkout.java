package nn.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/** A folder like this project's, whose program is newer than its sources. */
final class Checkout {
  private Checkout() {}

  /** Makes it, with the script and the packaged program. */
  static Path at(Path project) throws IOException {
    Files.createDirectory(project);
    Files.copy(Program.root().resolve("nn"), project.resolve("nn"));
    Path source = Files.createDirectories(project.resolve("nn-demo/src/main"));
    Path pom = Files.writeString(project.resolve("pom.xml"), "<project/>");
    Program program = Program.packaged().copyTo(project.resolve("nn-demo/target/nn"));
    FileTime built = Files.getLastModifiedTime(program.home().resolve("nn.jar"));
    FileTime before = FileTime.from(built.toInstant().minus(Duration.ofHours(1)));
    Files.setLastModifiedTime(source, before);
    Files.setLastModifiedTime(pom, before);
    return project;
  }
}
