package nn.core.explain;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.api.Rows;
import nn.core.network.Dense;
import nn.core.network.Dropout;
import nn.core.network.Layer;
import nn.core.network.LayerText;
import nn.core.plugin.Plugins;

/**
 * What happened in one layer. Blame is the derivative of the batch's loss; every array has a row
 * for each row of the batch.
 *
 * @param layer the layer
 * @param inputs what went in
 * @param sums z = x W + b; of dense layers only
 * @param outputs what came out
 * @param outputBlame blame of the outputs; empty where a loss that is fused with the output
 *     activation blamed the sums at once
 * @param sumBlame blame of the sums; of dense layers only
 * @param inputBlame blame of the inputs; empty in the first layer, where nobody wants it
 * @param blocks its parameters: gradients, and how they changed
 */
public record ExplainedLayer(
    Layer layer,
    Rows inputs,
    Optional<Rows> sums,
    Rows outputs,
    Optional<Rows> outputBlame,
    Optional<Rows> sumBlame,
    Optional<Rows> inputBlame,
    ImmutableList<ExplainedBlock> blocks) {
  /** The layer as text describes it, parameters of its activation left out: {@code 2 relu}. */
  public String name() {
    return LayerText.of(layer, Plugins::nameOf);
  }

  /** Whether nothing is applied to the sums: the outputs are the same rows. */
  boolean isIdentity() {
    return sums.filter(outputs::equals).isPresent();
  }

  /** Whether each output is a function of its sum alone, with a slope of its own. */
  boolean isScalar() {
    return layer instanceof Dense dense
        && (dense.activation() instanceof ElementwiseActivation
            || dense.activation() instanceof ParametricActivation);
  }

  /** What dropout multiplied a number by: 0, or what makes up for those that fell. */
  double factor(Dropout dropout, int row, int column) {
    return outputs.get(row, column) == 0 ? 0 : 1 / (1 - dropout.rate());
  }

  /** W of a dense layer. */
  ExplainedBlock weights() {
    return blocks.get(0);
  }

  /** b of a dense layer. */
  ExplainedBlock bias() {
    return blocks.get(1);
  }

  /** The learned numbers beside weights and biases. */
  ImmutableList<ExplainedBlock> others() {
    return layer instanceof Dense ? blocks.subList(2, blocks.size()) : blocks;
  }
}
