package nn.it;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs. Standard output goes to a file, standard error is read as it comes. When its
 * time is over, or when this is closed, it is killed with everything that it started.
 */
final class Running implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final Process process;
  private final Path output;
  private final BufferedReader errors;
  private final StringBuilder seen = new StringBuilder();
  private volatile boolean late;

  Running(ProcessBuilder builder) throws IOException {
    output = Files.createTempFile("nn-it-", ".out");
    process = builder.redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    errors = process.errorReader(StandardCharsets.UTF_8);
    delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS).execute(this::timeIsUp);
  }

  /** Reads standard error up to a line that begins like this. */
  void await(String start) throws IOException {
    String line;
    do {
      line = read();
      if (line == null) {
        throw new AssertionError("It ended without a line '%s...':%n%s".formatted(start, seen));
      }
    } while (!line.startsWith(start));
  }

  /** Waits for the end. */
  Result end() throws IOException, InterruptedException {
    readAll();
    int code = process.waitFor();
    if (late) {
      throw new AssertionError("It ran for more than %d s:%n%s".formatted(LIMIT_SECONDS, seen));
    }
    return new Result(code, Files.readString(output), seen.toString());
  }

  private void readAll() throws IOException {
    @Nullable String line = read();
    while (line != null) {
      line = read();
    }
  }

  private @Nullable String read() throws IOException {
    @Nullable String line = errors.readLine();
    if (line != null) {
      seen.append(line).append('\n');
    }
    return line;
  }

  /** What Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  /** What a power cut does: the process has no say. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    // Process.destroyForcibly would close standard error, whose last lines are still wanted.
    process.toHandle().destroyForcibly();
  }

  private void timeIsUp() {
    if (process.isAlive()) {
      late = true;
      kill();
    }
  }

  @Override
  public void close() throws IOException {
    kill();
    Files.deleteIfExists(output);
  }
}
