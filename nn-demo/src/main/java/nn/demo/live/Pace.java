package nn.demo.live;

/**
 * When to do again what the training should not notice: not too often, and never for more than a
 * hundredth of the time.
 */
final class Pace {
  private static final long SHARE = 100;

  /** Turns that do not count yet: before the runtime has compiled them they say nothing. */
  private int first = 8;

  private final long least;
  private long next;

  /**
   * A pace whose first turn is now.
   *
   * @param least nanoseconds between two turns, at least
   */
  Pace(long least, long now) {
    this.least = least;
    next = now;
  }

  boolean due(long now) {
    return now - next >= 0;
  }

  /** A turn lasted from then to now. */
  void done(long began, long now) {
    next = now + (first > 0 ? least : Math.max(least, SHARE * (now - began)));
    first = Math.max(0, first - 1);
  }
}
