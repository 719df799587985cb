package nn.demo.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a request: the work sees {@link #requested()}, ends at its next step and saves what it
 * has; the process waits for that, then leaves with exit code 130.
 */
public final class Interruption implements AutoCloseable {
  /** Longest time that the process waits for the work to end cleanly. */
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "nn-interrupt");
  private volatile boolean requested;

  /** Starts to listen for Ctrl-C. */
  public Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the work should end. */
  public boolean requested() {
    return requested;
  }

  /** Says that everything is saved and told; the process may end. */
  @Override
  public void close() {
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
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
