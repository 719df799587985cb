package nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextParserTest {
  private static final String FORM = " The form is name(parameter=value, parameter=value).";

  @Test
  void aNameAloneHasNoArguments() {
    assertEquals(new Node.Call("relu", List.of()), TextParser.plugin(" relu "));
    assertEquals(new Node.Call("relu", List.of()), TextParser.plugin("relu( )"));
  }

  @Test
  void argumentsAreWordsQuotesAndPlugins() {
    Node.Call inner =
        new Node.Call("sgd", List.of(new Node.Argument(null, new Node.Word("-1e-3"))));
    Node.Call expected =
        new Node.Call(
            "com.a.Outer$In",
            List.of(
                new Node.Argument("learning-rate", new Node.Word("+.5")),
                new Node.Argument("others", inner),
                new Node.Argument(null, new Node.Quoted("it's, (so)=")),
                new Node.Argument("label", new Node.Quoted("'")),
                new Node.Argument("none", new Node.Quoted("")),
                new Node.Argument("word", new Node.Word("one-hot"))));
    assertEquals(
        expected,
        TextParser.plugin(
            "com.a.Outer$In(learning-rate = +.5,others=sgd(-1e-3), 'it''s, (so)=', label='''',"
                + " none='', word=one-hot)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "leaky-relu(slope=0.2|missing ')' after position 20",
        "relu)|')' makes no sense at position 5",
        "relu()x|'x' makes no sense at position 7",
        "relu(,)|',' makes no sense at position 6",
        "relu(a=1,)|')' makes no sense at position 10",
        "relu(a=|missing a value after position 7",
        "a(b='c)|missing \"'\" after position 7",
        "\"  \"|missing a name after position 2",
        "'relu'|\"'\" makes no sense at position 1",
        "relu(a b)|'b' makes no sense at position 8",
        "relu;|';' makes no sense at position 5",
      })
  void bentTextIsRefusedWithThePosition(String text, String what) {
    PluginException e = assertThrows(PluginException.class, () -> TextParser.plugin(text));
    assertEquals("'" + text + "': " + what + "." + FORM, e.getMessage());
  }

  @Test
  void aControlCharacterIsNamedByItsNumber() {
    PluginException e = assertThrows(PluginException.class, () -> TextParser.plugin("a(\u001b"));
    assertEquals("character 27 makes no sense at position 3", said(e));
  }

  @Test
  void eightLevelsAreReadAndNineAreNot() {
    TextParser.plugin("a(".repeat(7) + "a()" + ")".repeat(7));
    PluginException e =
        assertThrows(
            PluginException.class, () -> TextParser.plugin("a(".repeat(8) + "a()" + ")".repeat(8)));
    assertEquals("plugins are nested too deeply at position 17", said(e));
  }

  @Test
  void longTextIsRefusedAndCutInTheMessage() {
    TextParser.value("a".repeat(4096));
    PluginException e =
        assertThrows(PluginException.class, () -> TextParser.value("a".repeat(4097)));
    assertEquals(
        "'%s...': 4097 characters are too many. At most 4096 are read.".formatted("a".repeat(60)),
        e.getMessage());
  }

  private static String said(PluginException e) {
    String message = e.problem().message();
    return message.substring(message.indexOf("': ") + 3, message.length() - 1);
  }
}
