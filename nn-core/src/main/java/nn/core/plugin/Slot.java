package nn.core.plugin;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nn.api.Plugin;
import nn.core.text.Numbers;

/** One parameter of one plugin, waiting for its value. */
record Slot(PluginInfo<?> info, PluginInfo.Parameter parameter) {

  /** The value of a number, switch, text or enum. */
  Object simple(Node node) {
    Class<?> type = parameter.type();
    if (type == boolean.class) {
      return truth(node);
    }
    if (type.isEnum()) {
      return constant(type, node);
    }
    return type == String.class ? characters(node) : number(type, node);
  }

  /** The plugin itself, if the parameter accepts it. */
  Plugin fitting(Kind kind, Node node, Plugin plugin) {
    if (parameter.type().isInstance(plugin)) {
      return plugin;
    }
    boolean whole = parameter.type() == kind.type();
    String form = Names.kebab(parameter.type().getSimpleName()).replace('-', ' ');
    throw wrong(whole ? kind.oneOf() : Names.withArticle(form), node);
  }

  private String characters(Node node) {
    if (node instanceof Node.Quoted || node instanceof Node.Word) {
      return node.shown();
    }
    throw wrong("text in single quotes", node);
  }

  private boolean truth(Node node) {
    String word = node.shown().toLowerCase(Locale.ROOT);
    if (!(node instanceof Node.Word) || !(word.equals("true") || word.equals("false"))) {
      throw wrong("true or false", node);
    }
    return word.equals("true");
  }

  private Object constant(Class<?> type, Node node) {
    List<Object> constants = Arrays.asList(type.getEnumConstants());
    return constants.stream()
        .filter(c -> TextWriter.simple(c).equals(Names.normal(node.shown())))
        .findFirst()
        .orElseThrow(() -> wrong("one of " + parameter.bounds(), node));
  }

  private Object number(Class<?> type, Node node) {
    String text = node instanceof Node.Word ? node.shown() : "";
    if (type == double.class) {
      return real(text, node);
    }
    return type == float.class ? (Object) narrow(text, node) : whole(type, text, node);
  }

  private double real(String text, Node node) {
    double value = Double.parseDouble(readable(text, node));
    if (value < parameter.min() || value > parameter.max()) {
      throw outside(text);
    }
    return finite(text, value, node);
  }

  /** A float is compared with its bounds as floats: 0.1f lies just above 0.1. */
  private float narrow(String text, Node node) {
    float value = Float.parseFloat(readable(text, node));
    if (value < (float) parameter.min() || value > (float) parameter.max()) {
      throw outside(text);
    }
    return (float) finite(text, value, node);
  }

  /** The text as the JDK reads it; infinity is the one word that is a number. */
  private String readable(String text, Node node) {
    String word = text.toLowerCase(Locale.ROOT);
    if (isInfinity(word)) {
      return word.replace("infinity", "Infinity");
    }
    if (!Numbers.isNumber(text)) {
      throw wrong("a number", node);
    }
    return text;
  }

  private double finite(String text, double value, Node node) {
    if (Double.isInfinite(value) && !isInfinity(text.toLowerCase(Locale.ROOT))) {
      throw wrong("a number within the range of its type", node);
    }
    return value;
  }

  private static boolean isInfinity(String word) {
    return word.equals("infinity") || word.equals("-infinity");
  }

  private Object whole(Class<?> type, String text, Node node) {
    if (!Numbers.isNumber(text)) {
      throw wrong("a whole number", node);
    }
    try {
      BigDecimal exact = new BigDecimal(text);
      Object value = type == int.class ? (Object) exact.intValueExact() : exact.longValueExact();
      if (exact.doubleValue() < parameter.min() || exact.doubleValue() > parameter.max()) {
        throw outside(text);
      }
      return value;
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong("a whole number of at most %s bits".formatted(bits(type)), node);
    }
  }

  private static int bits(Class<?> type) {
    return type == int.class ? Integer.SIZE : Long.SIZE;
  }

  private PluginException outside(String text) {
    String bounds = parameter.bounds().replace(" to ", " and ");
    String wanted = bounds.startsWith("at ") ? bounds : "between " + bounds;
    return must(wanted, text);
  }

  /** The value has the wrong type. */
  PluginException wrong(String wanted, Node node) {
    return must(wanted, "'" + node.shown() + "'");
  }

  private PluginException must(String wanted, String got) {
    String message =
        "%s: %s must be %s, got %s.".formatted(info.name(), parameter.name(), wanted, got);
    return Problem.error(info.name(), message, "").exception();
  }
}
