package nn.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The products' loops are compiled as methods of their own: inlined, they would lie too deep for
 * Java 17 to see through the vector module. HotSpot inlines no method larger than its {@code
 * FreqInlineSize}.
 */
class InliningTest {
  private static final int FREQ_INLINE_SIZE = 325;

  private static final Pattern RETURN = Pattern.compile("(?m)^ +(\\d+): return$");

  @ParameterizedTest
  @CsvSource({
    "Tile, four",
    "Tile, two",
    "Tile, one",
    "PackedTile, four",
    "PackedTile, two",
    "SingleRow, addFour",
    "SingleRow, addEight"
  })
  void loopsAreTooLargeToBeInlined(String type, String method) throws Exception {
    int size = bytes(type, method);
    assertTrue(size > FREQ_INLINE_SIZE, type + "." + method + " has " + size + " bytes");
  }

  /** Where the method's only return stands, and that one byte. */
  private static int bytes(String type, String method) throws Exception {
    Path classes = Path.of(Tile.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    assertEquals(0, javap.run(out, out, "-c", "-p", "-cp", classes.toString(), "nn.simd." + type));
    String code = text.toString();
    int start = code.indexOf(" " + method + "(");
    assertTrue(start >= 0, code);
    MatchResult end = RETURN.matcher(code.substring(start)).results().findFirst().orElseThrow();
    return Integer.parseInt(end.group(1)) + 1;
  }
}
