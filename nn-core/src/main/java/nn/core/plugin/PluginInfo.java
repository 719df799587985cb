package nn.core.plugin;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.api.Plugin;
import nn.core.text.Numbers;

/**
 * What is known about a plugin class without running its code. The values of its parameters are
 * those of an instance: see {@link Plugins#defaults} and {@link Plugins#values}.
 *
 * @param <P> the kind
 * @param kind the service type, for example {@code Activation.class}
 * @param name its name in text, unique within the kind unless a problem says otherwise
 * @param aliases further names that resolve to it
 * @param summary one sentence, or empty
 * @param formula the formula in plain text, or empty
 * @param source the paper or library that it follows, or empty
 * @param type the record
 * @param origin where it came from
 * @param parameters the components of the record, in order
 */
public record PluginInfo<P extends Plugin>(
    Class<P> kind,
    String name,
    List<String> aliases,
    String summary,
    String formula,
    String source,
    Class<? extends P> type,
    Origin origin,
    List<Parameter> parameters) {

  /** Copies the lists. */
  public PluginInfo {
    aliases = ImmutableList.copyOf(aliases);
    parameters = ImmutableList.copyOf(parameters);
  }

  /** The kind in one word: {@code activation}. */
  public String kindName() {
    return Kind.of(kind).word();
  }

  /** The class and its JAR, for messages that must tell two plugins apart. */
  String whereabouts() {
    return type.getName() + " in " + origin.file();
  }

  /**
   * One record component.
   *
   * @param name its name in text: {@code learning-rate}
   * @param type its type
   * @param min smallest allowed value
   * @param max largest allowed value
   * @param log whether a slider should move on a logarithmic scale
   * @param help what it means, or empty
   */
  public record Parameter(
      String name, Class<?> type, double min, double max, boolean log, String help) {

    /**
     * The bounds in words, {@code 0 to 1}, {@code at least 0}, or a choice's words; empty if there
     * are none.
     */
    public String bounds() {
      if (type.isEnum()) {
        return Stream.of(type.getEnumConstants())
            .map(TextWriter::simple)
            .collect(Collectors.joining(", "));
      }
      if (min > Double.NEGATIVE_INFINITY && max < Double.POSITIVE_INFINITY) {
        return Numbers.text(min) + " to " + Numbers.text(max);
      }
      if (min > Double.NEGATIVE_INFINITY) {
        return "at least " + Numbers.text(min);
      }
      return max < Double.POSITIVE_INFINITY ? "at most " + Numbers.text(max) : "";
    }
  }
}
