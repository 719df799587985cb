package nn.core.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.base.Throwables;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import nn.api.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share a range of work, the calling thread among them. The range is cut into one
 * contiguous piece a thread; results must not depend on the cut. A call allocates nothing.
 *
 * <p>How they meet: the caller writes the task, then raises the volatile {@code round}; a worker
 * that sees a new round runs its piece, then counts {@code pending} down. Whoever waits spins
 * briefly, announces itself in a volatile flag, looks once more and parks; whoever it waits for
 * makes its change, then reads the flag. So either the change is seen or the waker sees the flag.
 */
public final class Crew implements AutoCloseable {
  /** Piece boundaries are multiples of this where pieces are long: whole vectors. */
  private static final int GRAIN = 8;

  /** Some tenths of a millisecond: to park and be woken costs a step more than to look on. */
  private static final int SPINS = 10_000;

  private final Arithmetic arithmetic;
  private final Lender own;
  private final Worker[] workers;
  private final AtomicInteger pending = new AtomicInteger();
  private final int spins;

  /** Whether its threads leave no processor to others. */
  private final boolean crowded;

  /** Below this, waking the others costs more than it saves. */
  private final long smallWork;

  /**
   * At work, or closed, which it stays. Not volatile, for that would cost a small network half its
   * time: a second thread that calls is a mistake that is noticed nearly always.
   */
  private boolean busy;

  private @Nullable Task task;
  private int count;

  /** What one thread's piece costs. */
  private long work;

  private @Nullable Thread caller;
  private volatile int round;
  private volatile boolean callerWaits;
  private volatile boolean closed;

  /** Part of a range of work. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does the work of [from, to).
     *
     * @param kernels this thread's arithmetic, lent for the call
     */
    void run(int from, int to, Kernels kernels);
  }

  /**
   * A crew of the calling thread and {@code threads} - 1 daemon threads nn-worker-1, nn-worker-2,
   * ...
   */
  public Crew(Arithmetic arithmetic, int threads) {
    checkArgument(threads >= 1, "A crew has 1 thread or more, got %s", threads);
    this.arithmetic = arithmetic;
    own = arithmetic.lender();
    smallWork = threads == 1 ? Long.MAX_VALUE : arithmetic.smallWork();
    crowded = threads >= Runtime.getRuntime().availableProcessors();
    spins = threads <= Runtime.getRuntime().availableProcessors() ? SPINS : 0;
    workers = new Worker[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i + 1, arithmetic.lender());
    }
    for (Worker worker : workers) {
      worker.thread.start();
    }
  }

  /** What its threads compute with. */
  public Arithmetic arithmetic() {
    return arithmetic;
  }

  /** How many threads share the work, the caller's included. */
  public int threads() {
    return workers.length + 1;
  }

  /**
   * Runs the task over [0, count) and returns when all of it is done; small work stays on the
   * calling thread, and so does all while the arithmetic gets ready and needs a processor. What a
   * piece throws is thrown here after all pieces have ended, the first piece's first, the others
   * suppressed in it.
   *
   * @param work about how many multiply-adds all of it costs
   * @throws IllegalStateException if called from within a task or closed, and nearly always if
   *     called by two threads at once
   */
  public void split(int count, long work, Task task) {
    if (work < smallWork || (crowded && arithmetic.isWarmingUp())) {
      single(count, work, task);
      return;
    }
    enter();
    try {
      share(count, work, task);
    } finally {
      busy = false;
    }
  }

  /** Runs the task over [0, count) on the calling thread. */
  public void single(int count, Task task) {
    single(count, 0, task);
  }

  private void single(int count, long work, Task task) {
    enter();
    try {
      task.run(0, count, own.lend(work));
    } finally {
      busy = false;
    }
  }

  private void enter() {
    if (busy) {
      checkState(!closed, "The crew is closed; make a new one");
      throw new IllegalStateException(
          "The crew is at work; call it from one thread, and not from within a task");
    }
    busy = true;
  }

  private void share(int count, long work, Task task) {
    this.task = task;
    this.count = count;
    this.work = work / threads();
    caller = Thread.currentThread();
    pending.set(workers.length);
    nextRound();
    @Nullable Throwable failure = runPiece(0, own);
    awaitWorkers();
    this.task = null;
    for (Worker worker : workers) {
      failure = join(failure, worker.failure);
    }
    rethrow(failure);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the thread that holds busy
  private void nextRound() {
    round++;
    for (Worker worker : workers) {
      if (worker.waits) {
        LockSupport.unpark(worker.thread);
      }
    }
  }

  private void awaitWorkers() {
    for (int i = 0; i < spins && pending.get() != 0; i++) {
      Thread.onSpinWait();
    }
    callerWaits = true;
    while (pending.get() != 0) {
      LockSupport.park(this);
    }
    callerWaits = false;
  }

  private @Nullable Throwable runPiece(int piece, Lender lender) {
    int from = boundary(piece);
    int to = boundary(piece + 1);
    Task part = task;
    try {
      if (from < to && part != null) {
        part.run(from, to, lender.lend(work));
      }
      return null;
    } catch (Throwable t) {
      return t;
    }
  }

  private int boundary(int piece) {
    int threads = threads();
    int even = (int) ((long) count * piece / threads);
    boolean align = piece < threads && count >= 2 * GRAIN * threads;
    return align ? even - even % GRAIN : even;
  }

  private static @Nullable Throwable join(@Nullable Throwable first, @Nullable Throwable more) {
    if (first == null) {
      return more;
    }
    if (more != null && more != first) {
      first.addSuppressed(more);
    }
    return first;
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure != null) {
      Throwables.throwIfUnchecked(failure);
      throw new IllegalStateException(failure); // a checked one, thrown past the compiler
    }
  }

  /** Ends the workers and waits until they have gone; closing again does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    enter();
    closed = true;
    nextRound();
    for (Worker worker : workers) {
      worker.awaitEnd();
    }
  }

  /** One thread, its arithmetic and what its last piece threw. */
  private final class Worker implements Runnable {
    private final int piece;
    private final Lender lender;
    private final Thread thread;
    private @Nullable Throwable failure;
    private volatile boolean waits;

    Worker(int piece, Lender lender) {
      this.piece = piece;
      this.lender = lender;
      thread = new Thread(this, "nn-worker-" + piece);
      thread.setDaemon(true);
    }

    @Override
    public void run() {
      int seen = awaitRound(0);
      while (!closed) {
        failure = runPiece(piece, lender);
        if (pending.decrementAndGet() == 0 && callerWaits) {
          LockSupport.unpark(caller);
        }
        seen = awaitRound(seen);
      }
    }

    private int awaitRound(int seen) {
      for (int i = 0; i < spins && round == seen; i++) {
        Thread.onSpinWait();
      }
      waits = true;
      while (round == seen) {
        LockSupport.park(Crew.this);
      }
      waits = false;
      return round;
    }

    /** A caller that is interrupted does not wait and keeps its interrupt. */
    void awaitEnd() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
