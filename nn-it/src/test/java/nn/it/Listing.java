package nn.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What nn plugins lists.
 *
 * @param plugins kind and name of each
 * @param problems severity, message and remedy of each
 */
record Listing(List<String> plugins, List<String> problems) {
  /** Reads the output of nn plugins --json. */
  static Listing of(Result result) throws JsonProcessingException {
    JsonNode json = result.json();
    return new Listing(
        json.get("plugins").valueStream().map(p -> text(p, "kind", " ", "name")).toList(),
        json.get("problems").valueStream().map(Listing::problem).toList());
  }

  private static String problem(JsonNode problem) {
    String severity = problem.get("severity").asText();
    return (severity + ": " + text(problem, "message", " ", "remedy")).strip();
  }

  private static String text(JsonNode node, String first, String gap, String second) {
    return node.get(first).asText() + gap + node.get(second).asText();
  }
}
