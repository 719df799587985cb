package nn.core.plugin;

import static com.google.common.base.Ascii.isLowerCase;
import static com.google.common.base.Ascii.isUpperCase;

import java.util.Locale;
import java.util.regex.Pattern;
import nn.api.Named;
import org.jspecify.annotations.Nullable;

/** The rules for names in text: words of a-z and 0-9 joined by hyphens. */
final class Names {
  private static final int LONGEST = 40;
  private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

  private Names() {}

  /** {@code LeakyRelu} as {@code leaky-relu}, {@code learningRate} as {@code learning-rate}. */
  static String kebab(String camel) {
    StringBuilder words = new StringBuilder();
    int start = 0;
    for (int i = 0; i < camel.length(); i++) {
      if (isNewWord(camel, i)) {
        words.append(camel, start, i).append('-');
        start = i;
      }
    }
    return normal(words.append(camel, start, camel.length()).toString());
  }

  /**
   * At a capital after a small letter or digit, and at the last one of a row before a small one.
   */
  private static boolean isNewWord(String camel, int at) {
    if (at == 0 || !isUpperCase(camel.charAt(at))) {
      return false;
    }
    char before = camel.charAt(at - 1);
    boolean ends = at + 1 < camel.length() && isLowerCase(camel.charAt(at + 1));
    return isLowerCase(before) || (before >= '0' && before <= '9') || (isUpperCase(before) && ends);
  }

  /** Lower case, with hyphens for underscores: how names are compared. */
  static String normal(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static boolean valid(String name) {
    return name.length() <= LONGEST && VALID.matcher(name).matches();
  }

  /** The name that a plugin class goes by; of a lambda, what it is. */
  static String of(Class<?> type) {
    boolean nameless = type.isHidden() || type.isAnonymousClass();
    return nameless ? ofTheProgram(type) : of(type, type.getAnnotation(Named.class));
  }

  private static String ofTheProgram(Class<?> type) {
    return Kind.behind(type).map(Kind::oneOf).orElse("a plugin") + " of the program";
  }

  /** The same, given the annotation of the class. */
  static String of(Class<?> type, @Nullable Named named) {
    return named == null || named.value().isEmpty() ? kebab(type.getSimpleName()) : named.value();
  }

  /** Whether text means the parameter: {@code learning-rate}, {@code learningRate} and the like. */
  static boolean means(String text, String parameter) {
    return parameter.equals(normal(text)) || parameter.equals(kebab(text));
  }

  /** A valid name near a bad one. */
  static String suggestion(String bad) {
    String name =
        kebab(bad).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+", "").replaceAll("-+$", "");
    String cut = name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("-+$", "");
    return cut.isEmpty() ? "my-plugin" : cut;
  }

  /** {@code an optimizer}, {@code a loss}. */
  static String withArticle(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }
}
