package nn.core.plugin;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One finding about plugins.
 *
 * @param severity how bad it is
 * @param origin where the thing came from, or null if nowhere in particular
 * @param subject the JAR, class, name or text that it is about
 * @param message what is wrong, one or two sentences
 * @param remedy what to do, one or two sentences, or empty
 * @param cause the technical cause, for a stack trace on request, or null
 */
public record Problem(
    Severity severity,
    @Nullable Origin origin,
    String subject,
    String message,
    String remedy,
    @Nullable Throwable cause)
    implements Comparable<Problem> {

  private static final Comparator<Problem> WORST_FIRST =
      comparing(Problem::severity).thenComparing(Problem::subject).thenComparing(Problem::message);

  /** How bad a problem is, worst first. */
  public enum Severity {
    /** Asked for and unusable. */
    ERROR,
    /** Present and unusable. */
    WARNING,
    /** A harmless oddity. */
    NOTE
  }

  /** Worst first, then by subject and message; not consistent with equals. */
  @Override
  public int compareTo(Problem other) {
    return WORST_FIRST.compare(this, other);
  }

  /** Message and remedy together, fit to show to a user as they are. */
  public String text() {
    return remedy.isEmpty() ? message : message + " " + remedy;
  }

  static Problem error(String subject, String message, String remedy) {
    return new Problem(Severity.ERROR, null, subject, message, remedy, null);
  }

  static Problem warning(Origin origin, String subject, String message, String remedy) {
    return new Problem(Severity.WARNING, origin, subject, message, remedy, null);
  }

  static Problem note(@Nullable Origin origin, String subject, String message, String remedy) {
    return new Problem(Severity.NOTE, origin, subject, message, remedy, null);
  }

  Problem causedBy(Throwable newCause) {
    return new Problem(severity, origin, subject, message, remedy, newCause);
  }

  /** The same with a sentence more in the remedy, or none. */
  Problem hinting(String hint) {
    return new Problem(severity, origin, subject, message, (remedy + " " + hint).strip(), cause);
  }

  PluginException exception() {
    return new PluginException(this);
  }
}
