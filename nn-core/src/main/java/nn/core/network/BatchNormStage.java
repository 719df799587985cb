package nn.core.network;

import java.util.Arrays;
import nn.api.Kernels;
import nn.api.Rows;
import nn.core.kernel.Crew;

/** Batch normalisation, by columns; every sum over rows runs in row order, in double. */
final class BatchNormStage extends Stage {
  private static final int WORK = 64;

  private final Rows scale;
  private final Rows shift;
  private final Rows dScale;
  private final Rows dShift;
  private final float[] statistics;
  private final int meanAt;
  private final int varianceAt;
  private final double[] mean;
  private final double[] variance;

  /** 1 / standard deviation of each column. */
  private final double[] inverse;

  private final ColumnSums sums;

  /** scale / (n deviation) of each column. */
  private final double[] factor;

  private final Rows normal;
  private final Crew.Task train = this::train;
  private final Crew.Task use = this::use;
  private final Crew.Task back = this::back;

  BatchNormStage(
      BatchNorm layer, float[] parameters, float[] gradients, float[] statistics, Rows x, Rows dx) {
    super(x, Rows.zeros(x.count(), x.width()), dx, dx);
    boolean trains = gradients.length > 0;
    scale = Dense.view(parameters, layer.scale());
    shift = Dense.view(parameters, layer.shift());
    dScale = trains ? Dense.view(gradients, layer.scale()) : NONE;
    dShift = trains ? Dense.view(gradients, layer.shift()) : NONE;
    this.statistics = statistics;
    meanAt = layer.statisticsOffset();
    varianceAt = meanAt + x.width();
    mean = new double[x.width()];
    variance = new double[x.width()];
    inverse = new double[x.width()];
    sums = new ColumnSums(x.width());
    factor = new double[x.width()];
    normal = Rows.zeros(x.count(), x.width());
  }

  @Override
  void forward(Moment moment, Crew crew) {
    crew.split(x.width(), (long) WORK * x.size(), moment.training ? train : use);
  }

  @Override
  void backward(Moment moment, Crew crew) {
    crew.split(x.width(), (long) WORK * x.size(), back);
  }

  private void train(int from, int to, Kernels kernels) {
    measure(from, to);
    normalize(from, to);
    remember(from, to);
  }

  private void use(int from, int to, Kernels kernels) {
    for (int j = from; j < to; j++) {
      mean[j] = statistics[meanAt + j];
      variance[j] = statistics[varianceAt + j];
    }
    normalize(from, to);
  }

  /** Mean and biased variance of each column of the batch. */
  private void measure(int from, int to) {
    Arrays.fill(mean, from, to, 0);
    Arrays.fill(variance, from, to, 0);
    for (int r = 0; r < x.count(); r++) {
      for (int j = from; j < to; j++) {
        mean[j] += x.get(r, j);
      }
    }
    for (int j = from; j < to; j++) {
      mean[j] /= x.count();
    }
    for (int r = 0; r < x.count(); r++) {
      for (int j = from; j < to; j++) {
        double d = x.get(r, j) - mean[j];
        variance[j] += d * d;
      }
    }
    for (int j = from; j < to; j++) {
      variance[j] /= x.count();
    }
  }

  private void normalize(int from, int to) {
    for (int j = from; j < to; j++) {
      inverse[j] = 1 / Math.sqrt(variance[j] + Normalization.EPSILON);
    }
    for (int r = 0; r < x.count(); r++) {
      for (int j = from; j < to; j++) {
        float n = (float) ((x.get(r, j) - mean[j]) * inverse[j]);
        normal.data()[normal.at(r) + j] = n;
        y.data()[y.at(r) + j] = Math.fma(scale.get(0, j), n, shift.get(0, j));
      }
    }
  }

  /** Mixes the batch into the running statistics; one row says nothing about the variance. */
  private void remember(int from, int to) {
    double n = x.count();
    for (int j = from; j < to; j++) {
      statistics[meanAt + j] = mix(statistics[meanAt + j], mean[j]);
      if (n > 1) {
        statistics[varianceAt + j] = mix(statistics[varianceAt + j], variance[j] * n / (n - 1));
      }
    }
  }

  private static float mix(float old, double now) {
    return (float) ((1 - BatchNorm.MOMENTUM) * old + BatchNorm.MOMENTUM * now);
  }

  /** dx = scale / (n deviation) (n dy - sum dy - normal sum(dy normal)), column by column. */
  private void back(int from, int to, Kernels kernels) {
    sums.take(dy, normal, dShift, dScale, from, to);
    int n = x.count();
    for (int j = from; j < to; j++) {
      factor[j] = scale.get(0, j) * inverse[j] / n;
    }
    for (int r = 0; r < n; r++) {
      for (int j = from; j < to; j++) {
        double d = n * (double) dy.get(r, j) - sums.dy[j] - normal.get(r, j) * sums.along[j];
        dx.data()[dx.at(r) + j] = (float) (factor[j] * d);
      }
    }
  }
}
