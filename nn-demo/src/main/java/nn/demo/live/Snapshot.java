package nn.demo.live;

import nn.core.train.Health;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a running training at one moment.
 *
 * @param epoch epoch that is running or just ended
 * @param epochs epochs that there are at most
 * @param share part of all steps that is done, 0 to 1
 * @param time time gone and left, as text
 * @param training loss of the last whole epoch; before there is one, of the steps so far
 * @param validation validation loss after the last whole epoch; NaN for none
 * @param bestEpoch epoch of the best weights
 * @param best its validation loss
 * @param left epochs without a better validation loss until training stops
 * @param patience how many there were after the best epoch; 0 if training never stops early
 * @param rate learning rate of the last step
 * @param health what the last examination found; null before there was one
 * @param history the losses of all epochs
 */
record Snapshot(
    int epoch,
    int epochs,
    double share,
    String time,
    double training,
    double validation,
    int bestEpoch,
    double best,
    int left,
    int patience,
    double rate,
    @Nullable Health health,
    LossHistory history) {}
