package nn.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nn.demo.command.Nn;
import nn.demo.terminal.Terminal;

/** Starts the program. */
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  /** Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    // Numbers look the same in every country, in libraries too.
    Locale.setDefault(Locale.ROOT);
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** A program whose JARs are not in order says so, before it works for nothing. */
  private static int run(PrintStream out, PrintStream err, String... args) {
    Optional<String> gap = Installation.gap();
    if (gap.isPresent()) {
      return failed(err, gap.get());
    }
    try {
      return Nn.run(Terminal.of(out, err), args);
    } catch (LinkageError e) {
      if (List.of(args).contains("--debug")) {
        e.printStackTrace(err);
      }
      return failed(err, Installation.explain(e));
    }
  }

  private static int failed(PrintStream err, String sentence) {
    err.printf(Locale.ROOT, "nn: %s%n", sentence);
    return FAILED;
  }

  /** UTF-8 whatever the platform's default is, which differs between JDK 17 and 25. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
