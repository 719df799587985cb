package nn.core.network;

/**
 * Batch normalisation, column by column: in training over the rows of the batch, in use with
 * running statistics. PyTorch's convention: new running value = 0.9 old + 0.1 batch, the running
 * variance unbiased (Ioffe, Szegedy, ICML 2015). A training batch of one row has variance 0 and
 * gives the shift alone.
 *
 * @param inputs width of the rows
 * @param number position in the network, counted from 0
 * @param offset index of the first scale in the network's parameters
 * @param statisticsOffset index of the first running mean in the network's statistics; the
 *     variances follow the means
 */
public record BatchNorm(int inputs, int number, int offset, int statisticsOffset)
    implements Normalization {
  /** Share of the batch in the running statistics; PyTorch's value. */
  static final double MOMENTUM = 0.1;

  @Override
  public int statistics() {
    return 2 * inputs;
  }
}
