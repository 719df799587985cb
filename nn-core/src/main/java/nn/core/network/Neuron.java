package nn.core.network;

import static com.google.common.base.Preconditions.checkArgument;

import nn.api.Activation;
import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;

/**
 * A view of one neuron at work on one row: {@code output = activation(sum)}, {@code sum = sum w_i
 * x_i + b}. The numbers are those of the moment it was made.
 */
public final class Neuron {
  private final Rows inputs;
  private final float[] weights;
  private final float bias;
  private final float sum;
  private final Activation activation;
  private final float output;

  private Neuron(Dense layer, Network network, int unit, Pass pass) {
    Rows w = network.view(layer.weights());
    inputs = pass.into(network, layer.number());
    weights = new float[layer.inputs()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = w.get(i, unit);
    }
    bias = network.view(layer.bias()).get(0, unit);
    sum = pass.sums(network, layer.number()).get(0, unit);
    activation = layer.activation();
    output = pass.outOf(network, layer.number()).get(0, unit);
  }

  static Neuron of(Network network, int layer, int unit, float[] row) {
    checkArgument(
        network.layers().get(layer) instanceof Dense,
        "Layer %s has no neurons: it is not a dense layer.",
        layer + 1);
    Dense dense = (Dense) network.layers().get(layer);
    checkArgument(
        unit >= 0 && unit < dense.outputs(),
        "Layer %s has neurons 0 to %s, got %s.",
        layer + 1,
        dense.outputs() - 1,
        unit);
    Pass pass = Pass.inference(network, 1, false);
    checkArgument(
        row.length == network.inputs(),
        "The network takes rows of %s numbers, got %s.",
        network.inputs(),
        row.length);
    System.arraycopy(row, 0, pass.input().data(), 0, row.length);
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      pass.forward(false, 0, 0, crew);
    }
    return new Neuron(dense, network, unit, pass);
  }

  /** How many inputs, and so how many weights. */
  public int size() {
    return weights.length;
  }

  /** Input number i. */
  public float input(int i) {
    return inputs.get(0, i);
  }

  /** Weight of input number i. */
  public float weight(int i) {
    return weights[i];
  }

  /** What is added whatever the inputs. */
  public float bias() {
    return bias;
  }

  /** sum w_i x_i + b. */
  public float sum() {
    return sum;
  }

  /** The function applied to the sum. */
  public Activation activation() {
    return activation;
  }

  /** activation(sum); for gated activations, the layer's output at this position. */
  public float output() {
    return output;
  }
}
