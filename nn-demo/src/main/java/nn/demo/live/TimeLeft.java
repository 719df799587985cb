package nn.demo.live;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import nn.core.train.Progress;

/** How long a training has taken in this process, and how long it may take still. */
final class TimeLeft {
  /** The first steps are slow: the runtime has yet to compile them. */
  private static final long SURE = TimeUnit.SECONDS.toNanos(1);

  private final long started;
  private final long firstStep;

  /** Begins to count before a step, the first or that at which training goes on. */
  TimeLeft(Progress progress, long now) {
    started = now;
    firstStep = progress.step();
  }

  /** Time gone. */
  String gone(long now) {
    return text(now - started);
  }

  /** {@code , 0:09 left} if nothing ends it early; empty in the first second, when nobody knows. */
  String left(long now, Progress progress) {
    long gone = now - started;
    long steps = progress.step() - firstStep;
    long rest = progress.totalSteps() - progress.step();
    return gone < SURE || steps == 0
        ? ""
        : ", " + text((long) ((double) gone / steps * rest)) + " left";
  }

  /** Minutes and seconds, from an hour on hours too: {@code 1:05}, {@code 2:00:09}. */
  private static String text(long nanoseconds) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoseconds);
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    return hours > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60);
  }
}
