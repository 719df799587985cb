package nn.core.model;

import java.util.List;

/** Lists in sentences. */
final class Words {
  private Words() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
