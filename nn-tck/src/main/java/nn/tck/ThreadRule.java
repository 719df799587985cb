package nn.tck;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import nn.api.Plugin;

/** Plugins have no state, so any number of threads may use one instance at the same time. */
final class ThreadRule {
  private static final int THREADS = 8;

  private ThreadRule() {}

  static void agrees(Plugin plugin, Bench bench) throws InterruptedException {
    double[] expected = Fingerprint.of(plugin, bench.seed());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = new Thread(() -> compare(plugin, bench.seed(), expected, start, failure));
      threads[i].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    Optional.ofNullable(failure.get())
        .ifPresent(
            e -> {
              throw Finding.of("another thread got other results: %s", Finding.message(e));
            });
  }

  private static void compare(
      Plugin plugin,
      long seed,
      double[] expected,
      CountDownLatch start,
      AtomicReference<Throwable> failure) {
    try {
      start.await();
      double[] actual = Fingerprint.of(plugin, seed);
      int at = Arrays.mismatch(expected, actual);
      Finding.unless(at < 0, "number %s differs; keep no state in static fields.", at);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.set(e);
    } catch (AssertionError | RuntimeException e) {
      failure.set(e);
    }
  }
}
