package nn.core.explain;

import com.google.common.primitives.ImmutableDoubleArray;
import nn.api.Loss;
import nn.api.Rows;

/**
 * What happened at the end of the network.
 *
 * @param loss the loss
 * @param fused whether it was taken on the sums of the output layer, together with the activation
 * @param value the loss of the batch: the average over the rows, by their weights
 * @param after the loss of the same rows, with the same chance, by the changed parameters
 * @param rowLosses the loss of each row
 * @param rowWeights how much each row counts in the average
 * @param predictions the outputs of the network
 * @param targets what they should have been
 * @param gradient derivative of {@code value} by the outputs, or by their sums if fused
 */
public record ExplainedLoss(
    Loss loss,
    boolean fused,
    double value,
    double after,
    ImmutableDoubleArray rowLosses,
    ImmutableDoubleArray rowWeights,
    Rows predictions,
    Rows targets,
    Rows gradient) {
  /** Part of row r in the average. */
  double share(int r) {
    double weight = rowWeights.stream().sum();
    return weight == 0 ? 0 : rowWeights.get(r) / weight;
  }
}
