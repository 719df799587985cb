package nn.core.plugin;

/** A plugin that was asked for cannot be had; the message is fit to show to a user as it is. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** An exception whose message is the problem's message and remedy. */
  public PluginException(Problem problem) {
    super(problem.text(), problem.cause());
    this.problem = problem;
  }

  /** The finding as data. */
  public Problem problem() {
    return problem;
  }
}
