package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import nn.core.plugin.Plugins;
import nn.core.train.Checkpoint;
import nn.core.train.EpochReport;
import nn.core.train.Progress;
import nn.core.train.Trainer;
import nn.core.train.TrainingListener;
import nn.demo.Sample;
import nn.demo.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckpointKeeperTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong seconds = new AtomicLong();

  /** The disk is full in epochs 1 to 3; a folder that is not there stands for it. */
  @Test
  void whatCannotBeWrittenIsToldOnceAndTriedAgain() {
    Path disk = folder.resolve("disk");
    Path file = disk.resolve("m.checkpoint");
    trained(
        file,
        10,
        (report, keep) -> {
          if (report.epoch() == 4) {
            make(disk);
          }
          keep.run();
          assertEquals(report.epoch() >= 4, Files.exists(file));
        });
    assertEquals(
        "nn: Cannot save %s: the folder %s does not exist. Create it, or save to a folder that"
                .formatted(file, disk)
            + " exists. Training goes on and tries again every 10 seconds.",
        err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void itWritesEveryTenSecondsOnly() {
    Path file = folder.resolve("m.checkpoint");
    trained(
        file,
        4,
        (report, keep) -> {
          remove(file);
          keep.run();
          assertEquals(report.epoch() % 3 == 0, Files.exists(file), "epoch " + report.epoch());
        });
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  private interface Epoch {
    void end(EpochReport report, Runnable keep);
  }

  /** Six epochs, each of which lasts so many seconds. */
  private void trained(Path file, long epochSeconds, Epoch epoch) {
    Terminal terminal =
        new Terminal(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    TrainCommand options = new TrainCommand(terminal);
    new CommandLine(options)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(Sample.houses(folder).toString(), "--target", "price", "--epochs", "6");
    LongSupplier clock = () -> TimeUnit.SECONDS.toNanos(seconds.get());
    try (Plugins plugins = Plugins.discover()) {
      TrainingPlan plan = TrainingPlan.begin(options, plugins);
      CheckpointKeeper keeper = new CheckpointKeeper(file, plan.model(), plugins, terminal, clock);
      Trainer.of(plan.recipe())
          .withListener(
              new TrainingListener() {
                @Override
                public void epoch(
                    EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
                  seconds.addAndGet(epochSeconds);
                  epoch.end(report, () -> keeper.epoch(report, progress, checkpoint));
                }
              })
          .fit(plan.model().network(), plan.training(), plan.validation(), null);
      assertTrue(keeper.writeLast());
    }
  }

  private static void make(Path disk) {
    try {
      Files.createDirectory(disk);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
