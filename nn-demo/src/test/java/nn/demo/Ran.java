package nn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nn.demo.command.Nn;
import nn.demo.terminal.Terminal;

/**
 * What one run of the command left behind.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record Ran(int code, String out, String err) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Runs the command as in a pipe. */
  public static Ran nn(Object... args) {
    return nn(false, args);
  }

  /** Runs the command as before a person. */
  public static Ran watched(Object... args) {
    return nn(true, args);
  }

  /** The text as a watched run prints it in bold, which the environment may not want. */
  public static String bold(String text) {
    return new Terminal(System.out, System.err, true).bold(text);
  }

  private static Ran nn(boolean interactive, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
    String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
    int code = Nn.run(new Terminal(outStream, errStream, interactive), words);
    outStream.flush();
    errStream.flush();
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** This run, which must have ended well. */
  public Ran done() {
    assertEquals(0, code, err);
    return this;
  }

  /** Asserts that the work failed and that this sentence, and no stack trace, says why. */
  public void failed(String sentence) {
    complained(1, sentence);
  }

  /** Asserts that the usage was wrong and that this sentence, and no stack trace, says why. */
  public void wrongUsage(String sentence) {
    complained(2, sentence);
  }

  private void complained(int expected, String sentence) {
    List<String> complaints = err.lines().filter(line -> line.startsWith("nn: ")).toList();
    assertEquals(List.of("nn: " + sentence), complaints, err);
    assertEquals(expected, code, "exit code");
    assertTrue(err.lines().noneMatch(line -> line.startsWith("\tat ")), err);
  }

  /** The one JSON object that is all of standard output. */
  public JsonNode json() {
    try {
      JsonNode node = MAPPER.readTree(out);
      assertTrue(node.isObject(), out);
      return node;
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not one JSON object: " + out, e);
    }
  }

  /** Standard output, whose lines all fit 80 columns and do not end in blanks. */
  public String text() {
    List<String> wide = out.lines().filter(l -> l.length() > 80 || l.endsWith(" ")).toList();
    assertEquals(List.of(), wide);
    return out;
  }
}
