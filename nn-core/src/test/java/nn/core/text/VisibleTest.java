package nn.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void whatWouldActOnATerminalIsShownInstead() {
    assertEquals("\\u001b[2Jx", Visible.of("\u001B[2Jx"));
    assertEquals("a\\u000ab\\u0009c\\u0007\\u009b", Visible.of("a\nb\tc\u0007\u009B"));
    assertEquals("\\u202egpj.exe\\u2066\\u2028", Visible.of("\u202Egpj.exe\u2066\u2028"));
  }

  @Test
  void textOfAnyLanguageIsAsItWas() {
    String text = "na\u00EFve $1 \\ \u82F9\u679C \u05D0\u05D1 \uD83D\uDE00";
    assertEquals(text, Visible.of(text));
  }
}
