package nn.core.model;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Work with files on a thread that may be interrupted, as one whose training was cancelled is: a
 * channel would close itself. The interrupt waits until the work is done.
 */
final class Uninterrupted {
  /** Something with files that can be begun anew. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws IOException, E;
  }

  private Uninterrupted() {}

  static <T, E extends Exception> T run(Work<T, E> work) throws IOException, E {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
