package nn.api;

/**
 * The set of values that an activation can give, or that a loss can accept. Where the range of a
 * network's output lies outside the domain of its loss, the two are refused before training begins.
 */
public enum Range {
  /** Any number. */
  REAL("any number"),
  /** Zero or more. */
  NON_NEGATIVE("numbers of at least 0"),
  /** More than zero. */
  POSITIVE("numbers above 0"),
  /** From 0 to 1, each number by itself. */
  UNIT("numbers from 0 to 1"),
  /** Rows of probabilities: from 0 to 1, adding up to 1. */
  SIMPLEX("rows of probabilities that add up to 1"),
  /** Rows of logarithms of probabilities. */
  LOG_SIMPLEX("rows of log-probabilities");

  private final String words;

  Range(String words) {
    this.words = words;
  }

  /** Whether every value of this range is also a value of the other one. */
  public boolean within(Range other) {
    return this == other
        || other == REAL
        || (other == NON_NEGATIVE && (this == POSITIVE || this == UNIT || this == SIMPLEX))
        || (other == UNIT && this == SIMPLEX);
  }

  /** The range in words, for messages: {@code numbers from 0 to 1}. */
  public String words() {
    return words;
  }
}
