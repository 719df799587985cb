package nn.demo;

import com.google.common.base.Strings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nn.demo.command.Nn;
import nn.demo.terminal.Sink;
import nn.demo.terminal.Terminal;

/** Starts the program. */
public final class Main {
  private static final int FAILED = 1;

  /** 2^20 bytes. */
  private static final int MIB = 20;

  private Main() {}

  /** Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    // Numbers look the same in every country, in libraries too.
    Locale.setDefault(Locale.ROOT);
    Sink sink = new Sink(new FileOutputStream(FileDescriptor.out));
    PrintStream out = utf8(sink);
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    // What plugins print is no answer: standard output is the program's alone.
    System.setOut(err);
    int code = run(out, err, args);
    out.flush();
    Optional<String> lost = sink.lost();
    lost.ifPresent(sentence -> failed(err, sentence));
    err.flush();
    System.exit(lost.isPresent() && code == 0 ? FAILED : code);
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
    } catch (OutOfMemoryError e) {
      return failed(err, explain(e));
    }
  }

  private static String explain(OutOfMemoryError e) {
    if (Strings.nullToEmpty(e.getMessage()).contains("thread")) {
      return "The system starts no more threads. Give a smaller --threads.";
    }
    return "This needs more than the %,d MiB of memory that Java may use. Give fewer units or less data, or allow more: JDK_JAVA_OPTIONS=-Xmx8g."
        .formatted(Runtime.getRuntime().maxMemory() >> MIB);
  }

  private static int failed(PrintStream err, String sentence) {
    err.printf(Locale.ROOT, "nn: %s%n", sentence);
    return FAILED;
  }

  /** UTF-8 whatever the platform's default is, which differs between JDK 17 and 25. */
  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }
}
