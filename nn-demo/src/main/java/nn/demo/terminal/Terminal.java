package nn.demo.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Where output goes.
 *
 * @param out standard output: what was asked for
 * @param err standard error: progress, notes and problems
 * @param interactive whether a person is watching, so that bars and colours make sense
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  /** Columns that every text fits into. */
  public static final int COLUMNS = 80;

  /** The terminal of this process. */
  public static Terminal of(PrintStream out, PrintStream err) {
    return new Terminal(out, err, watched());
  }

  /** Prints a formatted line to standard output; numbers look the same in every country. */
  public void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  /** Prints a formatted line to standard error. */
  public void note(String format, Object... values) {
    err.printf(Locale.ROOT, format + "%n", values);
  }

  /** The text in bold on a terminal, as it is elsewhere. */
  public String bold(String text) {
    return coloured() ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  /** Prints one JSON value to standard output. */
  public void json(Object value) {
    out.println(Json.text(value));
  }

  private boolean coloured() {
    return interactive && System.getenv("NO_COLOR") == null;
  }

  /**
   * The launcher knows best; without it the JVM is asked, which since JDK 22 needs a second
   * question.
   */
  @SuppressWarnings("SystemConsoleNull") // that is what the second question is for
  private static boolean watched() {
    String launcher = System.getProperty("nn.terminal");
    if (launcher != null) {
      return launcher.equals("true");
    }
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
