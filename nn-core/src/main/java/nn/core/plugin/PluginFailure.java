package nn.core.plugin;

import nn.api.Plugin;

/**
 * A plugin that was built well failed while it was computing; the message is fit to show to a user
 * as it is and names the plugin, its JAR, and where in the work it happened.
 */
public final class PluginFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String who;
  private final String place;
  private final String what;

  private PluginFailure(String who, String place, String what, Throwable cause) {
    super(who + place + what, cause);
    this.who = who;
    this.place = place;
    this.what = what;
  }

  /**
   * What a plugin threw.
   *
   * @param place in which part of the work, such as {@code layer 2}; may be empty
   * @return the failure, or {@code cause} itself if it is one already
   */
  public static PluginFailure of(Plugin plugin, String place, Throwable cause) {
    return cause instanceof PluginFailure known
        ? known
        : new PluginFailure(who(plugin) + " failed", in(place), ": " + words(cause), cause);
  }

  /**
   * An activation that gave numbers which are none for ordinary ones.
   *
   * @param count how many
   * @param place in which part of the work, such as {@code layer 2}
   * @param input the first input for which it did so
   */
  public static PluginFailure nan(Plugin plugin, int count, String place, float input) {
    String who = "%s turned %s finite numbers into NaN".formatted(who(plugin), count);
    String what =
        ", first at input %s. Run: nn check %s".formatted(Float.toString(input), file(plugin));
    return new PluginFailure(who, in(place), what, new ArithmeticException("NaN"));
  }

  /** The same failure with the step of the training in which it happened. */
  public PluginFailure inStep(long step) {
    String when = "step " + step;
    String more = place.isEmpty() ? in(when) : place + ", " + when;
    return new PluginFailure(who, more, what, getCause() == null ? this : getCause());
  }

  private static String in(String place) {
    return place.isEmpty() ? "" : " in " + place;
  }

  private static String who(Plugin plugin) {
    return "%s (from %s)".formatted(Plugins.nameOf(plugin), file(plugin));
  }

  private static String file(Plugin plugin) {
    return Origin.of(plugin.getClass(), Origin.Source.GIVEN).file();
  }

  private static String words(Throwable cause) {
    String words = RecordForm.words(cause);
    if (cause instanceof NoClassDefFoundError) {
      return "it needs %s, which is neither in the JAR nor part of the plugin API."
          .formatted(words.substring(0, words.length() - 1).replace('/', '.'));
    }
    return cause instanceof IncompatibleClassChangeError
        ? "it was built for another version of nn-api (%s). Rebuild it."
            .formatted(words.substring(0, words.length() - 1))
        : words;
  }
}
