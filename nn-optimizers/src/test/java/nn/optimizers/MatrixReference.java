package nn.optimizers;

import java.util.function.DoubleBinaryOperator;
import nn.api.Optimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.util.FastMath;

/**
 * The rules for one matrix in double, written a second time for PyTorch's layout, outputs x inputs:
 * ours is the transpose.
 */
final class MatrixReference {
  private RealMatrix first;
  private RealMatrix second;

  MatrixReference(int outputs, int inputs) {
    first = new Array2DRowRealMatrix(outputs, inputs);
    second = new Array2DRowRealMatrix(outputs, inputs);
  }

  /** The new weights. */
  RealMatrix step(Optimizer optimizer, int t, RealMatrix g, RealMatrix w) {
    if (optimizer instanceof Lars o) {
      return lars(o, g, w);
    }
    if (optimizer instanceof Lamb o) {
      return lamb(o, t, g, w.scalarMultiply(1 - o.learningRate() * o.weightDecay()));
    }
    return optimizer instanceof Muon o ? muon(o, g, w) : adafactor((Adafactor) optimizer, t, g, w);
  }

  private RealMatrix lars(Lars o, RealMatrix g, RealMatrix w) {
    double length = w.getFrobeniusNorm();
    double rate = o.trust() * length / (g.getFrobeniusNorm() + o.weightDecay() * length);
    RealMatrix slope = g.add(w.scalarMultiply(o.weightDecay()));
    first = first.scalarMultiply(o.momentum()).add(slope.scalarMultiply(o.learningRate() * rate));
    return w.subtract(first);
  }

  private RealMatrix lamb(Lamb o, int t, RealMatrix g, RealMatrix w) {
    first = mixed(first, g, 1 - o.beta1());
    second = mixed(second, map(g, g, (a, b) -> a * b), 1 - o.beta2());
    double one = 1 - FastMath.pow(o.beta1(), t);
    double two = 1 - FastMath.pow(o.beta2(), t);
    RealMatrix u = map(first, second, (m, v) -> m / one / (FastMath.sqrt(v / two) + o.epsilon()));
    double ratio = w.getFrobeniusNorm() / u.getFrobeniusNorm();
    return w.subtract(u.scalarMultiply(o.learningRate() * ratio));
  }

  /** The singular values go through the polynomial one by one; no product of ours is involved. */
  private RealMatrix muon(Muon o, RealMatrix g, RealMatrix w) {
    first = mixed(first, g, 1 - o.momentum());
    RealMatrix x = o.nesterov() ? mixed(g, first, o.momentum()) : first;
    var parts = new SingularValueDecomposition(x);
    double[] values = parts.getSingularValues();
    for (int i = 0; i < values.length; i++) {
      double s = values[i] / x.getFrobeniusNorm();
      for (int k = 0; k < o.steps(); k++) {
        s = 3.4445 * s - 4.775 * s * s * s + 2.0315 * s * s * s * s * s;
      }
      values[i] = s;
    }
    RealMatrix turned =
        parts.getU().multiply(MatrixUtils.createRealDiagonalMatrix(values)).multiply(parts.getVT());
    double shape = w.getRowDimension() / (double) w.getColumnDimension();
    double rate = o.learningRate() * FastMath.sqrt(FastMath.max(1, shape));
    return w.scalarMultiply(1 - o.learningRate() * o.weightDecay())
        .subtract(turned.scalarMultiply(rate));
  }

  /** The first column of {@code first} keeps the rows, the first row of {@code second} columns. */
  private RealMatrix adafactor(Adafactor o, int t, RealMatrix g, RealMatrix w) {
    int rows = g.getRowDimension();
    int columns = g.getColumnDimension();
    double size = FastMath.sqrt((double) rows * columns);
    double share = FastMath.pow(t, o.beta2Decay());
    double alpha = FastMath.max(o.epsilon2(), w.getFrobeniusNorm() / size);
    alpha *= FastMath.min(o.learningRate(), 1 / FastMath.sqrt(t));
    double mean = 0;
    for (int r = 0; r < rows; r++) {
      double norm = g.getRowVector(r).getNorm();
      first.setEntry(r, 0, (1 - share) * first.getEntry(r, 0) + share * norm * norm / columns);
      mean += first.getEntry(r, 0) / rows;
    }
    RealMatrix u = g.copy();
    double floor = o.epsilon1() * o.epsilon1();
    for (int c = 0; c < columns; c++) {
      double norm = g.getColumnVector(c).getNorm();
      second.setEntry(0, c, (1 - share) * second.getEntry(0, c) + share * norm * norm / rows);
      for (int r = 0; r < rows; r++) {
        double v = first.getEntry(r, 0) * second.getEntry(0, c) / FastMath.max(mean, o.epsilon1());
        u.multiplyEntry(r, c, 1 / FastMath.sqrt(FastMath.max(v, floor)));
      }
    }
    double denominator = FastMath.max(1, u.getFrobeniusNorm() / (size * o.d()));
    return w.scalarMultiply(1 - o.learningRate() * o.weightDecay())
        .subtract(u.scalarMultiply(alpha / denominator));
  }

  private static RealMatrix mixed(RealMatrix a, RealMatrix b, double share) {
    return a.scalarMultiply(1 - share).add(b.scalarMultiply(share));
  }

  private static RealMatrix map(RealMatrix a, RealMatrix b, DoubleBinaryOperator f) {
    RealMatrix mapped = a.copy();
    for (int r = 0; r < a.getRowDimension(); r++) {
      for (int c = 0; c < a.getColumnDimension(); c++) {
        mapped.setEntry(r, c, f.applyAsDouble(a.getEntry(r, c), b.getEntry(r, c)));
      }
    }
    return mapped;
  }
}
