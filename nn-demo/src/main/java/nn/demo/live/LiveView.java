package nn.demo.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import nn.core.train.Checkpoint;
import nn.core.train.EpochReport;
import nn.core.train.Health;
import nn.core.train.HealthCheck;
import nn.core.train.Progress;
import nn.core.train.Recipe;
import nn.core.train.TrainingListener;
import nn.demo.terminal.Footer;
import org.jspecify.annotations.Nullable;

/** A {@link Panel} at the bottom of the terminal, drawn a few times a second. */
final class LiveView implements TrainingListener {
  private static final long BETWEEN_PICTURES = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Footer footer;
  private final Recipe recipe;
  private final LongSupplier clock;
  private final LossHistory history = new LossHistory();

  private @Nullable Run run;
  private @Nullable EpochReport last;
  private @Nullable Health health;
  private double total;
  private long steps;
  private boolean looking;

  private int epoch;
  private double share;
  private double rate;
  private int bestEpoch;
  private double bestLoss;

  LiveView(Footer footer, Recipe recipe, LongSupplier clock) {
    this.footer = footer;
    this.recipe = recipe;
    this.clock = clock;
  }

  /** What there is once training has started. */
  private record Run(HealthCheck check, TimeLeft time, Pace looks, Pace drawn) {
    static Run of(Progress progress, long now) {
      return new Run(
          new HealthCheck(progress.network()),
          new TimeLeft(progress, now),
          new Pace(BETWEEN_LOOKS, now),
          new Pace(BETWEEN_PICTURES, now));
    }
  }

  @Override
  public void started(Progress progress) {
    run = Run.of(progress, clock.getAsLong());
  }

  @Override
  public void step(Progress progress) {
    total += progress.loss();
    steps++;
    note(progress);
    if (run != null) {
      long now = clock.getAsLong();
      look(run, progress, now);
      draw(run, progress, now);
    }
  }

  @Override
  public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
    last = report;
    history.add(report.epoch(), report.trainingLoss(), report.validationLoss());
    note(progress);
    if (run != null) {
      draw(run, progress, clock.getAsLong());
    }
  }

  /** The last picture is drawn when there is no progress to ask any more. */
  private void note(Progress progress) {
    epoch = progress.epoch();
    share = (double) progress.step() / progress.totalSteps();
    rate = progress.rate();
    bestEpoch = progress.bestEpoch();
    bestLoss = progress.bestLoss();
  }

  /** Every examination spans a step: it begins after one and ends after the next. */
  private void look(Run run, Progress progress, long now) {
    if (looking) {
      health = run.check.after(progress);
      looking = false;
      run.looks.done(now, clock.getAsLong());
    } else if (run.looks.due(now)) {
      run.check.before(progress);
      looking = true;
    }
  }

  private void draw(Run run, Progress progress, long now) {
    if (run.drawn.due(now)) {
      footer.show(picture(run.time.gone(now) + run.time.left(now, progress)));
      run.drawn.done(now, clock.getAsLong());
    }
  }

  /** Draws it for the last time. */
  void end() {
    if (run != null && steps > 0) {
      List<String> lines = new ArrayList<>(picture(run.time.gone(clock.getAsLong())));
      // What is told next should not stick to the plot.
      lines.add("");
      footer.show(lines);
    }
    footer.leave();
    run = null;
  }

  private List<String> picture(String time) {
    return Panel.lines(snapshot(time), footer.columns(), footer.rows() - 1);
  }

  private Snapshot snapshot(String time) {
    return new Snapshot(
        epoch,
        recipe.epochs(),
        share,
        time,
        last == null ? total / steps : last.trainingLoss(),
        last == null ? Double.NaN : last.validationLoss(),
        bestEpoch,
        bestLoss,
        recipe.patience() - waited(),
        recipe.patience(),
        rate,
        health,
        history);
  }

  /** Whole epochs since the best one. */
  private int waited() {
    return last == null ? 0 : last.epoch() - bestEpoch;
  }
}
