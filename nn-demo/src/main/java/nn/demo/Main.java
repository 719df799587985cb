package nn.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import nn.demo.command.Nn;
import nn.demo.terminal.Terminal;

/** Starts the program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code = Nn.run(Terminal.of(out, err), args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** UTF-8 whatever the platform's default is, which differs between JDK 17 and 25. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
