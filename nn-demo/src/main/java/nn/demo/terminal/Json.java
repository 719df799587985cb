package nn.demo.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects in the order in which their members were put; numbers that are not finite are null.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /** Adds a member; a null value and NaN become null. */
  public Json put(String name, @Nullable Object value) {
    boolean missing = value instanceof Double d && !Double.isFinite(d);
    members.put(name, value instanceof Json json ? json.members : missing ? null : value);
    return this;
  }

  /** The members, for nesting in lists. */
  public Map<String, @Nullable Object> members() {
    return members;
  }

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value instanceof Json json ? json.members : value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This cannot be written as JSON: " + value, e);
    }
  }
}
