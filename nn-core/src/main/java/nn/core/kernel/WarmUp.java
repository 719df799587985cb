package nn.core.kernel;

import java.util.function.Supplier;
import nn.api.Kernels;
import nn.api.Rows;

/**
 * The start of a back end whose code is slow until the runtime has compiled it, as vector code is:
 * interpreted, every register is an object. Meanwhile plain Java does the work. A thread in the
 * background exercises the back end until that beats the reference, and from then on it is used.
 * All give the same bits, so nobody can tell when.
 *
 * <p>It begins at once where {@value #LONG_JOB} multiply-adds and more are expected, else after
 * {@value #SHORT_JOB} more than any job was expected to take. On two processors, where compiler and
 * exercises take half the time from the work, half of {@value #LONG_JOB} take as long with as
 * without, some two seconds; a short job never pays for what it would not live to enjoy.
 */
final class WarmUp {
  /** Multiply-adds that are done before it begins, where nothing was said beforehand. */
  static final long SHORT_JOB = 5_000_000_000L;

  /** Expected multiply-adds that are worth it. */
  static final long LONG_JOB = 20_000_000_000L;

  private static final long PATIENCE_NANOS = 10_000_000_000L;

  /** Exercises in a row that the back end must win. */
  private static final int WINS = 3;

  private final Supplier<Arithmetic.Opened> best;
  private long expected;
  private long done;
  private boolean begun;
  private volatile boolean underWay;
  private volatile boolean over;

  /**
   * A warm-up that has not begun.
   *
   * @param best opens the back end, when asked first
   */
  WarmUp(Supplier<Arithmetic.Opened> best) {
    this.best = best;
  }

  /** The back end, for one thread. */
  Kernels create() {
    return best.get().factory().get();
  }

  /** Whether the exercises have begun. */
  synchronized boolean hasBegun() {
    return begun;
  }

  /** Whether they have begun and have not ended, one way or another. */
  boolean isUnderWay() {
    return underWay;
  }

  /** Whether the back end is to be used. */
  boolean isOver() {
    return over;
  }

  /** Begins if so many multiply-adds are worth it, or else leaves them out of the account. */
  synchronized void expect(long work) {
    if (work >= LONG_JOB) {
      begin();
    }
    expected = Math.max(expected, work);
  }

  /** So many multiply-adds more were done without it; begins if they are too many. */
  synchronized void done(long work) {
    done += work;
    if (done - expected > SHORT_JOB) {
      begin();
    }
  }

  private void begin() {
    if (!begun) {
      begun = true;
      underWay = true;
      Thread thread = new Thread(this::run, "nn-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    try {
      if (!best.get().isPlain()) {
        exercise();
        over = true;
      }
    } finally {
      underWay = false;
    }
  }

  /**
   * Exercises until the back end has won, or should have by now. To beat {@link AutoVectorKernels}
   * would take longer, and what is not compiled yet the work itself gets compiled.
   */
  private void exercise() {
    Exercise plain = new Exercise(new PlainKernels());
    Exercise fast = new Exercise(create());
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (int wins = 0; wins < WINS && System.nanoTime() < end; ) {
      wins = fast.nanos() < plain.nanos() ? wins + 1 : 0;
    }
  }

  /** A little of everything, at sizes that use every branch. */
  private static final class Exercise {
    private static final int[] ROWS = {1, 13, 64};
    private static final int[] OUTPUTS = {5, 20, 72, 128};
    private static final int INPUTS = 128;

    private final Kernels kernels;
    private final float[] numbers = new float[128];

    Exercise(Kernels kernels) {
      this.kernels = kernels;
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = i / 64f;
      }
    }

    long nanos() {
      long start = System.nanoTime();
      for (int rows : ROWS) {
        for (int outputs : OUTPUTS) {
          products(rows, outputs);
        }
      }
      functions();
      return System.nanoTime() - start;
    }

    private void products(int rows, int outputs) {
      Rows x = Rows.zeros(rows, INPUTS);
      Rows w = Rows.zeros(INPUTS, outputs);
      Rows b = Rows.zeros(1, outputs);
      Rows z = Rows.zeros(rows, outputs);
      kernels.forward(x, w, b, z, 0, rows);
      kernels.inputGradient(z, w, x, 0, INPUTS);
      kernels.weightGradient(x, z, w, 0, INPUTS);
      kernels.biasGradient(z, b, 0, outputs);
    }

    private void functions() {
      int size = numbers.length;
      float[] results = new float[size];
      kernels.exp(numbers, 0, results, 0, size);
      kernels.expm1(numbers, 0, results, 0, size);
      kernels.log1p(numbers, 0, results, 0, size);
      kernels.tanh(numbers, 0, results, 0, size);
      kernels.sigmoid(numbers, 0, results, 0, size);
      kernels.erf(numbers, 0, results, 0, size);
    }
  }
}
