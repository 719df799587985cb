package nn.core.plugin;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file {@code META-INF/services/...}: one class name a line, comments after {@code #}.
 *
 * @param types the class names
 * @param badLines numbers, from 1, of the lines that are neither names nor comments
 */
record ServicesFile(ImmutableList<String> types, ImmutableList<Integer> badLines) {
  /** More than any honest file holds. */
  private static final int LONGEST = 1 << 20;

  static ServicesFile read(InputStream in) throws IOException {
    String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    Set<String> types = new LinkedHashSet<>();
    List<Integer> bad = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = withoutComment(lines.get(i));
      if (isClassName(line)) {
        types.add(line);
      } else if (!line.isEmpty()) {
        bad.add(i + 1);
      }
    }
    return new ServicesFile(ImmutableList.copyOf(types), ImmutableList.copyOf(bad));
  }

  private static String withoutComment(String line) {
    int start = line.indexOf('#');
    return (start < 0 ? line : line.substring(0, start)).strip();
  }

  private static boolean isClassName(String text) {
    return Arrays.stream(text.split("\\.", -1)).allMatch(ServicesFile::isIdentifier);
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.codePointAt(0))
        && text.codePoints().allMatch(ServicesFile::isIdentifierPart);
  }

  /** Java ignores control characters in a name; a terminal does not. */
  private static boolean isIdentifierPart(int c) {
    return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  /** What is wrong with line {@code number} of the file. */
  static Problem badLine(Origin origin, Kind kind, int number) {
    return Problem.warning(
        origin,
        origin.file(),
        "%s: %s, line %s is not a class name.".formatted(origin.file(), kind.services(), number),
        "Write one full class name a line, for example com.example.Swish.");
  }
}
