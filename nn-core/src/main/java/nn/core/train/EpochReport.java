package nn.core.train;

/**
 * What one epoch gave.
 *
 * @param epoch which epoch, counted from 1
 * @param steps steps since training began
 * @param trainingLoss average loss over the epoch's rows, each measured just before its step; NaN
 *     when no row counts
 * @param validationLoss loss over the validation rows after the epoch; NaN when there are none
 * @param rate learning rate of the epoch's last step
 * @param best whether these weights are the best so far
 */
public record EpochReport(
    int epoch, long steps, double trainingLoss, double validationLoss, double rate, boolean best) {}
