package nn.demo.terminal;

import java.io.IOError;
import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** The screen of this process, as the terminal library sees it. */
final class SystemScreen implements Screen {
  private final org.jline.terminal.Terminal terminal;
  private final boolean moves;

  private SystemScreen(org.jline.terminal.Terminal terminal) {
    this.terminal = terminal;
    moves = terminal.getStringCapability(Capability.cursor_up) != null;
  }

  /** Opens it; where that fails, a screen on which nothing moves. */
  static Screen open() {
    try {
      // Ctrl-C stays ours; on Windows opening switches on the codes that move the cursor.
      return new SystemScreen(
          TerminalBuilder.builder().system(true).dumb(true).nativeSignals(false).build());
    } catch (IOException | RuntimeException | LinkageError e) {
      return new Screen.Still(Terminal.COLUMNS, Terminal.ROWS, false);
    }
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
      return terminal.getSize();
    } catch (IOError | RuntimeException e) {
      return new Size(0, 0);
    }
  }
}
