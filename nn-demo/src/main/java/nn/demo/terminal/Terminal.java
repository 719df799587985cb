package nn.demo.terminal;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nn.core.text.Visible;
import org.jspecify.annotations.Nullable;

/**
 * Where output goes.
 *
 * @param out standard output: what was asked for
 * @param err standard error: progress, notes and problems
 * @param interactive whether a person is watching, so that bars and colours make sense
 * @param footer lines on standard error that are drawn again and again below what is printed
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, Footer footer) {
  /** Columns that every text fits into. */
  public static final int COLUMNS = 80;

  /** Lines of a screen that does not say how many it has. */
  static final int ROWS = 24;

  /** Before the second and later lines of prose. */
  private static final String INDENT = "  ";

  /** Columns of the names in a list. */
  private static final int NAME = 25;

  /** A control that is meant, which is bold, its end or the end of a line, or other text. */
  private static final Pattern PIECE =
      Pattern.compile("(\u001B\\[[01]m|\r?\n)|(?s:.[^\u001B\r\n]*+)");

  /** A terminal with a screen of 80 x 24. */
  public Terminal(PrintStream out, PrintStream err, boolean interactive) {
    this(out, err, interactive, new Footer(err, () -> new Screen.Still(COLUMNS, ROWS, true)));
  }

  /** The terminal of this process. */
  public static Terminal of(PrintStream out, PrintStream err) {
    return new Terminal(out, err, watched(), new Footer(err, SystemScreen::open));
  }

  /** Columns that prose may have: those of the window, where a person watches one. */
  public int columns() {
    return interactive ? Math.min(COLUMNS, footer.columns() + 1) : COLUMNS;
  }

  /** Prints a formatted line to standard output; numbers look the same in every country. */
  public void line(String format, Object... values) {
    print(out, text(format, values));
  }

  /** Prints prose to standard output, broken between words so that it fits the columns. */
  public void prose(String format, Object... values) {
    print(out, wrap(text(format, values)));
  }

  /** Prints a name and what it is; further lines stand below the first. */
  public void item(String name, String text) {
    String label = text("%s%-" + NAME + "s ", INDENT, name);
    String indent = " ".repeat(label.length());
    print(out, label + wrap(text("%s%s", indent, text), indent).strip());
  }

  /**
   * Prints a formatted line to standard error; for a person broken between words as prose is, for a
   * program one line.
   */
  public void note(String format, Object... values) {
    String text = text(format, values);
    print(err, interactive ? wrap(text) : text);
  }

  /** Foreign text comes in here alone; what it cannot do is to act on the terminal. */
  private static String text(String format, Object... values) {
    return PIECE
        .matcher(String.format(Locale.ROOT, format, values))
        .replaceAll(
            piece ->
                Matcher.quoteReplacement(
                    piece.group(1) == null ? Visible.of(piece.group()) : piece.group()));
  }

  private void print(PrintStream stream, String text) {
    footer.above(() -> stream.println(text));
  }

  private String wrap(String text) {
    return text.lines()
        .map(line -> wrap(line, INDENT))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private String wrap(String text, String indent) {
    String body = text.stripLeading();
    StringBuilder out = new StringBuilder(text.substring(0, text.length() - body.length()));
    int column = out.length();
    int columns = columns();
    boolean first = true;
    for (String word : Splitter.on(' ').split(body)) {
      int size = Footer.columns(word);
      boolean full = column > indent.length() && column + 1 + size > columns;
      String gap = first ? "" : full ? System.lineSeparator() + indent : " ";
      out.append(gap).append(word);
      column = (full ? indent.length() : column + gap.length()) + size;
      first = false;
    }
    return out.toString();
  }

  /** The text in bold on a terminal, as it is elsewhere. */
  public String bold(String text) {
    return coloured() ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  /**
   * Waits until Enter is pressed, if a person watches and sits at the keyboard; else returns at
   * once.
   *
   * @param prompt what stands before the cursor
   */
  public void waitForEnter(String prompt) {
    Console keyboard = interactive ? console() : null;
    if (keyboard != null) {
      out.flush();
      keyboard.readLine("%s", prompt);
    }
  }

  /** Prints one JSON value to standard output. */
  public void json(Object value) {
    out.println(Json.text(value));
  }

  /** Whether colours and bold make sense. */
  public boolean coloured() {
    return interactive && coloured(System.getenv());
  }

  /** By the rule of no-color.org, for which an empty variable is none. */
  static boolean coloured(Map<String, String> environment) {
    return Strings.isNullOrEmpty(environment.get("NO_COLOR"))
        && !"dumb".equals(environment.get("TERM"));
  }

  /** The launcher knows best; without it the JVM is asked. */
  private static boolean watched() {
    String launcher = System.getProperty("nn.terminal");
    return launcher != null ? launcher.equals("true") : console() != null;
  }

  /**
   * The keyboard and screen, if they are a terminal, which since JDK 22 needs a second question.
   */
  @SuppressWarnings("SystemConsoleNull") // that is what the second question is for
  private static @Nullable Console console() {
    Console console = System.console();
    if (console == null) {
      return null;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console) ? console : null;
    } catch (ReflectiveOperationException e) {
      return console;
    }
  }
}
