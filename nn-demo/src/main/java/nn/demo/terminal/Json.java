package nn.demo.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.primitives.Doubles;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects in the order in which their members were put; numbers that are not finite are null.
 */
public final class Json {
  /**
   * Writes alone: a mapper would look up calendars and languages first, a twentieth of a second.
   */
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /** Adds a member: text, a number, a truth, nothing, or objects, lists and arrays of these. */
  public Json put(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  /** Adds the members of another object. */
  public Json putAll(Json other) {
    members.putAll(other.members);
    return this;
  }

  static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      write(value, out);
    } catch (IOException | IllegalStateException e) {
      throw new IllegalArgumentException("This cannot be written as JSON: " + value, e);
    }
    return text.toString();
  }

  private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value instanceof Json json) {
      write(json.members, out);
    } else if (value instanceof Map<?, ?> members) {
      out.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        out.writeFieldName(String.valueOf(member.getKey()));
        write(member.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof Iterable<?> elements) {
      out.writeStartArray();
      for (Object element : elements) {
        write(element, out);
      }
      out.writeEndArray();
    } else if (value instanceof double[] numbers) {
      write(Doubles.asList(numbers), out);
    } else if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      out.writeNull();
    } else {
      out.writePOJO(value);
    }
  }
}
