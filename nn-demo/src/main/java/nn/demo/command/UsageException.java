package nn.demo.command;

/** Options that contradict each other or are missing; the message says which and what to do. */
final class UsageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
