package nn.demo.essay;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.demo.story.Classroom;

/**
 * What an essay has from the engine.
 *
 * @param name of the file, without its end
 * @param regions what stands between {@code <!-- numbers: NAME -->} and {@code <!-- end -->}
 * @param stated phrases of the prose around the regions, with the engine's numbers filled in
 */
record Essay(
    String name, ImmutableMap<String, Supplier<String>> regions, ImmutableList<String> stated) {
  private static final Pattern REGION =
      Pattern.compile("(<!-- numbers: ([a-z-]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  /** All of them, computed in this classroom. */
  static List<Essay> all(Classroom room) {
    return List.of(
        new BackpropagationNumbers(room).essay(),
        new SoftmaxNumbers(room).essay(),
        new InitialisationNumbers(room).essay(),
        new OptimizerNumbers(room).essay());
  }

  @Override
  public String toString() {
    return name;
  }

  /** The names of the regions of a text, in its order. */
  static List<String> names(String text) {
    return REGION.matcher(text).results().map(region -> region.group(2)).toList();
  }

  /** The text with every region as the engine computes it; unknown ones stay. */
  String filled(String text) {
    return REGION.matcher(text).replaceAll(region -> quoted(content(region)));
  }

  /** What people wrote: the text without its regions. */
  static String prose(String text) {
    return REGION.matcher(text).replaceAll("");
  }

  private String content(MatchResult region) {
    Supplier<String> numbers = regions.get(region.group(2));
    return numbers == null
        ? region.group()
        : region.group(1) + "\n" + numbers.get() + "\n\n" + region.group(3);
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  /** Text whose columns matter. */
  static String block(String text) {
    return "```text\n" + text.stripTrailing() + "\n```";
  }
}
