package nn.core.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Foreign text on a terminal: what would move the cursor, colour, ring or turn the direction of
 * writing is shown as an escape, such as that of the escape key, so that data cannot change what a
 * person sees.
 */
public final class Visible {
  /** Control characters, ends of lines and paragraphs, and Unicode's controls of direction. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private Visible() {}

  /** The text with escapes in place of controls; usual text as it is. */
  public static String of(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(c -> String.format(Locale.ROOT, "\\\\u%04x", (int) c.group().charAt(0)));
  }
}
