package nn.demo.terminal;

import com.google.common.base.StandardSystemProperty;
import com.google.common.base.Strings;
import java.io.IOError;
import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** The screen of this process, as the terminal library sees it. */
final class SystemScreen implements Screen {
  /** How the library is asked for the size. */
  private interface Sized {
    Size size() throws IOException;
  }

  private final Sized sized;
  private final boolean moves;

  private SystemScreen(Sized sized, boolean moves) {
    this.sized = sized;
    this.moves = moves;
  }

  /** Opens it; where that fails, a screen on which nothing moves. */
  static Screen open() {
    try {
      return isWindows() ? window() : pty();
    } catch (IOException | RuntimeException | LinkageError e) {
      return new Screen.Still(Terminal.COLUMNS, Terminal.ROWS, false);
    }
  }

  private static boolean isWindows() {
    return Strings.nullToEmpty(StandardSystemProperty.OS_NAME.value()).startsWith("Windows");
  }

  /**
   * Only asked for its size: the library's terminal would set the terminal's modes when the process
   * ends, which stops a job in the background, and loses some of them.
   */
  private static Screen pty() throws IOException {
    Pty pty = new JniTerminalProvider().current(SystemStream.Error);
    return new SystemScreen(pty::getSize, moves(System.getenv("TERM")));
  }

  /** Opening switches on the codes that move the cursor; Ctrl-C stays ours. */
  private static Screen window() throws IOException {
    org.jline.terminal.Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(true).nativeSignals(false).build();
    return new SystemScreen(
        terminal::getSize, terminal.getStringCapability(Capability.cursor_up) != null);
  }

  /** Whether a terminal of this type moves its cursor; no type is one that nothing is known of. */
  static boolean moves(@Nullable String type) {
    return !Strings.isNullOrEmpty(type) && !type.equals("dumb");
  }

  @Override
  public int columns() {
    int columns = size().getColumns();
    return columns > 0 ? columns : Terminal.COLUMNS;
  }

  @Override
  public int rows() {
    int rows = size().getRows();
    return rows > 0 ? rows : Terminal.ROWS;
  }

  @Override
  public boolean moves() {
    return moves;
  }

  /** Of no columns and rows if the terminal is gone, as after Ctrl-C it may be. */
  private Size size() {
    try {
      return sized.size();
    } catch (IOException | IOError | RuntimeException e) {
      return new Size(0, 0);
    }
  }
}
