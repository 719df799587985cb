package nn.demo.live;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import nn.core.text.Numbers;
import nn.core.train.Checkpoint;
import nn.core.train.EpochReport;
import nn.core.train.Progress;
import nn.core.train.TrainingListener;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** About ten lines in a whole run, more if epochs take long. */
final class PlainView implements TrainingListener {
  private static final int LINES = 10;

  /** Nobody should wait longer for a sign of life, if an epoch does not. */
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

  private final Terminal terminal;
  private final int epochs;
  private final LongSupplier clock;
  private @Nullable TimeLeft time;
  private long told;

  PlainView(Terminal terminal, int epochs, LongSupplier clock) {
    this.terminal = terminal;
    this.epochs = epochs;
    this.clock = clock;
  }

  @Override
  public void started(Progress progress) {
    told = clock.getAsLong();
    time = new TimeLeft(progress, told);
  }

  @Override
  public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
    long now = clock.getAsLong();
    boolean turn = report.epoch() == 1 || report.epoch() % Math.max(1, epochs / LINES) == 0;
    if (time != null && (turn || now - told >= LONGEST)) {
      told = now;
      terminal.note(
          "Epoch %d of %d: %s, rate %s%s",
          report.epoch(),
          epochs,
          losses(report),
          Numbers.text(report.rate(), 3),
          time.left(now, progress));
    }
  }

  private static String losses(EpochReport report) {
    String training = "loss " + LossText.of(report.trainingLoss());
    return Double.isNaN(report.validationLoss())
        ? training
        : training + ", validation " + LossText.of(report.validationLoss());
  }
}
