package nn.demo.terminal;

import com.google.common.base.Suppliers;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nn.core.text.Columns;

/**
 * Lines below everything else that are drawn again in place. The cursor rests at the start of the
 * line below them, so that whatever ends the process leaves the terminal in order.
 */
public final class Footer {
  /** A colour or weight, which takes no column. */
  private static final Pattern CODE = Pattern.compile("\u001B\\[[0-9]*m");

  private static final String UP = "\u001B[%dA";
  private static final String CLEAR_LINE = "\u001B[K";
  private static final String CLEAR_BELOW = "\u001B[J";

  private final PrintStream stream;
  private final Supplier<Screen> screen;
  private List<String> shown = List.of();
  private int drawnFor;

  Footer(PrintStream stream, Supplier<Screen> screen) {
    this.stream = stream;
    this.screen = Suppliers.memoize(screen::get);
  }

  /** Whether this terminal can draw lines again. */
  public boolean works() {
    return screen.get().moves();
  }

  /** Columns that a line may have now; one less than there are, so that none breaks. */
  public int columns() {
    return Math.max(1, screen.get().columns() - 1);
  }

  /** Lines that there is room for now. */
  public int rows() {
    return Math.max(1, screen.get().rows() - 1);
  }

  /**
   * Draws these lines in place of those that are there. Lines that are too long or too many are
   * left out: a cut number would be another one.
   */
  public synchronized void show(List<String> lines) {
    StringBuilder text = new StringBuilder(back());
    int columns = columns();
    // Where a narrower window had broken a line, a wider one would join it to the next.
    text.append(columns == drawnFor ? "" : CLEAR_BELOW);
    drawnFor = columns;
    shown = lines.stream().filter(line -> columns(line) <= columns).limit(rows()).toList();
    shown.forEach(line -> text.append(line).append(CLEAR_LINE).append(System.lineSeparator()));
    print(text.append(CLEAR_BELOW));
  }

  /** Prints above the lines. */
  synchronized void above(Runnable print) {
    if (shown.isEmpty()) {
      print.run();
      return;
    }
    List<String> lines = shown;
    print(new StringBuilder(back()).append(CLEAR_BELOW));
    shown = List.of();
    print.run();
    show(lines);
  }

  /** Lets the lines stand; what is printed from now on comes below them. */
  public synchronized void leave() {
    shown = List.of();
  }

  /** In one piece, so that nothing comes between. */
  private void print(StringBuilder text) {
    stream.print(text);
    stream.flush();
  }

  /**
   * The way to the start of the first line. In a narrowed window some terminals have broken lines
   * into several, others have cut them: a piece of an old picture is left standing in the ones, for
   * in the others going up farther would erase what stands above.
   */
  private String back() {
    return shown.isEmpty() ? "" : UP.formatted(shown.size()) + "\r";
  }

  /** Columns that a line takes. */
  static int columns(String line) {
    return Columns.of(CODE.matcher(line).replaceAll(""));
  }
}
