package nn.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process to be started: its words, folder and environment. */
final class Command {
  /** Variables of the tester that would change what the program does or prints. */
  private static final List<String> REMOVED =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "NN_SIMD", "CLASSPATH");

  private final ProcessBuilder builder;

  Command(List<String> words) {
    builder = new ProcessBuilder(words);
    REMOVED.forEach(builder.environment()::remove);
  }

  /** Sets the folder to start in. */
  Command in(Path folder) {
    builder.directory(folder.toFile());
    return this;
  }

  /** Sets a variable of the environment. */
  Command with(String variable, String value) {
    builder.environment().put(variable, value);
    return this;
  }

  /** Puts another program's words before: one that prepares the process and then becomes it. */
  Command behind(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(builder.command());
    builder.command(all);
    return this;
  }

  /** Starts it and waits until it ends. */
  Result run() throws IOException, InterruptedException {
    try (Running running = start()) {
      return running.end();
    }
  }

  /** Starts it. */
  Running start() throws IOException {
    return new Running(builder);
  }
}
