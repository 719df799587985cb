package nn.demo.story;

import com.google.common.base.Splitter;

/**
 * Which plugins play in the story.
 *
 * @param activation of eight hidden neurons; identity for the talk's one neuron without any
 * @param loss what is to become small
 * @param optimizer how the weights are changed
 */
public record Cast(String activation, String loss, String optimizer) {
  /** The talk's own: one neuron, squared error, plain steps downhill. */
  public static final Cast TALK =
      new Cast("identity", "mse", "sgd(learning-rate=" + HousePrice.RATE + ")");

  /** Whether the story is told with the talk's own plugins, step by step. */
  public boolean isTalk() {
    return equals(TALK);
  }

  /** The activation that the reader chose for hidden neurons, else ReLU. */
  String bend() {
    return isOneNeuron() ? "relu" : activation;
  }

  /** Its name without parameters, for places where there is room for a word only. */
  String bendName() {
    return Splitter.on('(').split(bend()).iterator().next().strip();
  }

  /** Whether there is one neuron and nothing else. */
  boolean isOneNeuron() {
    return activation.equals(TALK.activation);
  }
}
