package nn.tck;

import nn.api.Plugin;

/**
 * One rule as a value, run alike from a command line and from JUnit.
 *
 * @param <P> the plugins that it is about
 * @param id short handle, {@code A-01}; kept when the wording changes
 * @param level what a failure means
 * @param kind the plugins that it is about
 * @param title the rule in one sentence
 * @param body the test itself
 */
public record Check<P extends Plugin>(
    String id, Level level, Class<P> kind, String title, Body<? super P> body) {

  /** What a failure means. */
  public enum Level {
    /** The plugin would spoil a training run. */
    REQUIRED,
    /** A warning: the plugin works, but somebody will stumble over it. */
    RECOMMENDED,
    /** May pass a bad plugin, never fails a good one. */
    CHANCE
  }

  /**
   * The test itself.
   *
   * @param <P> the plugins that it is about
   */
  @FunctionalInterface
  public interface Body<P extends Plugin> {
    /**
     * Tries the rule.
     *
     * @throws AssertionError if the plugin breaks it, with a sentence that a student understands
     * @throws Skip if it cannot apply to this plugin
     * @throws Exception whatever the plugin throws, which breaks the rule as well
     */
    void run(P plugin, Bench bench) throws Exception;
  }

  /** The rule cannot apply to a plugin; the message says why. */
  public static final class Skip extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason: the end of the sentence "skipped, because ...". */
    public Skip(String why) {
      super(why);
    }
  }

  /** Whether the rule is about this plugin at all. */
  public boolean appliesTo(Plugin plugin) {
    return kind.isInstance(plugin);
  }

  void run(Plugin plugin, Bench bench) throws Exception {
    body.run(kind.cast(plugin), bench);
  }
}
