package nn.core.network;

import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.Crew;

/**
 * Layer normalisation: row by row, the parameters' gradients by columns. Sums are taken in double,
 * what is done to each number in float.
 */
final class LayerNormStage extends Stage {
  private static final int WORK = 64;

  private final Rows scale;
  private final Rows shift;
  private final Rows dScale;
  private final Rows dShift;

  /** 1 / standard deviation of each row. */
  private final float[] inverse;

  private final ColumnSums sums;
  private final Rows normal;
  private final Crew.Task normalize = this::normalize;
  private final Crew.Task backParameters = this::backParameters;
  private final Crew.Task backRows = this::backRows;

  LayerNormStage(LayerNorm layer, float[] parameters, float[] gradients, Rows x, Rows dx) {
    super(x, Rows.zeros(x.count(), x.width()), dx, dx);
    boolean trains = gradients.length > 0;
    scale = Dense.view(parameters, layer.scale());
    shift = Dense.view(parameters, layer.shift());
    dScale = trains ? Dense.view(gradients, layer.scale()) : NONE;
    dShift = trains ? Dense.view(gradients, layer.shift()) : NONE;
    inverse = new float[x.count()];
    sums = new ColumnSums(x.width());
    normal = Rows.zeros(x.count(), x.width());
  }

  @Override
  void forward(Moment moment, Crew crew) {
    crew.split(x.count(), (long) WORK * x.size(), normalize);
  }

  @Override
  void backward(Moment moment, Crew crew) {
    crew.split(x.width(), (long) WORK * x.size(), backParameters);
    if (passesBack()) {
      crew.split(x.count(), (long) WORK * x.size(), backRows);
    }
  }

  private void normalize(int from, int to, Kernels kernels) {
    for (int r = from; r < to; r++) {
      double mean = mean(r);
      inverse[r] = (float) (1 / Math.sqrt(variance(r, mean) + Normalization.EPSILON));
      normalize(r, (float) mean, inverse[r]);
    }
  }

  private double mean(int r) {
    double sum = 0;
    for (int j = 0; j < x.width(); j++) {
      sum += x.get(r, j);
    }
    return sum / x.width();
  }

  private double variance(int r, double mean) {
    double sum = 0;
    for (int j = 0; j < x.width(); j++) {
      double d = x.get(r, j) - mean;
      sum += d * d;
    }
    return sum / x.width();
  }

  private void normalize(int r, float mean, float inverse) {
    for (int j = 0; j < x.width(); j++) {
      float n = (x.get(r, j) - mean) * inverse;
      normal.data()[normal.at(r) + j] = n;
      y.data()[y.at(r) + j] = Math.fma(scale.get(0, j), n, shift.get(0, j));
    }
  }

  private void backParameters(int from, int to, Kernels kernels) {
    sums.take(dy, normal, dShift, dScale, from, to);
  }

  /** With g = dy scale: dx = (g - mean g - normal mean(g normal)) / deviation, row by row. */
  private void backRows(int from, int to, Kernels kernels) {
    for (int r = from; r < to; r++) {
      double sum = 0;
      double along = 0;
      for (int j = 0; j < x.width(); j++) {
        double g = dy.get(r, j) * scale.get(0, j);
        sum += g;
        along += g * normal.get(r, j);
      }
      backRow(r, (float) (sum / x.width()), (float) (along / x.width()), inverse[r]);
    }
  }

  private void backRow(int r, float mean, float along, float inverse) {
    for (int j = 0; j < x.width(); j++) {
      float g = dy.get(r, j) * scale.get(0, j);
      dx.data()[dx.at(r) + j] = (g - mean - normal.get(r, j) * along) * inverse;
    }
  }
}
