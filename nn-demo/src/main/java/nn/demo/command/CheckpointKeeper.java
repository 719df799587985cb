package nn.demo.command;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import nn.core.model.Model;
import nn.core.model.ModelFile;
import nn.core.model.ModelFileException;
import nn.core.plugin.Plugins;
import nn.core.train.Checkpoint;
import nn.core.train.EpochReport;
import nn.core.train.Progress;
import nn.core.train.TrainingListener;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Writes a checkpoint now and then, and keeps the last completed epoch's for the end. One that
 * cannot be written is told, and does not end the training.
 */
final class CheckpointKeeper implements TrainingListener {
  /** Least time between two files: what a crash can cost. */
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

  private final Path file;
  private final Model model;
  private final Plugins plugins;
  private final Terminal terminal;
  private final LongSupplier clock;
  private long tried;
  private boolean told;
  private @Nullable Checkpoint last;

  CheckpointKeeper(Path file, Model model, Plugins plugins, Terminal terminal) {
    this(file, model, plugins, terminal, System::nanoTime);
  }

  /**
   * The same by another clock.
   *
   * @param clock nanoseconds since some moment
   */
  CheckpointKeeper(Path file, Model model, Plugins plugins, Terminal terminal, LongSupplier clock) {
    this.file = file;
    this.model = model;
    this.plugins = plugins;
    this.terminal = terminal;
    this.clock = clock;
    tried = clock.getAsLong();
  }

  @Override
  public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
    last = checkpoint.get();
    if (clock.getAsLong() - tried >= INTERVAL) {
      tryToWrite(last);
      tried = clock.getAsLong();
    }
  }

  /** A disk that is full for a while is no reason to lose the training. */
  private void tryToWrite(Checkpoint checkpoint) {
    try {
      ModelFile.write(file, model, plugins, checkpoint);
    } catch (ModelFileException e) {
      if (!told) {
        terminal.note(
            "nn: %s Training goes on and tries again every %d seconds.",
            String.valueOf(e.getMessage()), TimeUnit.NANOSECONDS.toSeconds(INTERVAL));
      }
      told = true;
    }
  }

  /** Writes the last completed epoch; false if there is none. */
  boolean writeLast() {
    if (last == null) {
      return false;
    }
    ModelFile.write(file, model, plugins, last);
    return true;
  }

  Path file() {
    return file;
  }
}
