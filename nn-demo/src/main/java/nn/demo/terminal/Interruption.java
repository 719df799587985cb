package nn.demo.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a request: the work sees {@link #requested()}, ends at its next step and saves what it
 * has; the process waits for that, then leaves with exit code 130. Work that does not look in time,
 * such as a plugin that never returns, is not waited for.
 */
public final class Interruption implements AutoCloseable {
  /** Longest time that the work may take to see the request, hence for one step. */
  private static final long SEEN_SECONDS = 10;

  /** Longest time that the process waits for the work to end cleanly once it has seen it. */
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch seen = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "nn-interrupt");
  private final Runnable givesUp;
  private volatile boolean requested;

  /**
   * Starts to listen for Ctrl-C.
   *
   * @param givesUp told before the process ends without the work
   */
  public Interruption(Runnable givesUp) {
    this.givesUp = givesUp;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the work should end; whoever asks and is told so is expected to do so soon. */
  public boolean requested() {
    if (requested) {
      seen.countDown();
    }
    return requested;
  }

  /** Says that everything is saved and told; the process may end. */
  @Override
  public void close() {
    seen.countDown();
    done.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // Ctrl-C came just now; the hook finds everything done.
        requested = true;
      }
    }
  }

  private void interrupt() {
    requested = true;
    try {
      if (!seen.await(SEEN_SECONDS, TimeUnit.SECONDS)
          || !done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        givesUp.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
