package nn.tck;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import nn.api.BatchActivation;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Rows;
import nn.core.random.SplitMix64;

/** Activations of the general form that keep every rule. */
final class GoodBatches {
  private GoodBatches() {}

  /** max(a, b) of two halves: half the width, kinks that nobody can declare. */
  @Named(summary = "The larger half.")
  public record Maxout() implements BatchActivation {
    @Override
    public int outputWidth(int inputWidth) {
      if (inputWidth % 2 != 0) {
        throw new IllegalArgumentException("maxout needs an even number, got " + inputWidth);
      }
      return inputWidth / 2;
    }

    @Override
    public void forward(
        Rows x, Rows y, Rows a, boolean training, long seed, long firstRow, Kernels kernels) {
      for (int r = 0; r < x.count(); r++) {
        for (int j = 0; j < y.width(); j++) {
          y.data()[y.at(r) + j] = Math.max(x.get(r, j), x.get(r, j + y.width()));
        }
      }
    }

    @Override
    public void backward(
        Rows x,
        Rows y,
        Rows dy,
        Rows dx,
        Rows a,
        Rows da,
        boolean training,
        long seed,
        long firstRow,
        Kernels kernels) {
      int n = dy.width();
      for (int r = 0; r < x.count(); r++) {
        for (int j = 0; j < n; j++) {
          boolean first = x.get(r, j) > x.get(r, j + n);
          dx.data()[dx.at(r) + j] = first ? dy.get(r, j) : 0;
          dx.data()[dx.at(r) + j + n] = first ? 0 : dy.get(r, j);
        }
      }
    }
  }

  /** y_j = a_j noise_r x_j: learned numbers and chance. */
  interface Noise extends BatchActivation {
    /** Which row's chance it is. */
    default long row(long firstRow, int r) {
      return firstRow + r;
    }

    /** The factor on the learned number's gradient that is right. */
    default float share() {
      return 1;
    }

    @Override
    default int parameterCount(int inputWidth) {
      return inputWidth;
    }

    @Override
    default void initialParameters(int inputWidth, Rows parameters, RandomGenerator random) {
      Arrays.fill(parameters.data(), 1.5f);
    }

    /** Uniform in [0.5, 1.5) in training, else 1. */
    default float noise(boolean training, long seed, long row) {
      return training ? (float) (0.5 + SplitMix64.uniform(seed, row)) : 1;
    }

    @Override
    default void forward(
        Rows x, Rows y, Rows a, boolean training, long seed, long firstRow, Kernels kernels) {
      for (int r = 0; r < x.count(); r++) {
        float noise = noise(training, seed, row(firstRow, r));
        for (int j = 0; j < x.width(); j++) {
          y.data()[y.at(r) + j] = a.get(0, j) * noise * x.get(r, j);
        }
      }
    }

    @Override
    default void backward(
        Rows x,
        Rows y,
        Rows dy,
        Rows dx,
        Rows a,
        Rows da,
        boolean training,
        long seed,
        long firstRow,
        Kernels kernels) {
      for (int r = 0; r < x.count(); r++) {
        float noise = noise(training, seed, row(firstRow, r));
        for (int j = 0; j < x.width(); j++) {
          dx.data()[dx.at(r) + j] = dy.get(r, j) * a.get(0, j) * noise;
          da.data()[da.offset() + j] += share() * dy.get(r, j) * noise * x.get(r, j);
        }
      }
    }
  }

  /** Learned numbers and chance, as they should be. */
  @Named(summary = "Noisy.")
  public record Noisy() implements Noise {}
}
