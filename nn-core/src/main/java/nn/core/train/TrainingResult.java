package nn.core.train;

import com.google.common.collect.ImmutableList;

/**
 * How a training run ended. The network holds the best weights: those with the lowest validation
 * loss, or the last finite ones when there are no validation rows.
 *
 * @param outcome why it ended
 * @param steps steps taken since training began, those before a checkpoint included
 * @param bestEpoch epoch whose weights the network holds; 0 for the starting weights. One that was
 *     interrupted, or lies before a checkpoint, has no report
 * @param history one report an epoch, in order; only the epochs of this run if it was resumed
 */
public record TrainingResult(
    Outcome outcome, long steps, int bestEpoch, ImmutableList<EpochReport> history) {
  /** Why training ended. */
  public enum Outcome {
    /** All epochs were run. */
    COMPLETED,
    /** No better validation loss within the patience. */
    STOPPED_EARLY,
    /** The caller asked for the end. */
    INTERRUPTED,
    /** The loss or the weights were no longer finite; {@link #steps} is the step that showed it. */
    DIVERGED
  }
}
