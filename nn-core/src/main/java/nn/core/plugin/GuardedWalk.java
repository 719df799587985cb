package nn.core.plugin;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.function.Consumer;

/**
 * A walk over services whose iterator may throw at every step, from {@code hasNext} as well as from
 * {@code next}, and may do so for ever (JDK-8196182).
 */
final class GuardedWalk {
  private static final int MOST_EQUAL = 3;
  private static final int MOST = 100;

  private final Consumer<Throwable> failed;
  private String last = "";
  private int equal;
  private int errors;

  private GuardedWalk(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  /** Visits what can be visited; each error is told once, and the one it gave up at. */
  static <T> void over(
      Iterator<? extends T> services,
      Consumer<? super T> found,
      Consumer<Throwable> failed,
      Consumer<Throwable> gaveUp) {
    GuardedWalk walk = new GuardedWalk(failed);
    boolean more = true;
    while (more) {
      try {
        more = services.hasNext();
        if (more) {
          found.accept(services.next());
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        more = walk.goesOn(e);
        if (!more) {
          gaveUp.accept(e);
        }
      }
    }
  }

  private boolean goesOn(Throwable error) {
    equal = error.toString().equals(last) ? equal + 1 : 1;
    last = error.toString();
    errors++;
    if (equal == 1) {
      failed.accept(error);
    }
    return equal < MOST_EQUAL && errors < MOST;
  }
}
