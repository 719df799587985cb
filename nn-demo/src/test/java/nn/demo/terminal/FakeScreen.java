package nn.demo.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that understands what the footer sends; its size can be changed. */
public final class FakeScreen implements Screen {
  private static final Pattern PIECE =
      Pattern.compile("\u001B\\[(\\d*)([A-Za-z])|\r|\n|[^\u001B\r\n]+", Pattern.DOTALL);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
  private final boolean moves;
  private int columns;
  private int rows;
  private int row;
  private int column;

  /** A screen of this size. */
  public FakeScreen(int columns, int rows, boolean moves) {
    this.columns = columns;
    this.rows = rows;
    this.moves = moves;
  }

  /** A terminal before a person whose both streams go to this screen. */
  public Terminal terminal() {
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, true, new Footer(stream, () -> this));
  }

  /** Makes the window narrower or wider; what stands there is left as it is. */
  public void resize(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Everything that was sent since it was last looked at. */
  public String sent() {
    String sent = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return sent;
  }

  /** What a person sees: all lines, without blanks at their ends. */
  public List<String> seen() {
    Matcher piece = PIECE.matcher(sent());
    while (piece.find()) {
      if (piece.group(2) != null) {
        code(piece.group(1), piece.group(2).charAt(0));
      } else if (piece.group().equals("\r")) {
        column = 0;
      } else if (piece.group().equals("\n")) {
        row++;
        column = 0;
        open();
      } else {
        write(piece.group());
      }
    }
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  private void code(String number, char letter) {
    if (letter == 'A') {
      row -= Integer.parseInt(number);
    } else if (letter == 'K') {
      lines.get(row).setLength(Math.min(lines.get(row).length(), column));
    } else if (letter == 'J') {
      code("", 'K');
      lines.subList(row + 1, lines.size()).clear();
    }
  }

  private void write(String text) {
    StringBuilder line = lines.get(row);
    line.append(" ".repeat(Math.max(0, column - line.length())));
    line.replace(column, Math.min(line.length(), column + text.length()), text);
    column += text.length();
    if (column > columns) {
      throw new AssertionError("Longer than " + columns + " columns: " + line);
    }
  }

  private void open() {
    while (lines.size() <= row) {
      lines.add(new StringBuilder());
    }
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public boolean moves() {
    return moves;
  }
}
