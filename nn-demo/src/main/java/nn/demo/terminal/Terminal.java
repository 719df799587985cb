package nn.demo.terminal;

import com.google.common.base.Splitter;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.regex.Pattern;

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

  /** Before the second and later lines of prose. */
  private static final String INDENT = "  ";

  /** A colour or weight, which takes no column. */
  private static final Pattern CODE = Pattern.compile("\u001B\\[[0-9]*m");

  /** The terminal of this process. */
  public static Terminal of(PrintStream out, PrintStream err) {
    return new Terminal(out, err, watched());
  }

  /** Prints a formatted line to standard output; numbers look the same in every country. */
  public void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  /** Prints prose to standard output, broken between words so that it fits the columns. */
  public void prose(String format, Object... values) {
    line("%s", wrap(String.format(Locale.ROOT, format, values)));
  }

  private static String wrap(String text) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : Splitter.on(' ').split(text)) {
      int size = CODE.matcher(word).replaceAll("").length();
      boolean full = column > INDENT.length() && column + 1 + size > COLUMNS;
      String gap = out.isEmpty() ? "" : full ? System.lineSeparator() + INDENT : " ";
      out.append(gap).append(word);
      column = (full ? INDENT.length() : column + gap.length()) + size;
    }
    return out.toString();
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
