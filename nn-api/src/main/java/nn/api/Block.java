package nn.api;

/**
 * One parameter array of a network: {@code weights[offset .. offset + rows * columns)}, row-major.
 * For the weights of a layer rows are inputs (fan-in) and columns outputs (fan-out): the transpose
 * of PyTorch's layout, so a rule whose paper is written for outputs x inputs swaps them.
 *
 * @param name where it belongs, for example {@code 0.weights}; unique in its network
 * @param role what the numbers are
 * @param rows number of rows; 1 for everything but weights
 * @param columns number of columns
 * @param offset index of the first number in the network's flat array
 * @param decays whether weight decay applies; false for biases and normalisation
 */
public record Block(String name, Role role, int rows, int columns, int offset, boolean decays) {
  /** What the numbers of a block are. */
  public enum Role {
    /** The weights of a layer. */
    WEIGHTS,
    /** The biases of a layer. */
    BIAS,
    /** Learned numbers of an activation. */
    ACTIVATION,
    /** Learned scale or shift of a normalisation. */
    NORMALIZATION
  }

  /** How many numbers: rows x columns. */
  public int size() {
    return rows * columns;
  }

  /** Index just after the last number. */
  public int end() {
    return offset + size();
  }
}
