package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a process left.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Result(int code, String out, String err) {

  /** Asserts the exit code, and that nobody was shown a stack trace. */
  Result expect(int expected) {
    assertEquals(expected, code, err);
    assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
    return this;
  }

  /** Standard error without the line that says what arithmetic a training uses. */
  String complaints() {
    return err.replaceFirst("(?m)^arithmetic: .*\n", "");
  }

  /** Standard output as one JSON object, after success. */
  ObjectNode json() throws JsonProcessingException {
    return parsed(0);
  }

  /** Standard output as one JSON object, after this exit code. */
  ObjectNode parsed(int expected) throws JsonProcessingException {
    JsonNode node = JsonMapper.builder().build().readTree(expect(expected).out);
    return (ObjectNode) node;
  }

  /** The JSON object of a training without the only member that may differ between two runs. */
  ObjectNode timeless() throws JsonProcessingException {
    ObjectNode json = json();
    json.remove("seconds");
    return json;
  }
}
