package nn.core.network;

import java.util.Arrays;
import nn.api.Rows;

/** What the scales and shifts of a normalisation get: sums over each column, in row order. */
final class ColumnSums {
  /** Of dy. */
  final double[] dy;

  /** Of dy times the normalised number. */
  final double[] along;

  ColumnSums(int width) {
    dy = new double[width];
    along = new double[width];
  }

  /** Takes the sums of columns [from, to) and adds them to the gradients, 1 x width. */
  void take(Rows dy, Rows normal, Rows dShift, Rows dScale, int from, int to) {
    Arrays.fill(this.dy, from, to, 0);
    Arrays.fill(along, from, to, 0);
    for (int r = 0; r < dy.count(); r++) {
      for (int j = from; j < to; j++) {
        this.dy[j] += dy.get(r, j);
        along[j] += (double) dy.get(r, j) * normal.get(r, j);
      }
    }
    for (int j = from; j < to; j++) {
      dShift.data()[dShift.offset() + j] += (float) this.dy[j];
      dScale.data()[dScale.offset() + j] += (float) along[j];
    }
  }
}
