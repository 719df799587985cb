package nn.core.network;

import static com.google.common.base.Preconditions.checkArgument;

import nn.api.Rows;
import nn.core.kernel.Crew;

/** Runs a network over any number of rows, a chunk at a time. Not for several threads at once. */
public final class Predictor {
  /** Rows a pass: enough to fill the arithmetic, few enough to stay in the cache. */
  private static final int CHUNK = 256;

  private final Network network;
  private final Crew crew;

  /** A predictor that works on the given threads. */
  public Predictor(Network network, Crew crew) {
    this.network = network;
    this.crew = crew;
  }

  /**
   * The predictions for every row, rows x outputs.
   *
   * @throws IllegalArgumentException if the rows have the wrong width
   */
  public Rows predict(Rows rows) {
    checkArgument(
        rows.width() == network.inputs(),
        "The network takes rows of %s numbers, got rows of %s.",
        network.inputs(),
        rows.width());
    Rows y = Rows.zeros(rows.count(), network.outputs());
    for (int from = 0; from < rows.count(); from += CHUNK) {
      int to = Math.min(from + CHUNK, rows.count());
      chunk(rows.slice(from, to), y.slice(from, to), from);
    }
    return y;
  }

  private void chunk(Rows x, Rows y, int firstRow) {
    Pass pass = Pass.inference(network, x.count(), false);
    System.arraycopy(x.data(), x.offset(), pass.input().data(), 0, x.size());
    pass.forward(false, 0, firstRow, crew);
    System.arraycopy(pass.output().data(), 0, y.data(), y.offset(), y.size());
  }
}
