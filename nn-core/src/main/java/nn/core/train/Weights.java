package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import nn.core.network.Network;

/**
 * A copy of a network's numbers.
 *
 * @param parameters all parameters, in the network's order
 * @param statistics running statistics of batch normalisation
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Weights(float[] parameters, float[] statistics) {
  /** The numbers of a network as they are now. */
  public static Weights of(Network network) {
    return new Weights(network.parameters().clone(), network.statistics().clone());
  }

  /** The same numbers in other arrays. */
  Weights copy() {
    return new Weights(parameters.clone(), statistics.clone());
  }

  /**
   * Writes the numbers into a network.
   *
   * @throws IllegalArgumentException if the network has another number of parameters
   */
  public void into(Network network) {
    checkFit(network);
    System.arraycopy(parameters, 0, network.parameters(), 0, parameters.length);
    System.arraycopy(statistics, 0, network.statistics(), 0, statistics.length);
  }

  /** Refuses a network that {@link #into} would refuse. */
  void checkFit(Network network) {
    checkArgument(
        parameters.length == network.parameters().length
            && statistics.length == network.statistics().length,
        "The network has %s parameters, the saved weights have %s.",
        network.parameters().length,
        parameters.length);
  }

  /** Whether every number of a network is finite. */
  static boolean finite(Network network) {
    return finite(network.parameters()) && finite(network.statistics());
  }

  private static boolean finite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }
}
