package nn.demo.terminal;

import java.util.Locale;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import nn.core.train.Checkpoint;
import nn.core.train.EpochReport;
import nn.core.train.Progress;
import nn.core.train.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training run on standard error: a bar that a person watches, or a plain line now and then
 * in a pipe.
 */
public final class TrainingView implements TrainingListener, AutoCloseable {
  /** Plain lines in a whole run, about. */
  private static final int LINES = 10;

  private final Terminal terminal;
  private final int epochs;
  private @Nullable ProgressBar bar;

  /** A view of a run of so many epochs. */
  public TrainingView(Terminal terminal, int epochs) {
    this.terminal = terminal;
    this.epochs = epochs;
  }

  @Override
  public void started(Progress progress) {
    if (terminal.interactive()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Training")
              .setInitialMax(progress.totalSteps())
              .setStyle(ProgressBarStyle.ASCII)
              .setMaxRenderedLength(Terminal.COLUMNS - 1)
              .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), Terminal.COLUMNS - 1))
              .build();
      bar.stepTo(progress.step());
    }
  }

  @Override
  public void step(Progress progress) {
    if (bar != null) {
      bar.stepTo(progress.step());
    }
  }

  @Override
  public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
    if (bar != null) {
      bar.setExtraMessage(newest(report));
    } else if (report.epoch() == 1 || report.epoch() % Math.max(1, epochs / LINES) == 0) {
      terminal.note("Epoch %d of %d: %s", report.epoch(), epochs, losses(report));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /** One number: there is room for no more beside the bar. */
  private static String newest(EpochReport report) {
    return Double.isNaN(report.validationLoss())
        ? "loss " + number(report.trainingLoss())
        : "validation " + number(report.validationLoss());
  }

  private static String losses(EpochReport report) {
    String training = "loss " + number(report.trainingLoss());
    return Double.isNaN(report.validationLoss())
        ? training
        : training + ", validation " + number(report.validationLoss());
  }

  /** Four decimals, until a loss explodes. */
  private static String number(double loss) {
    return String.format(Locale.ROOT, loss < 1e6 ? "%.4f" : "%.4g", loss);
  }
}
