package nn.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page of the documentation that can be followed by a machine.
 *
 * @param text the page
 */
record Guide(String text) {
  /** A file: its name in code, a colon, and a block with its content. */
  private static final Pattern FILE =
      Pattern.compile("`([^`\n]+)`:\n\n```\\w+\n(.*?)```", Pattern.DOTALL);

  private static final Pattern COMMANDS = Pattern.compile("\n```sh\n(.*?)```", Pattern.DOTALL);

  static Guide of(String name) throws IOException {
    return new Guide(Files.readString(Program.root().resolve("docs").resolve(name)));
  }

  /** Writes every file that the page tells to save. */
  void save(Path folder) throws IOException {
    for (MatchResult file : FILE.matcher(text).results().toList()) {
      Path path = folder.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(2));
    }
  }

  /** The blocks of commands, in order. */
  List<String> commands() {
    return COMMANDS.matcher(text).results().map(block -> block.group(1)).toList();
  }
}
