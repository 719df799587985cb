package nn.core.plugin;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text form of plugins; blanks between its parts do not count.
 *
 * <pre>
 * text   = name [ "(" [ arg { "," arg } ] ")" ]
 * arg    = [ parameter "=" ] value
 * value  = number | "true" | "false" | word | "'" characters "'" | text
 * </pre>
 *
 * A quote inside quotes is written twice. Positions in messages count from 1.
 */
final class TextParser {
  static final int LONGEST = 4096;
  static final int DEEPEST = 8;
  private static final int SHOWN = 60;

  private final String text;
  private int at;

  private TextParser(String text) {
    this.text = text;
  }

  /** Reads a plugin. */
  static Node.Call plugin(String text) {
    TextParser parser = checked(text);
    Node.Call call = parser.call(parser.word("a name"), 1);
    parser.end();
    return call;
  }

  /** Reads a value of any kind. */
  static Node value(String text) {
    TextParser parser = checked(text);
    Node value = parser.value(1);
    parser.end();
    return value;
  }

  private static TextParser checked(String text) {
    TextParser parser = new TextParser(text);
    if (text.length() > LONGEST) {
      throw parser.refuse(
          "%s characters are too many".formatted(text.length()),
          "At most %s are read.".formatted(LONGEST));
    }
    return parser;
  }

  private Node.Call call(String name, int depth) {
    if (depth > DEEPEST) {
      throw refuse(
          "plugins are nested too deeply at position %s".formatted(at),
          "At most %s levels are read.".formatted(DEEPEST));
    }
    List<Node.Argument> arguments = new ArrayList<>();
    if (accept('(') && !accept(')')) {
      do {
        arguments.add(argument(depth));
      } while (accept(','));
      expect(')');
    }
    return new Node.Call(name, arguments);
  }

  private Node.Argument argument(int depth) {
    if (peek() == '\'') {
      return new Node.Argument(null, quoted());
    }
    String word = word("a value");
    return accept('=')
        ? new Node.Argument(word, value(depth))
        : new Node.Argument(null, wordOrCall(word, depth));
  }

  private Node value(int depth) {
    return peek() == '\'' ? quoted() : wordOrCall(word("a value"), depth);
  }

  private Node wordOrCall(String word, int depth) {
    return peek() == '(' ? call(word, depth + 1) : new Node.Word(word);
  }

  /** Characters between quotes; two quotes in a row stand for one of them. */
  private Node quoted() {
    StringBuilder characters = new StringBuilder();
    int from = at + 1;
    do {
      int close = text.indexOf('\'', at + 1);
      if (close < 0) {
        throw missing("\"'\"");
      }
      characters.append(text, from, close);
      at = close + 1;
      from = at;
    } while (at < text.length() && text.charAt(at) == '\'');
    return new Node.Quoted(characters.toString());
  }

  private String word(String wanted) {
    peek();
    int from = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    if (from < at) {
      return text.substring(from, at);
    }
    throw at < text.length() ? unexpected() : missing(wanted);
  }

  private static boolean isWordPart(char c) {
    boolean inJava = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    return inJava || c == '-' || c == '+' || c == '.';
  }

  private void expect(char wanted) {
    if (!accept(wanted)) {
      throw at < text.length() ? unexpected() : missing(shown(wanted));
    }
  }

  private boolean accept(char wanted) {
    boolean there = peek() == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private void end() {
    if (peek() != 0) {
      throw unexpected();
    }
  }

  /** The next character that is not blank, or 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private PluginException missing(String wanted) {
    return refuse("missing %s after position %s".formatted(wanted, text.length()), form());
  }

  private PluginException unexpected() {
    String what = shown(text.charAt(at));
    return refuse("%s makes no sense at position %s".formatted(what, at + 1), form());
  }

  private static String shown(char c) {
    if (Character.isISOControl(c)) {
      return "character " + (int) c;
    }
    return c == '\'' ? "\"'\"" : "'" + c + "'";
  }

  private static String form() {
    return "The form is name(parameter=value, parameter=value).";
  }

  private PluginException refuse(String what, String remedy) {
    String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    return Problem.error(start, "'%s': %s.".formatted(start, what), remedy).exception();
  }
}
