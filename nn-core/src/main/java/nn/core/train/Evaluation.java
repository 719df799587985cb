package nn.core.train;

import nn.api.Loss;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.network.Pass;

/**
 * Measures the average loss of a network over a data set, a chunk of rows at a time; the arrays are
 * made once and serve every measurement.
 */
public final class Evaluation {
  private static final int CHUNK = 256;

  private final Dataset data;
  private final Place full;
  private final Place last;

  /**
   * Prepares to measure; the network's weights may change between measurements.
   *
   * @throws IllegalArgumentException if the rows are not of the widths that network and loss take
   */
  public Evaluation(Loss loss, Network network, Dataset data) {
    this(loss, ClassWeights.EQUAL, network, data);
  }

  /**
   * The same, rows counting by their class.
   *
   * @throws IllegalArgumentException likewise, or if a target is none of the classes
   */
  public Evaluation(Loss loss, ClassWeights classes, Network network, Dataset data) {
    Fit.checkWidths(network, loss, data);
    classes.check(loss, data.targets());
    this.data = data;
    full = place(loss, classes, network, Math.max(1, Math.min(CHUNK, data.count())));
    int rest = data.count() % full.rows();
    last = rest == 0 ? full : place(loss, classes, network, rest);
  }

  private record Place(Pass pass, LossStage loss) {
    int rows() {
      return pass.input().count();
    }
  }

  private static Place place(Loss loss, ClassWeights classes, Network network, int rows) {
    Pass pass = Pass.inference(network, rows, LossStage.fused(loss, network));
    return new Place(pass, new LossStage(loss, classes, network, pass, false));
  }

  /** The loss averaged over all rows, by their weights; NaN when no row counts. */
  public double loss(Crew crew) {
    double total = 0;
    double weight = 0;
    for (int from = 0; from < data.count(); from += full.rows()) {
      Place place = data.count() - from >= full.rows() ? full : last;
      copy(data.features(), from, place.pass().input());
      copy(data.targets(), from, place.loss().targets());
      place.pass().forward(false, 0, from, crew);
      place.loss().run(crew);
      total += place.loss().total();
      weight += place.loss().weight();
    }
    return total / weight;
  }

  /** Fills a window with the rows of a source from number {@code from} on. */
  static void copy(Rows source, int from, Rows target) {
    System.arraycopy(source.data(), source.at(from), target.data(), target.offset(), target.size());
  }
}
