package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A random rotation: the columns of a tall matrix, or the rows of a wide one, have length gain and
 * stand at right angles, so a layer that does not narrow changes no angle, and no length but by the
 * gain. Every such matrix is equally likely: the Q of the QR decomposition of a normal matrix, its
 * signs chosen so that R has a positive diagonal, as in PyTorch.
 *
 * <p>Source: Saxe, McClelland, Ganguli: Exact solutions to the nonlinear dynamics of learning in
 * deep linear neural networks (ICLR 2014).
 *
 * @param gain length of each column or row; PyTorch's 1
 */
@Named(
    summary =
        "A random rotation times the gain: lengths and angles survive a layer that does not narrow.",
    formula = "gain Q, with Q^T Q = I or Q Q^T = I, whichever is smaller",
    source = "Saxe, McClelland and Ganguli 2014, PyTorch orthogonal_")
public record Orthogonal(@Param(min = 0, max = 100, help = "factor on all lengths") double gain)
    implements Initializer {
  /** Gain 1. */
  public Orthogonal() {
    this(1);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    boolean tall = w.count() >= w.width();
    RealMatrix q = rotation(Math.max(w.count(), w.width()), Math.min(w.count(), w.width()), random);
    for (int r = 0; r < w.count(); r++) {
      for (int c = 0; c < w.width(); c++) {
        double entry = tall ? q.getEntry(r, c) : q.getEntry(c, r);
        w.data()[w.at(r) + c] = (float) (gain * entry);
      }
    }
  }

  /** Q = A R^-1: the library's own Q would be square, as large as the longer side. */
  private static RealMatrix rotation(int rows, int columns, RandomGenerator random) {
    RealMatrix a = new Array2DRowRealMatrix(rows, columns);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        a.setEntry(r, c, random.nextGaussian());
      }
    }
    RealMatrix r = new QRDecomposition(a).getR().getSubMatrix(0, columns - 1, 0, columns - 1);
    for (int i = 0; i < columns; i++) {
      r.setRowVector(i, r.getRowVector(i).mapMultiply(Math.signum(r.getEntry(i, i))));
    }
    return a.multiply(new LUDecomposition(r, 0).getSolver().getInverse());
  }
}
