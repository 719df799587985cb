package nn.core.network;

import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.Crew;

/** Layer normalisation: rows by rows, the parameters' gradients by columns. */
final class LayerNormStage extends Stage {
  private static final int WORK = 8;

  private final Rows scale;
  private final Rows shift;
  private final Rows dScale;
  private final Rows dShift;
  private final double[] deviation;
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
    deviation = new double[x.count()];
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
    int width = x.width();
    for (int r = from; r < to; r++) {
      double mean = 0;
      for (int j = 0; j < width; j++) {
        mean += x.get(r, j);
      }
      mean /= width;
      double variance = 0;
      for (int j = 0; j < width; j++) {
        double d = x.get(r, j) - mean;
        variance += d * d;
      }
      deviation[r] = Math.sqrt(variance / width + Normalization.EPSILON);
      for (int j = 0; j < width; j++) {
        float n = (float) ((x.get(r, j) - mean) / deviation[r]);
        normal.data()[normal.at(r) + j] = n;
        y.data()[y.at(r) + j] = Math.fma(scale.get(0, j), n, shift.get(0, j));
      }
    }
  }

  private void backParameters(int from, int to, Kernels kernels) {
    for (int j = from; j < to; j++) {
      double sum = 0;
      double along = 0;
      for (int r = 0; r < x.count(); r++) {
        sum += dy.get(r, j);
        along += (double) dy.get(r, j) * normal.get(r, j);
      }
      dShift.data()[dShift.offset() + j] += (float) sum;
      dScale.data()[dScale.offset() + j] += (float) along;
    }
  }

  /** With g = dy scale: dx = (g - mean g - normal mean(g normal)) / deviation, row by row. */
  private void backRows(int from, int to, Kernels kernels) {
    int width = x.width();
    for (int r = from; r < to; r++) {
      double sum = 0;
      double along = 0;
      for (int j = 0; j < width; j++) {
        double g = (double) dy.get(r, j) * scale.get(0, j);
        sum += g;
        along += g * normal.get(r, j);
      }
      for (int j = 0; j < width; j++) {
        double g = (double) dy.get(r, j) * scale.get(0, j);
        double d = g - sum / width - normal.get(r, j) * along / width;
        dx.data()[dx.at(r) + j] = (float) (d / deviation[r]);
      }
    }
  }
}
