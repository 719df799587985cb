package nn.demo.command;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nn.core.model.Model;
import nn.core.model.ModelFile;
import nn.core.plugin.Plugins;
import nn.core.train.Checkpoint;
import nn.core.train.EpochReport;
import nn.core.train.Progress;
import nn.core.train.TrainingListener;
import org.jspecify.annotations.Nullable;

/** Writes a checkpoint now and then, and keeps the last completed epoch's for the end. */
final class CheckpointKeeper implements TrainingListener {
  /** Least time between two files: what a crash can cost. */
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

  private final Path file;
  private final Model model;
  private final Plugins plugins;
  private long written = System.nanoTime();
  private @Nullable Checkpoint last;

  CheckpointKeeper(Path file, Model model, Plugins plugins) {
    this.file = file;
    this.model = model;
    this.plugins = plugins;
  }

  @Override
  public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
    last = checkpoint.get();
    if (System.nanoTime() - written >= INTERVAL) {
      ModelFile.write(file, model, plugins, last);
      written = System.nanoTime();
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
