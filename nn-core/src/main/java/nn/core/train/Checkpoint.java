package nn.core.train;

import com.google.common.collect.ImmutableList;

/**
 * Everything that is needed to go on training as if it had never stopped, taken at the end of an
 * epoch. No generator is part of it: chance comes from seed, purpose and number. Only the sizes are
 * checked when it is gone on with; that recipe and data are the same is up to who does. Arrays are
 * compared by identity.
 *
 * @param epoch epochs completed
 * @param step steps taken
 * @param now weights and statistics at the end of the epoch
 * @param best weights and statistics with the lowest validation loss so far
 * @param bestLoss that loss; infinite when there is none yet, NaN without validation
 * @param bestEpoch its epoch; 0 when there is none yet
 * @param optimizer the optimizer's state arrays, in their order
 */
public record Checkpoint(
    int epoch,
    long step,
    Weights now,
    Weights best,
    double bestLoss,
    int bestEpoch,
    ImmutableList<float[]> optimizer) {}
