package nn.demo.live;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import nn.core.train.Checkpoint;
import nn.core.train.EpochReport;
import nn.core.train.Progress;
import nn.core.train.Recipe;
import nn.core.train.TrainingListener;
import nn.demo.terminal.Footer;
import nn.demo.terminal.Terminal;

/**
 * Shows a training run on standard error: lines that a person watches, drawn again in place, or a
 * plain line now and then in a pipe and on a terminal that cannot do so or is too narrow.
 */
public final class TrainingView implements TrainingListener, AutoCloseable {
  private final TrainingListener how;
  private final Runnable end;

  /** A view of a run by this recipe. */
  public TrainingView(Terminal terminal, Recipe recipe) {
    this(terminal, recipe, System::nanoTime);
  }

  /**
   * The same by another clock.
   *
   * @param clock nanoseconds since some moment
   */
  TrainingView(Terminal terminal, Recipe recipe, LongSupplier clock) {
    if (terminal.interactive() && hasRoom(terminal.footer())) {
      LiveView live = new LiveView(terminal.footer(), recipe, clock);
      how = live;
      end = live::end;
    } else {
      how = new PlainView(terminal, recipe.epochs(), clock);
      end = () -> {};
    }
  }

  private static boolean hasRoom(Footer footer) {
    return footer.works() && footer.columns() >= Panel.LEAST_COLUMNS;
  }

  @Override
  public void started(Progress progress) {
    how.started(progress);
  }

  @Override
  public void step(Progress progress) {
    how.step(progress);
  }

  @Override
  public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
    how.epoch(report, progress, checkpoint);
  }

  /** Shows how it ended; what is printed from now on comes below. */
  @Override
  public void close() {
    end.run();
  }
}
