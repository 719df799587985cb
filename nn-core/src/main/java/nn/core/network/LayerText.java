package nn.core.network;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nn.api.Plugin;
import nn.core.plugin.PluginException;
import nn.core.plugin.Plugins;
import nn.core.text.Numbers;

/**
 * Layers as text: {@code layer {"," layer}}; commas inside parentheses belong to the plugin.
 *
 * <pre>
 * layer = units [activation] | dropout(rate) | batch-norm | layer-norm
 * </pre>
 *
 * Units without an activation are linear, that is, they have the activation {@code identity}.
 */
public final class LayerText {
  private static final String FORMS =
      "Write 64 relu (units and activation), dropout(0.2), batch-norm or layer-norm.";

  private static final Pattern DENSE = Pattern.compile("(\\d+)(?:\\s+(\\S.*))?", Pattern.DOTALL);
  private static final Pattern DROPOUT = Pattern.compile("dropout\\s*\\((.*)\\)", Pattern.DOTALL);

  private LayerText() {}

  /** The text that builds equal layers, every plugin with all its parameters. */
  public static String of(List<Layer> layers, Plugins plugins) {
    return join(layers, plugins::fullText);
  }

  /** The text that builds equal layers today, defaults left out: for people. */
  public static String shortOf(List<Layer> layers, Plugins plugins) {
    return join(layers, plugins::shortText);
  }

  private static String join(List<Layer> layers, Function<Plugin, String> text) {
    return layers.stream().map(layer -> of(layer, text)).collect(Collectors.joining(", "));
  }

  /** One layer as text, its activation in the given words. */
  public static String of(Layer layer, Function<Plugin, String> text) {
    if (layer instanceof Dense dense) {
      return dense.units() + " " + text.apply(dense.activation());
    } else if (layer instanceof Dropout dropout) {
      return "dropout(" + Numbers.text(dropout.rate()) + ")";
    }
    return layer instanceof BatchNorm ? "batch-norm" : "layer-norm";
  }

  static void addTo(NetworkBuilder builder, Plugins plugins, String text) {
    if (text.isBlank()) {
      return;
    }
    for (String part : split(text)) {
      try {
        add(builder, plugins, part.strip());
      } catch (PluginException e) {
        String where = "Layer " + (builder.count() + 1) + ": ";
        throw new IllegalArgumentException(where + e.getMessage(), e);
      }
    }
  }

  private static void add(NetworkBuilder builder, Plugins plugins, String part) {
    String word = part.toLowerCase(Locale.ROOT);
    Matcher dense = DENSE.matcher(part);
    Matcher dropout = DROPOUT.matcher(word);
    if (dense.matches()) {
      String activation = dense.group(2) == null ? "identity" : dense.group(2);
      builder.dense(units(builder, dense.group(1)), plugins.activation(activation));
    } else if (dropout.matches()) {
      builder.dropout(rate(builder, dropout.group(1)));
    } else if (word.equals("batch-norm")) {
      builder.batchNorm();
    } else if (word.equals("layer-norm")) {
      builder.layerNorm();
    } else {
      throw wrong(builder, "'" + part + "' is not a layer. " + FORMS);
    }
  }

  private static int units(NetworkBuilder builder, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw wrong(builder, digits + " units are too many.");
    }
  }

  private static double rate(NetworkBuilder builder, String text) {
    String number = text.strip().replaceFirst("^rate\\s*=\\s*", "");
    if (!Numbers.isNumber(number)) {
      throw wrong(builder, "dropout needs a rate, got '" + text.strip() + "'. Write dropout(0.2).");
    }
    return Double.parseDouble(number);
  }

  private static IllegalArgumentException wrong(NetworkBuilder builder, String sentence) {
    return new IllegalArgumentException("Layer " + (builder.count() + 1) + ": " + sentence);
  }

  /** Cuts at the commas outside parentheses and quotes. */
  private static ImmutableList<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0 && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return ImmutableList.copyOf(parts);
  }
}
