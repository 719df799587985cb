package nn.api;

/**
 * Identity of a standard output function: the agreement between an activation, which says that it
 * equals this function exactly, and a loss, which knows a simpler and safer form on top of it. A
 * third party may add links of its own.
 *
 * @param id the name that both sides use
 */
public record Link(String id) {
  /** z itself. */
  public static final Link IDENTITY = new Link("identity");

  /** 1 / (1 + exp(-z)). */
  public static final Link LOGISTIC = new Link("logistic");

  /** exp(z_j) / sum_k exp(z_k) over the row. */
  public static final Link SOFTMAX = new Link("softmax");

  /** z_j - ln sum_k exp(z_k) over the row. */
  public static final Link LOG_SOFTMAX = new Link("log-softmax");

  /** exp(z). */
  public static final Link EXP = new Link("exp");
}
