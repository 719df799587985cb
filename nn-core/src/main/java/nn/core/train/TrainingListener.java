package nn.core.train;

import java.util.List;
import java.util.function.Supplier;

/** Sees a training run step by step and must not change it. Called on the thread that trains. */
public interface TrainingListener {
  /** A listener that ignores everything. */
  TrainingListener NONE = new TrainingListener() {};

  /** Called before the first step. */
  default void started(Progress progress) {}

  /** Called after every step. */
  default void step(Progress progress) {}

  /**
   * Called after every epoch, validation included.
   *
   * @param checkpoint gives a copy of everything that is needed to go on from here; valid during
   *     the call only
   */
  default void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {}

  /** A listener that tells several others, in order. */
  static TrainingListener all(TrainingListener... listeners) {
    List<TrainingListener> all = List.of(listeners);
    return new TrainingListener() {
      @Override
      public void started(Progress progress) {
        all.forEach(listener -> listener.started(progress));
      }

      @Override
      public void step(Progress progress) {
        for (int i = 0; i < all.size(); i++) {
          all.get(i).step(progress);
        }
      }

      @Override
      public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
        all.forEach(listener -> listener.epoch(report, progress, checkpoint));
      }
    };
  }
}
